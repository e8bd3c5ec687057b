"""A whole year, printed before it ended, is asked about."""

import pytest

from build_scripts.checks.rules import part_years
from build_scripts.labels.problems import message


def test_a_year_that_had_not_ended_is_a_question(ledger):
    ledger.set("sources", "ta18", published="2018-10")
    problems = ledger.problems(part_years)
    assert {p.level for p in problems} == {"warning"}
    assert (problems[0].table, problems[0].row, problems[0].column) == ("funds", 2, "period")
    assert message(problems[0], "en") == "the document is of 2018-10, when 2018 had not ended"


@pytest.mark.parametrize(
    "cells", [{"period": "2018-01/2018-10"}, {"inferred": "period"}, {"note": "全年"}, {"stage": "allocated"}]
)
def test_months_a_flag_a_note_or_a_plan_have_answered(ledger, cells):
    ledger.set("sources", "ta18", published="2018-10")
    ledger.set("funds", "ta18.f01", **cells)
    assert 2 not in [p.row for p in ledger.problems(part_years) if p.table == "funds"]


def test_a_document_of_december_may_speak_of_the_year(ledger):
    assert ledger.problems(part_years) == []

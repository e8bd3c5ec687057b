"""One print is one row."""

import pytest

from build_scripts.checks.rules import printed_once
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("table", "key", "column", "other"),
    [("funds", "ta18.f01", "fund_id", "ta18.f13"), ("observations", "ta18.o01", "observation_id", "ta18.o99")],
)
def test_a_figure_under_a_second_id_and_label_is_told_with_both(ledger, table, key, column, other):
    ledger.add(table, key, **{column: other, "label": "两县资金到位", "label_en": "Money received"})
    (problem,) = ledger.problems(printed_once)
    assert (problem.table, problem.level) == (table, "warning")
    assert f"「{other}」 and 「{key}」" in message(problem, "en")


def test_without_an_offset_the_label_tells_two_figures_apart(ledger):
    ledger.add("funds", "tc21.f01", fund_id="tc21.f02", label="另一笔")
    assert ledger.problems(printed_once) == []
    ledger.add("funds", "tc21.f01", fund_id="tc21.f03")
    assert len(ledger.problems(printed_once)) == 1


def test_the_two_ends_of_a_range_are_two_rows(ledger):
    assert ledger.problems(printed_once) == []

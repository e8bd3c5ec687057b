"""A project lies with the recipient of its pairing."""

import pytest

from build_scripts.checks.rules import project_places


@pytest.mark.parametrize(("place", "code"), [("980122", "elsewhere"), ("980121", "provider")])
def test_a_project_in_another_place_is_a_question(ledger, place, code):
    ledger.set("projects", "ta18-chejian", place_id=place)
    (problem,) = ledger.problems(project_places)
    assert (problem.row, problem.column, problem.code, problem.level) == (4, "place_id", code, "warning")


@pytest.mark.parametrize("place", ["990121", "990121-dingcun", "990000", "x-tb19-1", ""])
def test_the_recipient_what_lies_in_it_and_what_it_lies_in_are_fine(ledger, place):
    ledger.set("projects", "ta18-chejian", place_id=place)
    assert ledger.problems(project_places) == []

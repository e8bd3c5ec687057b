"""A part is not larger than its whole."""

import pytest

from build_scripts.checks.rules import part_above_whole


def test_a_larger_part_is_a_question(ledger):
    ledger.set("funds", "ta18.f02", amount="13000000")
    (problem,) = ledger.problems(part_above_whole)
    assert (problem.row, problem.column, problem.level) == (3, "amount", "warning")
    assert dict(problem.values) == {"value": "13000000", "whole": "ta18.f01", "its": "12000000"}


@pytest.mark.parametrize("cells", [{"qualifier": "over"}, {"amount": ""}])
def test_a_whole_that_may_be_larger_is_none(ledger, cells):
    ledger.set("funds", "ta18.f02", amount="13000000")
    ledger.set("funds", "ta18.f01", **cells)
    assert ledger.problems(part_above_whole) == []


def test_observations_are_held_to_it_too(ledger):
    header, *rows = ledger.rows("observations")
    part = next(r for r in rows if r[header.index("part_of")])
    whole = part[header.index("part_of")]
    ledger.set("observations", whole, measure_id=part[header.index("measure_id")], value="1")
    ledger.set("observations", part[0], value="2")
    assert [p.table for p in ledger.problems(part_above_whole)][:1] == ["observations"]

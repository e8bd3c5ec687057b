"""`inferred` names columns a reader can have supplied."""

import pytest

from build_scripts.checks.rules import inferred_columns
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("stages", "stages"),
        ("as_printed", "as_printed"),
        ("stage measure_id", "measure_id"),
        ("stage stage", "stage"),
    ],
)
def test_another_name_is_refused(ledger, cell, named):
    ledger.set("funds", "ta18.f01", inferred=cell)
    (problem,) = ledger.problems(inferred_columns)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "inferred")
    assert message(problem, "en").startswith(f"「{named}」")


def test_columns_of_the_table_are_fine(ledger):
    ledger.set("funds", "ta18.f01", inferred="stage fund_source section")
    assert ledger.problems(inferred_columns) == []

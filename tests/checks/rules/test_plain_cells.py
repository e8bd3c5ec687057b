"""Numbers are plain digits, booleans true or false: what Frictionless lets through."""

import pytest

from build_scripts.checks.rules import plain_cells
from build_scripts.checks.schema import schema_problems
from build_scripts.ledger.tables import read_raw_tables


@pytest.mark.parametrize(
    "cell", ["infinity", "Infinity", "NaN", "nan", "１２", "1_000", "1e5", "+5", ".5", "5.", "12 "]
)
def test_a_number_in_another_form_is_refused(ledger, cell):
    ledger.set("funds", "ta18.f01", amount=cell)
    (problem,) = ledger.problems(plain_cells)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "amount")


@pytest.mark.parametrize("cell", ["NaN", "infinity", "１２", "1_000", "1e5"])
def test_frictionless_lets_these_numbers_through(ledger, cell):
    ledger.set("observations", "ta18.o01", value=cell)
    package = ledger.read()[0]
    assert schema_problems(package, read_raw_tables(package)) == []


@pytest.mark.parametrize(
    ("column", "cell"), [("start", "１０４"), ("start", "1_04"), ("in_totals", "TRUE"), ("in_totals", "1")]
)
def test_whole_numbers_and_booleans_have_one_form(ledger, column, cell):
    ledger.set("funds", "ta18.f01", **{column: cell})
    assert [(p.row, p.column) for p in ledger.problems(plain_cells)] == [(2, column)]


def test_plain_numbers_are_fine(ledger):
    ledger.set("observations", "ta18.o15", value="-33.30")
    assert ledger.problems(plain_cells) == []

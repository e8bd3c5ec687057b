"""A start supplied by the reader is not printed."""

import pytest

from build_scripts.checks.rules import inferred_starts


@pytest.mark.parametrize("basis", ["printed", "from_printed"])
def test_a_start_is_not_printed_and_inferred_at_once(ledger, basis):
    ledger.set("pairings", "ew1-jia-yi", dates_basis=basis, inferred="valid_from programme")
    (problem,) = ledger.problems(inferred_starts)
    assert (problem.table, problem.row, problem.column) == ("pairings", 3, "dates_basis")


def test_claims_are_held_to_it_as_well(ledger):
    ledger.set("pairing_claims", "tc21.p01", inferred="valid_from")
    (problem,) = ledger.problems(inferred_starts)
    assert (problem.table, problem.row) == ("pairing_claims", 3)


def test_a_start_reckoned_from_a_number_of_years_is_fine(ledger):
    ledger.set("pairings", "ew1-bing-yi", dates_basis="counted", inferred="valid_from")
    assert ledger.problems(inferred_starts) == []


def test_an_inferred_start_gives_way_to_one_that_a_witness_prints(ledger):
    ledger.set("pairings", "ew1-bing-yi", valid_from="2021", dates_basis="round", inferred="valid_from")
    ledger.set("pairing_claims", "tc21.p01", pairing_id="ew1-bing-yi", valid_from="2019", dates_basis="printed")
    (problem,) = ledger.problems(inferred_starts)
    assert (problem.table, problem.column, problem.code) == ("pairings", "valid_from", "witnessed")


def test_a_witness_that_prints_the_month_agrees_with_the_year(ledger):
    ledger.set("pairings", "ew1-bing-yi", valid_from="2021", dates_basis="round", inferred="valid_from")
    ledger.set("pairing_claims", "tc21.p01", pairing_id="ew1-bing-yi", valid_from="2021-04", dates_basis="printed")
    assert ledger.problems(inferred_starts) == []


@pytest.mark.parametrize("table, key", [("pairings", "ew1-bing-yi"), ("pairing_claims", "tc21.p01")])
def test_the_last_year_a_document_speaks_of_is_no_end_of_the_present_round(ledger, table, key):
    cells = {"programme": "ew2", "valid_from": "2021", "valid_to": "2025", "dates_basis": "round"}
    ledger.set(table, key, **cells, inferred="valid_from valid_to")
    assert [(p.table, p.column, p.code) for p in ledger.problems(inferred_starts)] == [
        (table, "valid_to", "supposed_end")
    ]
    ledger.set(table, key, valid_to="", inferred="valid_from")
    assert ledger.problems(inferred_starts) == []

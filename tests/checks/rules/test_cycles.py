"""No row is its own ancestor."""

from build_scripts.checks.rules import cycles


def test_two_parts_of_each_other_are_both_named(ledger):
    ledger.set("funds", "ta18.f01", part_of="ta18.f02")
    found = ledger.problems(cycles)
    assert [(p.table, p.row, p.column) for p in found] == [("funds", 2, "part_of"), ("funds", 3, "part_of")]


def test_a_row_that_is_its_own_parent_is_named(ledger):
    ledger.set("places", "980000", parent_id="980000")
    ledger.set("pairings", "ew1-jia-yi", supersedes_id="ew1-jia-yi")
    assert {(p.table, p.row) for p in ledger.problems(cycles)} == {("places", 2), ("pairings", 3)}


def test_a_chain_that_ends_is_no_circle(ledger):
    ledger.set("projects", "ta18-chejian", parent_project_id="ta18-chayuan")
    assert ledger.problems(cycles) == []


def test_rows_that_lead_into_a_circle_are_not_part_of_it():
    assert cycles.in_rings({"a": "b", "b": "c", "c": "b", "d": None, "e": "unknown"}) == {"b", "c"}

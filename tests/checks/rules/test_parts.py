"""Parts can be added up to their whole."""

from build_scripts.checks.rules import parts
from build_scripts.labels.problems import message


def test_money_received_is_no_part_of_money_agreed(ledger):
    ledger.set("funds", "ta18.f02", stage="agreed")
    (problem,) = ledger.problems(parts)
    assert (problem.row, problem.column) == (3, "stage")
    assert message(problem, "en") == "agreed differs from received of its whole 「ta18.f01」"


def test_money_paid_out_may_be_part_of_money_received(ledger):
    ledger.set("funds", "ta18.f02", stage="disbursed")
    assert ledger.problems(parts) == []


def test_households_are_no_part_of_people(ledger):
    ledger.set("observations", "ta18.o12", part_of="ta18.o13")
    (problem,) = ledger.problems(parts)
    assert (problem.row, message(problem, "en")) == (
        13,
        "household differs from person of its whole 「ta18.o13」",
    )


def test_a_whole_without_parts_promises_none(ledger):
    ledger.set("observations", "ta18.o10", parts_complete="false")
    (problem,) = ledger.problems(parts)
    assert (problem.row, message(problem, "en")) == (11, "is false, but no row is a part of this one")


def test_parts_of_another_measure_with_the_same_unit_are_fine(ledger):
    ledger.set("observations", "ta18.o08", measure_id="delegates_total")
    assert ledger.problems(parts) == []

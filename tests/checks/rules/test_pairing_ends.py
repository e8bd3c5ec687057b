"""A pairing has two different ends."""

from build_scripts.checks.rules import pairing_ends
from build_scripts.labels.problems import message


def test_a_pairing_without_a_recipient_is_refused(ledger):
    ledger.set("pairings", "ew1-jia-yi", recipient_place_id="")
    (problem,) = ledger.problems(pairing_ends)
    assert (problem.row, message(problem, "zh"), message(problem, "en")) == (
        3,
        "没有受帮扶方",
        "the pairing has no recipient",
    )


def test_nobody_is_paired_with_himself(ledger):
    ledger.set("pairings", "ew1-jia-yi", recipient_place_id="980121")
    (problem,) = ledger.problems(pairing_ends)
    assert (problem.row, problem.column) == (3, "recipient_place_id")


def test_an_organisation_is_an_end_too(ledger):
    assert ledger.problems(pairing_ends) == []

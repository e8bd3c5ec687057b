"""Ends that changed places are asked about."""

from build_scripts.checks.rules import ends_swapped


def test_a_pairing_the_other_way_round_is_told_with_both(ledger):
    ledger.add(
        "pairings", "ew1-jia-yi", pairing_id="ew1-yi-jia", provider_place_id="990121", recipient_place_id="980121"
    )
    assert [(p.code, p.level) for p in ledger.problems(ends_swapped)] == [("pairing", "warning")] * 2


def test_an_event_against_its_pairing_is_a_question(ledger):
    ledger.set("events", "ta18.e02", kind="posting", from_place_id="990121-dingcun", to_place_id="980121")
    (problem,) = ledger.problems(ends_swapped)
    assert (problem.row, problem.code) == (3, "event")


def test_visits_go_both_ways(ledger):
    ledger.set("events", "ta18.e02", from_place_id="990121", to_place_id="980121")
    assert ledger.problems(ends_swapped) == []

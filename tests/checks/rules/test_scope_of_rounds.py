"""A pairing keeps to the provinces that its round joins."""

from build_scripts.checks.rules import scope_of_rounds
from build_scripts.labels.problems import message


def test_a_pairing_outside_the_arrangement_of_its_round_is_found(ledger):
    ledger.set("pairings", "ew1-jia-yi", provider_place_id="990121", recipient_place_id="980121")
    (problem,) = ledger.problems(scope_of_rounds)
    assert (problem.row, problem.column) == (3, "programme")
    assert message(problem, "en") == "in the arrangement of ew1, Yi Province does not assist Jia Province"


def test_a_note_excuses(ledger):
    ledger.set("pairings", "ew1-jia-yi", provider_place_id="990121", recipient_place_id="980121", note="另有安排")
    assert ledger.problems(scope_of_rounds) == []


def test_a_round_without_a_scope_says_nothing(ledger):
    ledger.set("pairings", "ew1-jia-yi", programme="ip", recipient_place_id="980122")
    assert ledger.problems(scope_of_rounds) == []


def test_a_city_stands_for_its_province(ledger):
    assert ledger.problems(scope_of_rounds) == []


def test_a_chain_of_places_that_ends_nowhere_or_in_a_circle_ends(ledger):
    ledger.set("places", "980121", parent_id="980121")
    assert ledger.problems(scope_of_rounds) == []
    header, *rows = ledger.rows("places")
    ledger.write("places", [header, [""] * len(header), *([*row[:4], "", *row[5:]] for row in rows)])
    assert ledger.problems(scope_of_rounds) == []

"""A place's parent stands above it."""

from build_scripts.checks.rules import place_parents
from build_scripts.labels.problems import message


def test_a_parent_that_is_not_there_is_named(ledger):
    ledger.set("places", "980121", parent_id="970000")
    (problem,) = ledger.problems(place_parents)
    assert (problem.row, message(problem, "en")) == (3, "「970000」 is not in places.csv")


def test_a_county_is_not_above_a_county(ledger):
    ledger.set("places", "980121", parent_id="980122")
    (problem,) = ledger.problems(place_parents)
    assert message(problem, "en") == "its parent 「980122」 is a county, not above a county"


def test_a_county_of_another_province_is_refused(ledger):
    ledger.set("places", "980121", parent_id="990000")
    (problem,) = ledger.problems(place_parents)
    assert message(problem, "en") == "「980121」 is not below the code of its parent 「990000」"


def test_a_note_explains_a_county_that_was_moved(ledger):
    ledger.set("places", "980121", parent_id="990000", note="曾划归乙省")
    assert ledger.problems(place_parents) == []


def test_the_digits_of_a_parent_count_up_to_its_level():
    assert place_parents.begins("980121", "980100", "prefecture")
    assert not place_parents.begins("980221", "980100", "prefecture")
    assert place_parents.begins("980121101", "980121", "county")

"""Only rows of a source read in full have offsets."""

from build_scripts.checks.rules import offsets
from build_scripts.labels.problems import message


def test_an_excerpt_has_no_offsets(ledger):
    ledger.set("funds", "tc21.f01", start="12")
    (problem,) = ledger.problems(offsets)
    assert (problem.table, problem.row, problem.column) == ("funds", 15, "start")
    assert message(problem, "en") == "only an excerpt of 「tc21」 was read, so it can have no offset"


def test_an_offset_stays_in_the_range_of_its_source(ledger):
    ledger.set("funds", "tb19-2.f01", start="2", also_at="999")
    found = ledger.problems(offsets)
    assert [(p.row, p.column) for p in found] == [(14, "start"), (14, "also_at")]
    assert message(found[0], "en").startswith("the place 2 lies outside the part of the text that is this source (")


def test_a_further_place_needs_a_first_one_and_is_written_once(ledger):
    ledger.set("funds", "ta18.f02", start="")
    ledger.set("funds", "ta18.f03", also_at="129 150 150")
    assert [message(p, "en") for p in ledger.problems(offsets)] == [
        "has further places but no first one",
        "the same place is written twice",
    ]


def test_places_of_a_full_text_are_fine(ledger):
    assert ledger.problems(offsets) == []

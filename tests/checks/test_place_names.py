"""Cities that sound alike are told apart in English."""

from build_scripts.checks import place_names


def test_two_provinces_of_one_english_name_are_both_named(ledger):
    ledger.set("places", "990000", name_en="Jia Province")
    ledger.set("places", "980000", name_en="Jia Province")
    found = {problem.row: (problem.column, problem.message_en) for problem in ledger.problems(place_names)}
    assert found == {
        2: ("name_en", "「Jia Province」 is not the only one: 990000 has the same English name"),
        5: ("name_en", "「Jia Province」 is not the only one: 980000 has the same English name"),
    }


def test_counties_may_be_alike_as_they_are_shown_with_their_city(ledger):
    ledger.set("places", "980121", name_en="Putuo District")
    ledger.set("places", "980122", name_en="Putuo District")
    assert ledger.problems(place_names) == []

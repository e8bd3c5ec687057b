"""A place's code has the form of its level."""

import pytest

from build_scripts.checks.rules import place_codes


@pytest.mark.parametrize(
    ("place_id", "level"),
    [
        ("980100", "county"),
        ("980121", "prefecture"),
        ("980100", "province"),
        ("980121001", "village"),
        ("980121", "township"),
        ("dingcun", "village"),
        ("980122-dingcun", "village"),
        ("980121", "group"),
    ],
)
def test_a_code_of_another_level_is_refused(ledger, place_id, level):
    ledger.add("places", "980121", place_id=place_id, level=level, parent_id="980121")
    (problem,) = ledger.problems(place_codes)
    assert (problem.row, problem.column) == (9, "place_id")


def test_a_note_explains_an_exception(ledger):
    ledger.add("places", "980121", place_id="980199", level="prefecture", note="旧代码")
    assert ledger.problems(place_codes) == []


@pytest.mark.parametrize(
    ("place_id", "level", "parent_id"),
    [
        ("100000", "country", None),
        ("980000", "province", None),
        ("980100", "prefecture", "980000"),
        ("980121", "county", "980100"),
        ("980121101", "township", "980121"),
        ("980121101205", "village", "980121101"),
        ("980121-yicun", "village", "980121"),
        ("x-ta18-1", "county", None),
        ("group-west", "group", None),
        ("980171", "zone", "980100"),
    ],
)
def test_codes_of_each_level_are_known(place_id, level, parent_id):
    assert place_codes.fits(place_id, level, parent_id)

"""The filter above a list finds a row by its names in both languages, in either script, and by former names."""

from __future__ import annotations

import pytest

ROWS = "tbody tr:visible"
CASES = [  # list, what is typed, how many rows hold it
    ("pairings/index.html", "乙县", 3),
    ("pairings/index.html", "乙縣", 3),
    ("pairings/index.html", "Yi County", 3),
    ("en/pairings/index.html", "乙县", 3),
    ("en/pairings/index.html", "乙縣", 3),
    ("en/pairings/index.html", "yi county", 3),
    ("sources/index.html", "甲县协作简报", 1),  # printed in Traditional characters
    ("en/sources/index.html", "甲县协作简报", 1),
]


@pytest.mark.parametrize(("path", "typed", "rows"), CASES)
def test_a_list_is_filtered_by_names_of_both_languages_and_scripts(open_page, site, path, typed, rows):
    page = open_page(f"{site}{path}?filter={typed}")
    assert page.locator(ROWS).count() == rows

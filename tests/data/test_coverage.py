"""Coverage of the real ledger: one number wherever it is said, and only the counties of an arrangement in it."""

import pytest

from build_scripts.commands.coverage import table
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.pages.book import open_book
from build_scripts.pages.known_counties import described, known_by_round
from build_scripts.pages.model import Site

IN_PART = {"130000": 25, "220000": 4, "420000": 8, "430000": 7}  # of 45, 8, 28 and 40 on the list of 832
LIST = "poor_county_832"


def counted(files, round_key, column, province=None):
    rows = (row for row in files["coverage"] if (row["round"], row["designation"]) == (round_key, LIST))
    return sum(int(row[column]) for row in rows if province in (None, row["place_province_id"]))


@pytest.mark.parametrize("province", IN_PART)
def test_of_four_provinces_only_the_prefectures_that_took_part_count(files, province):
    assert counted(files, "2016/2020", "listed", province) == IN_PART[province]
    assert counted(files, "2021/", "listed", province) == 0


def test_the_numbers_of_a_province_are_its_counties(files):
    for line in files["coverage"]:
        same = ("round", "designation", "place_province_id")
        counties = (row for row in files["listed_counties"] if all(row[name] == line[name] for name in same))
        own = [row["state"] for row in counties]
        told = {"paired": "with_pairing", "undated": "with_undated", "wider": "with_prefecture", "none": "without"}
        assert {state: own.count(state) for state in told} == {state: int(line[name]) for state, name in told.items()}
        assert len(own) == int(line["listed"])


def test_a_year_counts_each_pairing_once(files):
    for row in files["coverage_years"]:
        known = [int(row[name]) for name in ("with_figure", "with_range", "without_figure")]
        assert sum(known) == int(row["paired"]), row["coverage_id"]
    years = {row["year"] for row in files["coverage_years"]}
    assert {"1996", "2016", "2021"} <= years
    assert not [row for row in files["coverage_years"] if row["year"] > "2020" and row["place_province_id"] in IN_PART]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_says_how_many_counties_are_known_says_the_number_of_the_table(files, edition, lang):
    """Descriptions, the pages of counties, and the README."""
    site = Site(edition.package, edition.views, open_names(edition.package, edition.views), {})
    book, readme = open_book(site, lang), table(edition.views)
    for key, said in zip(("2021/", "2016/2020"), known_by_round(book), strict=True):
        listed, paired = (counted(files, key, name) for name in ("listed", "with_pairing"))
        assert (said["listed"], said["states"]["paired"]) == (listed, paired)
        assert f" {listed} " in described(book, [said]) and f" {paired} " in described(book, [said])
        assert f"| {key.replace('/', '–')} | {listed} | {paired} |" in readme
    (gansu,) = known_by_round(book, "620000")[:1]
    assert gansu["states"]["paired"] == counted(files, "2021/", "with_pairing", "620000")

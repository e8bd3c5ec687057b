"""The ledger's own denominators: official lists and the scope of each round."""

from pathlib import Path

import pytest

from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables

POOR_COUNTIES = {  # province -> counties on the list of 832, as published
    "130000": 45, "140000": 36, "150000": 31, "220000": 8, "230000": 20, "340000": 20, "360000": 24, "410000": 38,
    "420000": 28, "430000": 40, "450000": 33, "460000": 5, "500000": 14, "510000": 66, "520000": 66, "530000": 88,
    "540000": 74, "610000": 56, "620000": 58, "630000": 42, "640000": 8, "650000": 32,
}  # fmt: skip
KEY_COUNTIES = {"150000": 10, "450000": 20, "500000": 4, "510000": 25, "520000": 20, "530000": 11}
LEFT_IN = {"2016": 28, "2017": 125, "2018": 282, "2019": 345, "2020": 52}


@pytest.fixture(scope="module")
def tables():
    return read_tables(open_package(Path(__file__).parents[2]))


def by_province(rows):
    return (rows["place_id"].str[:2] + "0000").value_counts().to_dict()


def test_the_list_of_832_is_whole_in_every_province(tables):
    poor = tables["designations"].query("designation == 'poor_county_832'")
    assert by_province(poor) == POOR_COUNTIES
    assert poor["valid_to"].value_counts().to_dict() == LEFT_IN


def test_the_list_of_160_says_how_far_it_was_read(tables):
    assert by_province(tables["designations"].query("designation == 'key_county_160'")) == KEY_COUNTIES


def test_since_2021_eight_provinces_help_ten_in_eleven_pairs(tables):
    scope = tables["programme_scope"].query("programme == 'ew2'")
    assert (len(scope), scope["provider_place_id"].nunique(), scope["recipient_place_id"].nunique()) == (11, 8, 10)
    assert set(scope.query("recipient_place_id == '620000'")["provider_place_id"]) == {"120000", "370000"}


@pytest.mark.parametrize("province", ["130000", "220000", "420000", "430000"])
def test_four_provinces_receive_in_the_first_round_only_and_in_part(tables, province):
    scope = tables["programme_scope"]
    theirs = scope[scope["recipient_place_id"].str.startswith(province[:2])]
    assert set(theirs["programme"]) == {"ew1"}
    assert province not in set(theirs["recipient_place_id"])


@pytest.mark.parametrize("province", ["150000", "450000", "500000", "510000", "520000", "530000", "610000", "620000"])
def test_every_county_of_a_recipient_province_can_be_answered(tables, province):
    counties = tables["places"].query("level == 'county'")["place_id"]
    assert counties.str.startswith(province[:2]).sum() >= {"500000": 38}.get(province, 85)

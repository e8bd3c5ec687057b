"""Sums that cross pairings."""

from decimal import Decimal

import pytest

from build_scripts.ledger.tables import read_tables
from build_scripts.views.derive import derive_views
from build_scripts.views.ledger_totals import LEDGER, families_of


def sums(package, tables=None) -> dict:
    views = derive_views(tables or read_tables(package), "2025-11-21")
    return {(total.subject_id, total.what): total for total in views.totals if total.subject_kind == LEDGER}


def test_a_sum_is_of_one_programme_class_and_stage(tiny_package):
    received = sums(tiny_package)["east_west", "money:mixed:received"]
    assert received.value == Decimal(12000000)
    assert received.included == ("ta18.f01",)
    assert ("tb19-2.f01", "other_claim") in received.left_out


@pytest.fixture
def county_and_village(ledger):
    """The village pairing belongs to the county pairing and prints money of its own."""
    ledger.add(
        "funds",
        "ta18.f01",
        fund_id="ta18.f90",
        pairing_id="ew1-jiashang-dingcun",
        parts_complete="",
        label="另一笔",
    )
    return ledger


def test_money_of_a_pairing_is_not_added_to_that_of_the_wider_one(county_and_village):
    package, tables = county_and_village.read()
    received = sums(package, tables)["east_west", "money:mixed:received"]
    assert received.value == Decimal(12000000)
    assert ("ta18.f90", "wider_pairing") in received.left_out


def test_money_of_another_year_is_added(county_and_village):
    county_and_village.set("funds", "ta18.f90", period="2017")
    package, tables = county_and_village.read()
    assert sums(package, tables)["east_west", "money:mixed:received"].value == Decimal(24000000)


def test_programmes_stay_apart_and_mixed_ones_belong_to_none(county_and_village):
    county_and_village.set("pairings", "ew1-jiashang-dingcun", programme="mixed")
    package, tables = county_and_village.read()
    assert {programme for programme, _ in sums(package, tables)} == {"east_west"}


def test_a_pairing_of_places_above_both_ends_is_wider_without_being_named(ledger):
    ledger.add(
        "pairings",
        "ew1-bing-yi",
        pairing_id="ew1-jia-yi-sheng",
        level="province",
        provider_place_id="980000",
        recipient_place_id="990000",
    )
    wider = derive_views(ledger.read()[1], "2025-11-21").wider
    assert "ew1-jia-yi-sheng" in wider["ew1-jia-yi"]


def test_only_pairings_that_may_hold_the_same_money_are_asked_of_one_another():
    """So the time of a sum grows with the number of pairings, not with its square."""
    wider = {"a": ("b",), "b": (), "c": (), "d": (), "e": ("d",), "f": ()}
    ends = {"a": ("1", "2"), "b": ("3", "4"), "c": ("1", "2"), "d": ("5", "6"), "e": ("7", "8"), "f": ("9", "0")}
    assert families_of(wider, ends) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "f"}

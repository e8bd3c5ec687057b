"""Listed counties, printed counts and printed sums held against what the ledger can name."""

import pytest

from build_scripts.views.county_coverage import by_list, states_of
from build_scripts.views.dated_pairings import DatedPairing, round_of
from build_scripts.views.derive import derive_views

COUNTY = {"place_id": "990122", "name": "戊县", "name_en": "Wu County", "aliases": ""}


def coverage_of(ledger):
    return derive_views(ledger.read()[1], "2026-01-02").coverage


def state(ledger, county="990121"):
    return next(each.state for each in coverage_of(ledger).counties if each.county_id == county)


@pytest.fixture
def second_county(ledger):
    """The tiny ledger with one more county on the list, of which no pairing is known."""
    ledger.add("places", "990121", **COUNTY)
    ledger.add("designations", "pc832-990121", designation_id="pc832-990122", place_id="990122", as_printed="戊县")
    return ledger


def test_a_listed_county_without_a_pairing_is_named(second_county):
    assert state(second_county, "990122") == "none"


def test_a_listed_county_with_a_pairing_in_the_round_is_known(ledger):
    found = coverage_of(ledger).counties
    assert [(each.round_key, each.county_id, each.state) for each in found] == [("2016/2020", "990121", "paired")]
    assert found[0].pairings == ("ew1-bing-yi", "ew1-jia-yi")


def test_a_county_outside_the_arrangement_does_not_count(second_county):
    second_county.set("programme_scope", "ew1-jia-yi", recipient_place_id="990121")
    assert [each.county_id for each in coverage_of(second_county).counties] == ["990121"]


def test_of_a_province_only_the_prefecture_that_takes_part_counts(second_county):
    second_county.add("places", "990000", place_id="990100", name="己市", name_en="Ji", level="prefecture",
                      parent_id="990000")  # fmt: skip
    second_county.set("places", "990122", parent_id="990100")
    second_county.set("programme_scope", "ew1-jia-yi", recipient_place_id="990100")
    assert [each.county_id for each in coverage_of(second_county).counties] == ["990122"]


def test_an_arrangement_that_ended_before_the_round_takes_nobody_in(ledger):
    ledger.set("programme_scope", "ew1-jia-yi", valid_to="2015")
    assert coverage_of(ledger).counties == ()


def test_a_pairing_of_an_earlier_round_is_no_pairing_of_this_one(ledger):
    ledger.set("pairings", "ew1-bing-yi", valid_to="2015")
    ledger.set("pairings", "ew1-jia-yi", programme="gz")
    assert state(ledger) == "none"


def test_a_pairing_whose_years_are_not_stated_proves_nothing_either_way(second_county):
    second_county.add("pairings", "ew1-bing-yi", pairing_id="ew1-bing-wu", recipient_place_id="990122",
                      valid_from="", valid_to="", dates_basis="not_stated", supersedes_id="")  # fmt: skip
    assert state(second_county, "990122") == "undated"


def test_a_figure_of_a_year_dates_a_pairing_that_states_none(second_county):
    second_county.add("pairings", "ew1-bing-yi", pairing_id="ew1-bing-wu", recipient_place_id="990122",
                      valid_from="", valid_to="", dates_basis="not_stated", supersedes_id="")  # fmt: skip
    second_county.add("funds", "ta18.f01", fund_id="ta18.f13", pairing_id="ew1-bing-wu", parts_complete="")
    assert state(second_county, "990122") == "paired"


def test_the_pairing_of_its_prefecture_is_told_apart(second_county):
    second_county.add("places", "990000", place_id="990100", name="己市", name_en="Ji", level="prefecture",
                      parent_id="990000")  # fmt: skip
    second_county.set("places", "990122", parent_id="990100")
    second_county.add("pairings", "ew1-jia-yi", pairing_id="ew1-jia-ji", recipient_place_id="990100", level="mixed",
                      supersedes_id="")  # fmt: skip
    assert state(second_county, "990122") == "wider"


@pytest.mark.parametrize(
    ("windows", "found"),
    [((), "undated"), (("2018/2020",), "paired"), (("2010/2015",), None), (("1996/",), "undated"),
     (("1996/", "2018"), "paired"), (("2021/",), None)],
)  # fmt: skip
def test_a_pairing_lies_in_a_round_where_one_of_its_windows_does(windows, found):
    assert DatedPairing("x", "ew1", None, None, windows).state_in("2016/2020") == found


@pytest.mark.parametrize(("period", "key"), [("2009", "1996/2015"), ("2016-07", "2016/2020"), ("2021/2025", "2021/")])
def test_a_print_belongs_to_the_round_of_its_last_day(period, key):
    assert round_of(period) == key


def printed(ledger, **cells):
    plain = {"observation_id": "ta18.o90", "pairing_id": "ew1-jiasheng-yisheng", "project_id": "", "value": "3",
             "measure_id": "counties_covered", "label": "结对县", "period": "2018", "basis": "as_of"}  # fmt: skip
    ledger.add("observations", "ta18.o01", **(plain | cells))


@pytest.fixture
def provinces(ledger):
    """The tiny ledger with a pairing of its two provinces and the measure of counties."""
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ew1-jiasheng-yisheng", level="province", supersedes_id="",
               provider_place_id="980000", recipient_place_id="990000", valid_from="2013", valid_to="2020")  # fmt: skip
    ledger.add("measures", "projects_count", measure_id="counties_covered", unit="county", aggregation="latest")
    return ledger


def test_a_printed_number_of_counties_is_held_against_those_that_can_be_named(provinces):
    printed(provinces)
    count = coverage_of(provinces).counts[0]
    assert (count.printed, count.known, count.undated, count.is_held) == (3, ("990121",), (), True)


def test_a_number_that_a_copy_repeats_is_one_printed_number(provinces):
    printed(provinces)
    printed(provinces, observation_id="tc21.o90", source_id="tc21", period="2017/2018")
    assert len(coverage_of(provinces).counts) == 2
    provinces.set("sources", "tc21", same_as_source_id="ta18")
    assert len(coverage_of(provinces).counts) == 1


def test_counties_paired_at_another_time_are_not_among_those_printed(provinces):
    printed(provinces, period="1997")
    assert coverage_of(provinces).counts[0].known == ()


def test_a_number_printed_of_a_place_is_held_against_nothing(provinces):
    printed(provinces, pairing_id="", place_id="990000")
    assert not coverage_of(provinces).counts[0].is_held


@pytest.mark.parametrize("cells", [{"basis": "in_period"}, {"period": ""}])
def test_newly_paired_counties_and_undated_numbers_are_no_count_of_pairs(provinces, cells):
    printed(provinces, **cells)
    assert coverage_of(provinces).counts == ()


def test_of_a_pair_of_provinces_the_longest_window_of_fiscal_money_is_shown(provinces):
    fund = {"pairing_id": "ew1-jiasheng-yisheng", "parts_complete": "", "as_printed": "3000万元", "amount": "30000000"}
    provinces.add("funds", "ta18.f01", fund_id="ta18.f13", period="2016/2020", label="一", **fund)
    provinces.add("funds", "ta18.f02", fund_id="ta18.f14", period="2017", label="二", part_of="", **fund)
    provinces.add("funds", "ta18.f02", fund_id="ta18.f15", period="2017/2018", label="三", part_of="", **fund)
    assert [line.claims for line in coverage_of(provinces).money] == [("ta18.f15",)]


def test_the_numbers_of_a_list_are_those_of_its_provinces(second_county):
    groups = by_list(coverage_of(second_county).counties)
    assert list(groups) == [("2016/2020", "poor_county_832")]
    assert states_of(groups["2016/2020", "poor_county_832"]["990000"]) == {"paired": 1, "none": 1}

"""Which years are known, which only by a longer figure, and which not at all."""

from __future__ import annotations

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.ledger.tables import Tables
from build_scripts.views.claims import derive_claims
from build_scripts.views.coverage import Gaps
from build_scripts.views.gaps import derive_gaps
from build_scripts.views.places import index_places, pairing_ends


@pytest.fixture(scope="module")
def gaps(tiny_tables):
    return gaps_in(tiny_tables)


def gaps_in(tables: Tables) -> Gaps:
    claims = derive_claims(tables, valid_proofs(tables))
    return derive_gaps(tables, claims, index_places(tables["places"]), pairing_ends(tables))


def gaps_of(ledger) -> Gaps:
    return gaps_in(ledger.read()[1])


def test_a_year_without_a_figure_inside_the_term_is_unknown(gaps):
    assert gaps.pairing_years["ew1-bing-yi"] == dict.fromkeys((2013, 2014, 2015, 2016), "unknown")


def test_a_figure_for_one_year_makes_it_known(gaps):
    assert gaps.pairing_years["ew1-jia-yi"][2018] == "known"


def test_no_year_after_the_last_figure_is_listed(gaps):
    assert list(gaps.pairing_years["ew1-jia-yi"]) == [2017, 2018]


def test_a_term_that_is_not_stated_lists_only_years_with_figures(gaps):
    assert gaps.pairing_years["ew1-jiashang-dingcun"] == {}


def test_a_figure_over_several_years_is_a_range_until_a_single_year_is_known(ledger):
    ledger.add("funds", "ta18.f01", fund_id="ta18.f13", period="2017/2020", parts_complete="")
    assert gaps_of(ledger).pairing_years["ew1-jia-yi"] == {
        2017: "range",
        2018: "known",
        2019: "range",
        2020: "range",
    }


def test_a_figure_of_a_year_counts_where_the_term_is_known_by_its_first_year_alone(ledger):
    """Shanghai's help to Yiling, known from 1992 alone, had “no figure”, though 2019 has one."""
    ledger.add("funds", "ta18.f01", fund_id="ta18.f13", pairing_id="ew1-bing-yi", period="2018", parts_complete="")
    ledger.add("funds", "ta18.f01", fund_id="ta18.f14", pairing_id="ew1-bing-yi", period="2017/2018", parts_complete="")
    years = gaps_of(ledger).pairing_years["ew1-bing-yi"]
    assert (years[2013], years[2018], 2017 in years) == ("unknown", "known", False)


def test_a_cumulative_figure_does_not_make_its_last_year_known(ledger):
    ledger.add("funds", "ta18.f01", fund_id="ta18.f13", period="2020", basis="cumulative", parts_complete="")
    assert gaps_of(ledger).pairing_years["ew1-jia-yi"][2020] == "range"


@pytest.mark.parametrize(
    "cells", [{"basis": "expected"}, {"amount": "", "as_printed": "00万元"}, {"period": ""}]
)
def test_expected_damaged_and_undated_figures_make_no_year_known(ledger, cells):
    ledger.add("funds", "ta18.f01", fund_id="ta18.f13", **{"period": "2017", "parts_complete": "", **cells})
    assert gaps_of(ledger).pairing_years["ew1-jia-yi"][2017] == "unknown"


def test_figures_of_its_projects_count_for_the_pairing(ledger):
    ledger.set("funds", "ta18.f12", period="2017")
    assert gaps_of(ledger).pairing_years["ew1-jia-yi"][2017] == "known"


def test_both_provinces_know_what_their_pairing_knows(gaps):
    for province in ("980000", "990000"):
        years = gaps.province_years[province]
        assert years[2018] == "known" and years[1996] == "unknown" and list(years) == list(range(1996, 2019))


def test_a_province_without_pairings_or_figures_is_left_out(ledger):
    ledger.add("places", "990000", place_id="970000", name="丙省", name_en="Bing Province")
    assert list(gaps_of(ledger).province_years) == ["980000", "990000"]

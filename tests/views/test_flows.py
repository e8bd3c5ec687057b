"""Money between provinces: never two stages, never a whole with its parts, never zero for unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.best_flows import best_flows, best_round, flows_of_kinds, latest_round
from build_scripts.views.claims import derive_claims
from build_scripts.views.derive import derive_views
from build_scripts.views.edges import edges_by_pair
from build_scripts.views.facts import derive_facts
from build_scripts.views.flow_frame import flow_frame
from build_scripts.views.flow_sums import covers, inside
from build_scripts.views.flow_years import flows_by_year
from build_scripts.views.flows import derive_flows
from build_scripts.views.places import index_places, pairing_ends
from build_scripts.views.reliability import derive_reliability
from build_scripts.views.subjects import subject_frame
from build_scripts.views.who_is_paired import who_is_paired

PROVINCES = {
    "pairing_id": "ew1-jiasheng-yisheng",
    "level": "province",
    "provider_place_id": "980000",
    "recipient_place_id": "990000",
    "valid_from": "2016",
    "valid_to": "2020",
    "dates_basis": "printed",
    "supersedes_id": "",
    "inferred": "",
}


def flows_of(tables):
    claims = derive_claims(tables, valid_proofs(tables))
    facts = derive_facts(claims, derive_reliability(tables["sources"]), tables["sources"])
    return derive_flows(tables, claims, facts, index_places(tables["places"]), pairing_ends(tables))


def flow(flows, key, stage="received", kind="east_west", source="mixed"):
    """The flow of the only pair of provinces."""
    same = (f for f in flows if (f.period_key, f.stage, f.programme_class, f.fund_source) == (key, stage, kind, source))
    return next(same, None)


@pytest.fixture
def national(ledger):
    """The tiny ledger with a pairing of its two provinces."""
    ledger.add("pairings", "ew1-jia-yi", **PROVINCES)
    return ledger


def money(ledger, fund_id, **cells):
    """Adds a fund of the two provinces: 30 million yuan received."""
    plain = {
        "pairing_id": "ew1-jiasheng-yisheng",
        "label": "到位",
        "period": "2016/2020",
        "amount": "30000000",
        "as_printed": "3000万元",
        "parts_complete": "",
    }
    ledger.add("funds", "ta18.f01", fund_id=fund_id, **(plain | cells))


@pytest.fixture(scope="module")
def flows(tiny_tables):
    return flows_of(tiny_tables)


def test_a_pair_without_a_figure_of_the_stage_is_unknown_and_not_zero(national):
    national.add("places", "980000", place_id="970000", name="丙省")
    national.add(
        "pairings", "ew1-jiasheng-yisheng", pairing_id="ew1-bingsheng-yisheng", provider_place_id="970000"
    )
    unknown = next(f for f in flows_of(national.read()[1]) if f.provider_province == "970000")
    assert (unknown.value, unknown.basis, unknown.claims) == (None, "unknown", ())
    assert unknown.pairings == ("ew1-bingsheng-yisheng",)


def test_without_a_figure_of_the_provinces_the_parts_are_added_and_marked(flows):
    found = flow(flows, "2016/2020")
    assert (found.value, found.basis, found.is_complete) == (Decimal(12_000_000), "parts", False)
    assert (found.claims, found.sources, found.years) == (("ta18.f01",), ("ta18",), (2018,))


def test_a_flow_says_why_each_claim_is_left_out(flows):
    reasons = dict(flow(flows, "2016/2020").left_out)
    assert reasons == {"tb19-2.f01": "other_claim", "tc21.f01": "overlap"}


def test_a_flow_holds_one_stage(flows):
    assert flow(flows, "2018", "allocated", source="fiscal_assistance").claims == ("ta18.f04",)
    assert flow(flows, "2018", "received").value == Decimal(12_000_000)


def test_a_stage_that_no_pair_knows_is_not_offered(flows):
    assert flow(flows, "2016/2020", "spent") is None


def test_the_figure_of_the_provinces_holds_the_parts(national):
    money(national, "ta18.f13")
    found = flow(flows_of(national.read()[1]), "2016/2020")
    assert (found.value, found.basis, found.is_complete) == (Decimal(30_000_000), "province", True)
    assert found.claims == ("ta18.f13",) and dict(found.left_out)["ta18.f01"] == "within"


def test_figures_of_the_provinces_for_some_years_stand_where_they_say_more(national):
    money(national, "ta18.f13", period="2017")
    found = flow(flows_of(national.read()[1]), "2016/2020")
    assert (found.value, found.basis, found.is_complete) == (Decimal(30_000_000), "province_part", False)


def test_figures_of_the_provinces_for_some_years_give_way_where_the_parts_say_more(national):
    money(national, "ta18.f13", period="2017", amount="5000000", as_printed="500万元")
    found = flow(flows_of(national.read()[1]), "2016/2020")
    assert (found.value, found.basis) == (Decimal(12_000_000), "parts")
    assert dict(found.left_out)["ta18.f13"] == "some_years"


def test_a_figure_that_reaches_into_another_round_is_left_out(national):
    money(national, "ta18.f13", period="1996/2016")
    found = flow(flows_of(national.read()[1]), "2016/2020")
    assert dict(found.left_out)["ta18.f13"] == "period" and found.basis == "parts"


def test_a_cumulative_figure_that_does_not_say_since_when_is_left_out(national):
    money(national, "ta18.f13", period="2018", basis="cumulative")
    found = flow(flows_of(national.read()[1]), "2018")
    assert dict(found.left_out)["ta18.f13"] == "open_start"


def test_a_village_in_a_paired_county_is_not_counted_twice(national):
    national.add(
        "funds",
        "ta18.f01",
        fund_id="ta18.f13",
        pairing_id="ew1-jiashang-dingcun",
        label="村里",
        parts_complete="",
    )
    found = flow(flows_of(national.read()[1]), "2018")
    assert found.claims == ("ta18.f01",) and dict(found.left_out)["ta18.f13"] == "wider"


def test_two_providers_of_one_county_are_added(ledger):
    ledger.add("funds", "ta18.f01", fund_id="ta18.f13", pairing_id="ew1-bing-yi", parts_complete="")
    found = flow(flows_of(ledger.read()[1]), "2018")
    assert found.value == Decimal(24_000_000) and found.claims == ("ta18.f01", "ta18.f13")


@pytest.mark.parametrize("programme", ["mixed", "unknown", "ca", "ip"])
def test_other_programmes_stay_out(ledger, programme):
    ledger.set("pairings", "ew1-jia-yi", programme=programme)
    assert flows_of(ledger.read()[1]) == ()


def test_assistance_to_guizhou_is_a_class_of_its_own(ledger):
    ledger.set("pairings", "ew1-jia-yi", programme="gz")
    found = flows_of(ledger.read()[1])
    assert flow(found, "2018", kind="gz").value == Decimal(12_000_000)
    assert flow(found, "2018") is None


def test_the_present_round_is_never_complete(tiny_claims):
    assert not covers([tiny_claims["ta18.f01"]], "2021/") and covers([tiny_claims["ta18.f01"]], "2018")
    assert inside("2021-03/2024", "2021/") and not inside("2020/2021", "2021/")


def test_money_printed_jointly_is_never_added_to_fiscal_money(national):
    national.set("funds", "ta18.f02", part_of="", label="另一笔")
    found = flows_of(national.read()[1])
    assert flow(found, "2018").value == Decimal(12_000_000)
    assert flow(found, "2018", source="fiscal_assistance").value == Decimal(9_000_000)
    assert all(len({c.split(".")[0] for c in f.claims}) == 1 for f in found if f.claims)


def test_a_pair_is_unknown_only_where_no_stage_has_a_figure(national):
    national.add("places", "980000", place_id="970000", name="丙省")
    national.add("pairings", "ew1-jiasheng-yisheng", pairing_id="ew1-bingsheng-yisheng", provider_place_id="970000")
    money(national, "ta18.f13", pairing_id="ew1-bingsheng-yisheng", stage="spent", fund_source="fiscal_assistance")
    best = best_flows(flows_of(national.read()[1]))["2016/2020"]
    assert [(f.provider_province, f.stage, f.value) for f in best] == [
        ("970000", "spent", Decimal(30_000_000)), ("980000", "received", Decimal(9_000_000)),
    ]  # fmt: skip


def test_what_no_stage_knows_is_of_no_stage(national):
    national.add("places", "980000", place_id="970000", name="丙省")
    national.add("pairings", "ew1-jiasheng-yisheng", pairing_id="ew1-bingsheng-yisheng", provider_place_id="970000")
    unknown = best_flows(flows_of(national.read()[1]))["2016/2020"][-1]
    assert (unknown.stage, unknown.fund_source, unknown.value) == (None, None, None)


def test_a_figure_of_the_provinces_is_better_known_than_a_sum_of_their_parts(national):
    money(national, "ta18.f13", stage="disbursed", fund_source="social_donation")
    (best,) = best_flows(flows_of(national.read()[1]))["2016/2020"]
    assert (best.stage, best.fund_source, best.basis) == ("disbursed", "social_donation", "province")


def years_of_pair(ledger):
    """Year -> (stage, value in yuan, basis) of the two provinces of the tiny ledger; None where unknown."""
    tables = ledger.read()[1]
    edges = edges_by_pair(tables["pairings"], index_places(tables["places"]), pairing_ends(tables))
    years = flows_by_year(flows_of(tables), edges).get(("980000", "990000"), {})
    return {year: flow and (flow.stage, int(flow.value), flow.basis) for year, flow in years.items()}


def test_a_year_is_unknown_only_where_no_stage_has_a_figure_of_it(national):
    money(national, "tn.f20", period="2016")
    money(national, "tn.f21", period="2020", stage="allocated")
    assert years_of_pair(national) == {
        2016: ("received", 30000000, "province"), 2017: None, 2018: ("received", 9000000, "parts"), 2019: None,
        2020: ("allocated", 30000000, "province"),
    }  # fmt: skip


def test_a_year_in_which_nothing_joined_two_provinces_is_not_unknown(national):
    money(national, "tn.f20", period="2016")
    money(national, "tn.f21", period="2020")
    for key in ("ew1-jiasheng-yisheng", "ew1-jia-yi", "ew1-bing-yi"):
        national.set("pairings", key, valid_to="2017", valid_from="2016")
    assert set(years_of_pair(national)) == {2016, 2017, 2018, 2020}


def test_two_provinces_with_one_year_of_their_own_make_no_series(national):
    money(national, "tn.f20", period="2016")
    assert years_of_pair(national) == {}


def test_a_figure_of_the_provinces_stands_for_them_before_a_later_one_of_some_counties(national):
    money(national, "tn.f20", period="2010")
    assert latest_round(flows_of(national.read()[1]))["980000", "990000"].value == 30000000


def test_a_flow_names_the_ends_of_what_it_adds(national):
    assert flow(flows_of(national.read()[1]), "2018").ends == (("980121", "990121"),)


def test_a_diagram_of_one_stage_needs_pairs_to_compare(flows):
    assert flows_of_kinds(flows) == {} and best_round(best_flows(flows)) == ["2016/2020"]


def test_a_county_sees_its_providers_through_the_rounds(tiny_tables):
    paired = who_is_paired(tiny_tables["pairings"], index_places(tiny_tables["places"]))
    rows = [row for row in paired if row.county_id == "990121"]
    assert [(r.provider_place_id, r.valid_from) for r in rows] == [
        ("980122", "2013"),
        ("980121", "2017"),
        (None, None),
    ]
    assert (rows[2].provider_org_id, rows[2].recipient_place_id) == ("jiashang", "990121-dingcun")


def test_the_table_of_flows_names_stage_unit_and_years_and_adds_to_its_rows(tiny_package, national):
    national.add("places", "980000", place_id="970000", name="丙省")
    national.add("pairings", "ew1-jiasheng-yisheng", pairing_id="ew1-bingsheng-yisheng", provider_place_id="970000")
    views = derive_views(national.read()[1], "2026-01-02")
    frame = flow_frame(tiny_package, views, subject_frame(tiny_package, views, {"zh": "", "en": ""}))
    rows = frame[frame["period"] == "2016/2020"].set_index(["provider_province_id", "stage", "fund_source"])
    joint = rows.loc["980000", "received", "mixed"]
    assert (joint["value"], joint["unit"], joint["years"]) == (Decimal(12_000_000), "cny", "2018")
    assert (joint["added_ids"], joint["flow_basis"], joint["is_best"]) == ("ta18.f01", "parts", False)
    assert rows.loc["980000", "received", "fiscal_assistance"]["is_best"]
    unknown = frame[(frame["period"] == "2016/2020") & (frame["provider_province_id"] == "970000")]
    assert unknown[["stage", "fund_source", "value"]].isna().values.tolist() == [[True, True, True]]


def test_money_of_a_year_of_less_than_four_digits_ends_in_no_traceback(national):
    money(national, "zz.f1", period="0018")
    assert flow(flows_of(national.read()[1]), "0018").value == 30_000_000

"""What each chart shows of the tiny ledger: the figures, written out."""


from dataclasses import replace

import pandas as pd
import pytest

from build_scripts.charts import flow_rows, flow_words
from build_scripts.charts.encodings import years_axis
from build_scripts.charts.gallery import (
    account,
    events_by_year,
    events_in_time,
    flow,
    instruments_timeline,
    known_years,
    matrix,
    money_by_pairing,
    money_by_stage,
    money_of_a_pair,
    pairings_by_level,
    parts_of_a_whole,
    people_by_direction,
    planned_against_completed,
    project_status,
    relay,
    signed_in_place,
    tile_map,
)
from build_scripts.charts.model import Drawing
from build_scripts.charts.statements import as_many
from build_scripts.charts.theme import WIDE
from build_scripts.exports.formats.charts import table_csv
from build_scripts.labels.names import Names
from build_scripts.labels.windows import bare_window
from build_scripts.pages.chart_files import chart_of
from build_scripts.views.best_flows import latest_round
from build_scripts.views.causes import causes_by_place
from build_scripts.views.derive import derive_views
from build_scripts.views.divisions import divisions
from build_scripts.views.latest_year import is_of_some
from build_scripts.views.places import province_pairs
from build_scripts.views.plans import plans
from build_scripts.views.said import Window
from build_scripts.views.terms import years_in_force
from build_scripts.views.visits import ways_by_pairing
from build_scripts.views.windows import joined_windows
from tests.saying import plain


@pytest.fixture
def views_of(ledger):
    """The views of the tiny ledger as a test has changed it."""
    return lambda: derive_views(ledger.read()[1], "2022-01-01")


@pytest.fixture
def names_of(tiny_package):
    """Names in Chinese of the views that a test has changed."""
    return lambda views: Names(tiny_package, views, "zh")


def part(ledger, key, whole, **cells):
    ledger.add("funds", "ta18.f05", fund_id=key, part_of=whole, start="", **cells)


def test_two_parts_are_no_chart_and_three_are(ledger, views_of):
    assert [d.whole.claim_id for d in divisions(views_of().claims)] == []
    part(ledger, "ta18.f20", "ta18.f04", amount="600000", as_printed="60万元")
    (division,) = divisions(views_of().claims)
    assert [c.value for c in division.parts] == [5000000, 3000000, 600000]
    assert division.rest == 0 and not division.is_open


def test_what_parts_leave_of_a_whole_is_hatched_only_where_they_do_not_claim_to_be_complete(ledger, views_of):
    part(ledger, "ta18.f20", "ta18.f04", amount="500000", as_printed="50万元")
    (complete,) = divisions(views_of().claims)
    assert (complete.rest, complete.is_open) == (100000, False)
    ledger.set("funds", "ta18.f04", parts_complete="false")
    (open_one,) = divisions(views_of().claims)
    assert open_one.is_open


def test_a_part_without_digits_is_not_drawn_as_zero(ledger, views_of):
    part(ledger, "ta18.f20", "ta18.f04", amount="", qualifier="over", as_printed="00多万元")
    assert divisions(views_of().claims) == []


def test_a_division_is_shown_with_its_project_and_with_its_pairing(ledger, views_of, tiny_names):
    for n in (1, 2, 3):
        cells = {"part_of": "ta18.f12", "amount": "1000000", "as_printed": "100万元", "start": ""}
        ledger.add("funds", "ta18.f12", fund_id=f"ta18.f3{n}", **cells)
    data = parts_of_a_whole.frame(views_of(), tiny_names)
    assert set(data["of"]) == {("project", "ta18-chayuan")} and set(data["also"]) == {(("pairing", "ew1-jia-yi"),)}
    assert list(data["kind"]) == ["whole", "part", "part", "part", "rest"] and data["amount"].iloc[-1] == 1800000


def test_a_pairings_money_is_its_statements_each_over_its_own_months(tiny_views, tiny_names):
    data = money_by_stage.frame(tiny_views, tiny_names)
    assert data[["money", "stage", "period", "amount"]].values.tolist() == [
        ["财政援助资金", "安排", "2018", 8600000],
        ["混合", "到位", "2018", 12000000],
        ["混合", "到位", "2018", 12000000],  # a second document on the same year: beside the first, never added
        ["企业投资", "签约", "2018", 150000000],
        ["资金性质未写明", "使用", "2018", 4800000],
    ]


def test_a_statement_that_is_expected_or_cumulative_says_so(tiny_views, tiny_names):
    data = money_by_stage.frame(tiny_views, tiny_names).set_index("what")["basis"]
    assert data["意向投资"] == "预计" and data["到位资金合计"] == ""


def test_the_largest_totals_of_a_level_come_stage_by_stage_with_their_time(tiny_views, tiny_names):
    data = money_by_pairing.frame(tiny_views, tiny_names)
    assert data[["stage", "amount", "covers"]].values.tolist() == [
        ["安排", 8600000, "2018\u00a0年*"], ["到位", 9000000, "2018\u00a0年"],
    ]  # a star where the kind of money was judged; mixed money and money of unstated kind are no part  # fmt: skip


def test_each_amount_of_a_description_has_its_stage_and_time(tiny_drawings):
    assert tiny_drawings["money-by-pairing.county", "zh"].sketch.alt == (
        "横条图：县（市、区）结对财政援助资金的合计，按阶段分列，共 2 个。"
        "甲县 → 乙县：2018\u00a0年安排 860\u00a0万元（资金性质由整理者推定）；"
        "甲县 → 乙县：2018\u00a0年到位 900\u00a0万元。"
    )


def test_a_description_without_room_says_how_many_more_figures_there_are(tiny_names):
    assert as_many(["甲" * 80, "乙" * 80, "丙" * 80], tiny_names) == f"{'甲' * 80}；{'乙' * 80}；另有 1 项，见数据表"
    assert as_many(["甲" * 400], tiny_names) == "甲" * 400
    assert as_many([], tiny_names) == ""


def test_an_axis_of_few_years_names_whole_ones(tiny_drawings):
    spec = tiny_drawings["events-by-year", "zh"].specs()[WIDE]
    axes = [layer["encoding"]["x"].get("axis") for layer in spec["layer"] if "size" in layer["encoding"]]
    assert [axis["values"] for axis in axes] == [[2018, 2019, 2020]]
    assert years_axis(360, 1996, 2026).to_dict()["values"] == [1996, 2002, 2008, 2014, 2020, 2026]


def test_years_with_holes_are_never_written_as_a_span():
    assert said_years("2021", "2022", "2023") == ["2021–2023\u00a0年合计"]
    assert said_years("2021", "2024") == ["2021\u00a0年", "2024\u00a0年"]


def said_years(*years: str) -> list[str]:
    return [bare_window(each, "zh") for each in joined_windows(Window("year", year) for year in years)]


def test_planned_and_completed_must_be_of_the_same_kind_of_money(ledger, views_of, tiny_names):
    cells = {"stage": "budgeted", "amount": "6000000", "as_printed": "600万元", "start": ""}
    ledger.add("funds", "ta18.f12", fund_id="ta18.f20", fund_source="enterprise_investment", **cells)
    assert plans(views_of()) == []
    ledger.set("funds", "ta18.f20", fund_source="not_stated")
    (plan,) = plans(views_of())
    assert (plan.planned.value, plan.completed.value, plan.share) == (6000000, 4800000, 80)
    data = planned_against_completed.frame(views_of(), tiny_names)
    assert list(data["what"])[:2] == ["计划", "已完成"]  # in the order of the stages


def test_umbrellas_are_not_counted_beside_their_members(tiny_views, tiny_names):
    data = project_status.frame(tiny_views, tiny_names)
    assert data[["status", "projects"]].values.tolist() == [["implementation", 1], ["completed", 1], ["completed", 1]]
    assert list(data["programme"])[-1] == "未归入任何结对"


def test_a_direction_without_a_figure_has_none_to_draw(ledger, views_of, tiny_names):
    for key, measure in (("ta18.o05", "delegations_to_recipient"), ("ta18.o06", "delegates_to_recipient")):
        ledger.add("measures", "delegates_total", measure_id=measure)
        ledger.set("observations", key, measure_id=measure)
    views = views_of()
    ways = ways_by_pairing(views)["ew1-jia-yi"]
    assert {kind: sorted(found) for kind, found in ways.items()} == {
        "delegations": ["to_recipient"],
        "delegates": ["to_recipient"],
    }
    data = people_by_direction.frame(views, tiny_names)
    assert list(data["figure"]).count("没有数字可画") == 2 and 0 not in list(data["amount"])


def test_people_posted_in_several_years_are_never_added(ledger, views_of):
    """145 officials of one year and 148 of another were told as 293: who stays two years stands in both."""
    for key, kind in (("officials_to_recipient", "person"), ("delegations_to_recipient", "other")):
        ledger.add("measures", "delegates_total", measure_id=key)
        for n, year in enumerate(("2016", "2017")):
            cells = {"measure_id": key, "period": year, "label": "派出", "value": str(145 + n), "start": ""}
            row = {"observation_id": f"ta18.{kind}{n}", "as_printed": str(145 + n), "basis": "in_period"}
            ledger.add("observations", "ta18.o05", **cells, **row)
    views = views_of()
    ways = ways_by_pairing(views)["ew1-jia-yi"]
    officials, delegations = (ways[kind]["to_recipient"] for kind in ("officials", "delegations"))
    assert (officials.value, officials.included) == (146, ("ta18.person1",))
    assert delegations.value == 291


def test_people_posted_both_ways_are_shown_for_one_window(ledger, views_of):
    for way, years in (("recipient", ("2016", "2018")), ("provider", ("2016", "2017"))):
        ledger.add("measures", "delegates_total", measure_id=f"officials_to_{way}")
        for year in years:
            cells = {"measure_id": f"officials_to_{way}", "period": year, "label": way, "start": ""}
            row = {"observation_id": f"ta18.{way}{year}", "value": year, "as_printed": year, "basis": "in_period"}
            ledger.add("observations", "ta18.o05", **cells, **row)
    views = views_of()
    both = ways_by_pairing(views)["ew1-jia-yi"]["officials"]
    assert [total.included for total in both.values()] == [("ta18.recipient2016",), ("ta18.provider2016",)]


def test_pairings_are_counted_by_level_and_programme(tiny_views, tiny_names):
    data = pairings_by_level.frame(tiny_views, tiny_names)
    assert data[["code", "level", "pairings"]].values.tolist() == [["ew1", "县（市、区）", 2], ["ew1", "村企", 1]]


def test_a_year_of_a_term_is_printed_only_where_a_document_prints_it(tiny_names):
    found, undated = years_in_force(list(tiny_names.pairings.values()), 2020)
    years = found["ew1"]
    assert years[2013] == {"printed": 1} and years[2017] == {"printed": 1}  # 2017: the start is printed
    assert years[2018] == {"round": 1} and undated.total() == 0


def test_undated_pairings_are_told_of_their_own_programme_and_what_was_only_announced_of_none(tiny_names):
    """220 pairings without a date stood beside 163 of a programme of which 85 were."""
    row = next(each for each in tiny_names.pairings.values() if each["level"] == "county")
    bare = row | {"valid_from": None, "valid_to": None, "dates_basis": "not_stated"}
    announced = row | {"valid_from": "2017", "valid_to": None, "dates_basis": "planned"}
    rows = [bare | {"programme": "ca"}, bare | {"programme": "ew2"}, bare | {"programme": "ew2"}, announced]
    assert years_in_force(rows, 2020) == ({}, {"ca": 1, "ew2": 2})


def test_a_cause_is_what_follows_the_colon(ledger, views_of):
    ledger.add("measures", "people_exited", measure_id="poor_households", unit="household")
    ledger.add("measures", "poverty_rate", measure_id="cause_share")
    for n, cause in enumerate(("因病", "因学", "缺技术"), start=1):
        for measure, label, value in (("poor_households", "贫困户", 10 * n), ("cause_share", "致贫原因", n)):
            cells = {"label": f"{label}：{cause}", "value": str(value), "as_printed": str(value), "start": ""}
            key = f"ta18.{measure[:2]}{n}"
            ledger.add("observations", "ta18.o12", observation_id=key, measure_id=measure, **cells)
    (causes,) = causes_by_place(views_of().claims).values()
    assert {cause: {m: int(c.value) for m, c in each.items()} for cause, each in causes.items()} == {
        "缺技术": {"poor_households": 30, "cause_share": 3},
        "因学": {"poor_households": 20, "cause_share": 2},
        "因病": {"poor_households": 10, "cause_share": 1},
    }
    assert list(causes) == ["缺技术", "因学", "因病"]


def test_an_event_stands_on_the_side_that_sets_out(tiny_views, tiny_names):
    data = events_in_time.frame(tiny_views, tiny_names).set_index("period")
    assert data.loc["2018-05", "side"] == "帮扶方前往"
    assert data.loc["2020", "side"] == "未说明或其他"


def test_events_without_a_date_are_in_no_year(ledger, views_of, tiny_names):
    ledger.set("events", "ta18.e02", date="")
    data = events_by_year.frame(views_of(), tiny_names)
    assert data[["period", "events"]].values.tolist() == [["2018", 1], ["2020", 1]] and set(data["undated"]) == {1}


def test_provinces_are_paired_by_their_places_and_never_with_themselves(ledger, views_of, tiny_names):
    assert province_pairs(views_of().ends, views_of().places) == {("980000", "990000"): 3}
    ledger.set("pairings", "ew1-bing-yi", recipient_place_id="980121")
    assert province_pairs(views_of().ends, views_of().places) == {("980000", "990000"): 2}


def test_a_province_without_a_place_on_the_diagram_has_no_tile(tiny_views, tiny_names):
    assert tile_map.frame(tiny_views, tiny_names).empty  # the two invented provinces


def test_a_tile_says_of_how_many_pairs_money_is_known_and_names_the_stage(tiny_views, tiny_names):
    best = latest_round(tiny_views.flows)
    row = flow_rows.of_province([("980000", "970000"), ("980000", "990000")], best, tiny_views, tiny_names)
    assert (row["covered"], row["pair"], row["stage"], row["is_local"]) == ("1/2", "甲 → 乙", "到位", True)


def test_a_province_without_east_west_pairs_is_not_told_to_be_without_money(tiny_views, tiny_names):
    row = flow_rows.of_province([], {}, tiny_views, tiny_names)
    assert (row["covered"], row["figure"]) == ("", "不属东西部协作，不列金额")


def test_the_tiles_are_the_34_provinces_each_on_a_place_of_its_own():
    assert len(tile_map.PLACES) == 34 == len(set(tile_map.PLACES.values()))


def test_the_years_of_the_arrangements_are_marked_even_without_a_document(ledger, views_of, tiny_names):
    ledger.add("milestones", "m-2017", milestone_id="m-2013", date="2013")
    data = instruments_timeline.frame(views_of(), tiny_names)
    assert list(data["period"].str[:4]) == ["2013", "2017", "2017"]
    assert sorted(zip(data["period"].str[:4], data["title"] != "", strict=True)) == [
        ("2013", False),
        ("2017", False),
        ("2017", True),
    ]


def test_neighbouring_years_of_one_state_are_one_row():
    states = {2016: "unknown", 2017: "known", 2018: "known", 2020: "known"}
    assert list(known_years.runs(states)) == [
        ("unknown", 2016, 2016),
        ("known", 2017, 2018),
        ("known", 2020, 2020),
    ]


def test_pairings_of_the_same_name_are_told_apart(ledger, views_of, names_of):

    ledger.set("pairings", "ew1-bing-yi", provider_place_id="980121", programme="gz")
    apart = names_of(views_of()).pairings_apart(["ew1-bing-yi", "ew1-jia-yi"])
    assert apart == {
        "ew1-bing-yi": "甲县 → 乙县（对口帮扶贵州，2013 年起）",
        "ew1-jia-yi": "甲县 → 乙县（东西部扶贫协作，2017 年起）",
    }


def test_the_helpers_of_a_county_come_in_time(tiny_views, tiny_names):
    data = relay.frame(tiny_views, tiny_names)
    assert data[["helper", "period", "state"]].values.tolist() == [
        ["丙区", "2013/2016", "起止年份见文件"], ["甲县", "2017/2018", "起始年见文件或按轮次，终止年按轮次"],
    ]  # fmt: skip
    assert relay.said(data, tiny_names)["list"] == "东西部扶贫协作（1996–2020）的丙区、甲县"


def test_helpers_of_a_county_are_told_round_by_round_without_years_of_ours(tiny_names):
    """“Putuo (from 1997)” was the time of an official; “Shunde (from 2017)” named no end of a round that ended."""
    data = pd.DataFrame([("乙", "ew2"), ("甲", "ew1"), ("乙", "ew1"), ("甲", "ew1")], columns=["helper", "programme"])
    data = data.assign(of=[("place", "990121")] * 4)
    listed = "东西部扶贫协作（1996–2020）的甲、乙；东西部协作（2021–）的乙"
    assert relay.said(data, tiny_names)["list"] == listed


def test_a_diagram_of_one_kind_counts_all_pairs_of_its_period(tiny_names):
    """Pairs with a figure of another kind are not drawn, yet nothing of this kind has been read of them."""
    data = pd.DataFrame({
        "chart": "flow.2021-now.received-social_donation", "amount": [3, 2], "fund_source": "社会捐赠", "stage": "到位",
        "period": "2021/2026", "found": "", "behind": [(), ()], "drawn": "incomplete",
        "pairs": 11, "other": False,
    })  # fmt: skip
    assert "账本里有结对的 11 对省份（没有写明终止的也算），画出 2 对的数字" in flow.said(data, tiny_names)["title"]


def test_a_sum_of_cities_is_said_to_be_one_and_whose_it_is(views_of, tiny_package):
    """A ribbon between two provinces over money of their cities read as the money of the provinces."""
    views = views_of()
    names = Names(tiny_package, views, "zh")
    data = flow.frame(views, names).query("chart == 'flow.2018'")
    assert data["basis"].tolist() == ["市县乡镇数字之和，不是省级总数（甲县 → 乙县）"]
    assert "1 对画的只是市县乡镇数字之和" in flow.said(data, names)["title"]


def test_a_sum_of_two_provinces_that_a_diagram_cannot_show_is_told_beside_it(ledger, views_of, tiny_package):
    """72.8 yi “in recent years” stood on no diagram, while 0.34 yi of one district was drawn as the best known."""
    ends = {"provider_place_id": "980000", "recipient_place_id": "990000", "level": "province", "parent_pairing_id": ""}
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ew1-jia-yi-sheng", supersedes_id="", **ends)
    cells = {"pairing_id": "ew1-jia-yi-sheng", "period": "2018-09", "basis": "cumulative", "part_of": "", "start": ""}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f30", amount="70000000", as_printed="7000万元", **cells)
    views = views_of()
    names = Names(tiny_package, views, "zh")
    data = flow.frame(views, names).query("chart == 'flow.2018'")
    assert data["figure"].tolist() == ["900\u00a0万元"] and data["other"].all()
    assert "没有画出：到位财政资金：截至 2018 年 9 月累计（起点未载明）到位 7,000 万元" in plain(data["basis"].iloc[0])
    assert "另有至少 1 对，合计跨越这一年，没有画出" in flow.said(data, names)["title"]


def test_a_sum_out_of_the_least_reliable_sources_is_marked(ledger, views_of, tiny_package):
    """The first three bars of a stage rested on such sources and did not say so."""
    views = views_of()
    names = Names(tiny_package, views, "zh")
    assert not money_by_pairing.frame(views, names)["covers"].str.contains("†").any()
    low = {key: replace(each, rank=5) for key, each in views.reliability.items()}
    marked = replace(views, reliability=low)
    data = money_by_pairing.frame(marked, Names(tiny_package, marked, "zh"))
    assert data["covers"].str.endswith("†").all()
    assert data["period_words"].str.endswith("（有来源属可靠度第五档）").all()


def test_a_larger_figure_of_two_counties_that_a_diagram_cannot_show_is_told_beside_it(ledger, views_of, tiny_package):
    """3,374 wan of one county was drawn for a pair of provinces; 3.11 yi of another, “in four years”, was not told."""
    cells = {"period": "2018-09", "basis": "cumulative", "part_of": "", "start": ""}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f30", amount="70000000", as_printed="7000万元", **cells)
    ledger.add("funds", "ta18.f02", fund_id="ta18.f31", amount="10000", as_printed="1万元", **cells)
    views = views_of()
    names = Names(tiny_package, views, "zh")
    data = flow.frame(views, names).query("chart == 'flow.2016-2020'")
    told = "甲县 → 乙县，到位财政资金：截至 2018 年 9 月累计（起点未载明）到位 7,000 万元"
    assert f"市县乡镇里还有比画出的更大的数字：{told}" in plain(data["basis"].iloc[0])
    assert data["state"].tolist() == ["另有大得多的数字，不按宽度画"]
    assert "画出 0 对的数字；至少 1 对还有数字没有画出" in flow.said(data, names)["title"]
    low = {key: replace(each, rank=5) for key, each in views.reliability.items()}
    marked = Names(tiny_package, replace(views, reliability=low), "zh")
    row = data.iloc[0]
    drawn = next(f for f in views.flows if f.claims == row["claims"])
    assert "（有来源属可靠度第五档）" in flow_words.basis_words(drawn, marked, views.claims)
    assert "第五档" not in row["basis"]


def test_a_diagram_of_one_kind_tells_what_two_provinces_print_of_that_kind_beside_its_window(views_of):
    """820 million of a city was drawn for two provinces of which 3.715 billion of the same kind are printed."""
    views = views_of()
    drawn = next(each for each in views.flows if each.period_key == "2016/2020" and each.claims)
    claim = replace(views.claims["ta18.f01"], period="2017", basis="cumulative", stage=drawn.stage,
                    fund_source=drawn.fund_source)  # fmt: skip
    other, name = replace(claim, claim_id="other", stage="agreed"), f"flow.2016-2020.{drawn.stage}-{drawn.fund_source}"
    assert flow_words.beside(name, drawn, {drawn.pair: [claim]}, {}, "2025-11-21") == {"beside": claim}
    assert flow_words.beside(name, drawn, {drawn.pair: [other]}, {}, "2025-11-21") == {}


def test_what_is_drawn_of_counties_is_a_ribbon_where_no_other_figure_is_twice_as_large(ledger, views_of, tiny_package):
    cells = {"period": "2018-09", "basis": "cumulative", "part_of": "", "start": ""}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f30", amount="17000000", as_printed="1700万元", **cells)
    views = views_of()
    data = flow.frame(views, Names(tiny_package, views, "zh")).query("chart == 'flow.2016-2020'")
    assert data["state"].tolist() == ["市县乡镇数字之和（不是省级总数）"]
    assert "没有画出" not in data["basis"].iloc[0] or "1,700" in data["basis"].iloc[0]


def test_a_pair_of_which_nothing_lies_inside_the_years_is_not_told_to_have_no_figure(views_of):
    """877 million “since the pairing” stood beside “no figure”."""
    views = views_of()
    drawn = next(each for each in views.flows if each.period_key == "2016/2020" and each.claims)
    unknown = replace(drawn, basis="unknown", value=None, claims=())
    claim = replace(views.claims["ta18.f01"], period="2017", basis="cumulative")
    others = flow_words.beside("flow.2016-2020", unknown, {}, {unknown.pair: [claim]}, "2025-11-21")
    assert others == {"beside_local": claim}
    assert flow_words.state_of(unknown, others, views.claims) == "outside"
    assert flow_words.state_of(unknown, {}, views.claims) == "unknown"


def test_the_best_known_figure_tells_its_own_years_and_not_those_of_the_round(views_of, tiny_package):
    """8,530 wan of 2012 stood under 1996–2015."""
    views = views_of()
    data = matrix.frame(views, Names(tiny_package, views, "zh"))
    assert "period" not in data
    told = data.set_index(["provider", "recipient"])["period_words"]
    assert told.str.startswith("2018\u00a0年").any()


def test_a_flow_of_cities_tells_its_times_with_months_and_as_runs_of_years(views_of, tiny_package):
    """Years stood one by one; that figures ran up to a month was lost."""
    views = views_of()
    names = Names(tiny_package, views, "zh")
    data = flow.frame(views, names)
    assert data.query("chart == 'flow.2018'")["years"].tolist() == ["2018\u00a0年"]
    assert not data["years"].str.contains(", ").any()


def test_signed_and_in_place_are_two_rows_of_one_document_and_time(ledger, views_of, tiny_names):
    ledger.set("funds", "ta18.f08", basis="in_period")
    cells = {"stage": "received", "amount": "40000000", "as_printed": "4000万元", "start": "", "basis": "in_period"}
    ledger.add("funds", "ta18.f08", fund_id="ta18.f20", label="到位投资", label_en="In place", **cells)
    data = signed_in_place.frame(views_of(), tiny_names)
    assert data[["state", "what", "amount"]].values.tolist() == [
        ["签约", "意向投资", 150000000],
        ["到位", "到位投资", 40000000],
    ]
    words = signed_in_place.said(data, tiny_names)
    assert (words["of_signed"], words["of_in_place"]) == ("意向投资", "到位投资")
    ledger.set("funds", "ta18.f20", period="2019")
    assert signed_in_place.frame(views_of(), tiny_names).empty


def test_years_between_two_figures_of_a_pair_of_provinces_are_said_to_be_unread(ledger, views_of, tiny_names):
    """The pages of both rounds show it; a figure of several years, or of one purpose, is no figure of a year."""
    ends = {"provider_place_id": "980000", "recipient_place_id": "990000", "level": "province", "parent_pairing_id": ""}
    for key, programme in (("ew1-jia-yi-sheng", "ew1"), ("ew2-jia-yi-sheng", "ew2")):
        ledger.add("pairings", "ew1-jia-yi", pairing_id=key, programme=programme, supersedes_id="", **ends)
    cells = {"pairing_id": "ew2-jia-yi-sheng", "part_of": "", "start": ""}
    for n, period in enumerate(("2016", "2019", "2021-01/2021-06", "2017/2018")):
        ledger.add("funds", "ta18.f02", fund_id=f"ta18.f2{n}", period=period, amount=f"{n + 1}000000", **cells)
    one_purpose = cells | {"period": "2018", "label": "财政援助资金：教育", "in_totals": "false"}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f29", amount="9000000", **one_purpose)
    views = views_of()
    data = money_of_a_pair.frame(views, Names(tiny_names.package, views, "zh"))
    assert data[["period", "code", "amount"]].values.tolist() == [
        ["2016", "whole", 1000000],
        ["2017/2018", "unread", None],
        ["2019", "part", 2000000],
        ["2020", "unread", None],
        ["2021-01/2021-06", "part", 3000000],
    ]
    assert set(data["of"]) == {("pairing", "ew2-jia-yi-sheng")}
    assert set(data["also"]) == {(("pairing", "ew1-jia-yi-sheng"),)}
    assert plain(data["found"].iloc[-1]).endswith("：2021 年 1 月–2021 年 6 月到位 300 万元（刊发时该时段尚未结束）")


def test_the_fiscal_part_of_a_mixed_sum_is_a_figure_of_its_year(ledger, views_of, tiny_names):
    """It used to be hatched as unread, because it is a part."""
    ends = {"provider_place_id": "980000", "recipient_place_id": "990000", "level": "province", "parent_pairing_id": ""}
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ew1-jia-yi-sheng", supersedes_id="", **ends)
    cells = {"pairing_id": "ew1-jia-yi-sheng", "start": ""}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f20", period="2016", amount="1000000", part_of="", **cells)
    whole = cells | {"period": "2017", "part_of": "", "fund_source": "mixed", "label": "合计"}
    ledger.add("funds", "ta18.f02", fund_id="ta18.f21", amount="5000000", **whole)
    ledger.add("funds", "ta18.f02", fund_id="ta18.f22", period="2017", amount="3000000", part_of="ta18.f21", **cells)
    views = views_of()
    data = money_of_a_pair.frame(views, Names(tiny_names.package, views, "zh"))
    assert data[["period", "amount"]].values.tolist() == [["2016", 1000000], ["2017", 3000000]]


def test_the_title_of_a_pair_of_provinces_quotes_no_source_of_the_lowest_rank(tiny_names):
    years = {"period": ["2019", "2020"], "amount": [2, 3], "claims": [("a",), ("b",)]}
    data = pd.DataFrame(years).assign(of=[("pairing", "ew1-jia-yi")] * 2)
    assert money_of_a_pair.said(data.assign(found=["", "2020 年拨付 3 元"]), tiny_names)["claims"] == ("b",)
    assert "claims" not in money_of_a_pair.said(data.assign(found=["2019 年拨付 2 元", ""]), tiny_names)
    assert "claims" not in money_of_a_pair.said(data.assign(found=""), tiny_names)


def test_a_pair_that_an_arrangement_names_without_a_pairing_is_hatched_and_others_stay_empty(
    ledger, views_of, names_of
):
    ledger.add("places", "980000", place_id="970000", name="丙省", name_en="Bing Province", aliases="")
    ledger.add("programme_scope", "ew1-jia-yi", scope_id="ew1-bing-yi", provider_place_id="970000")
    views = views_of()
    data = matrix.frame(views, names_of(views))
    assert data[["provider", "recipient", "pairings", "figure"]].values.tolist() == [
        ["丙", "乙", 0, "没有数字可画"], ["甲", "乙", 3, "900\u00a0万元"],
    ]  # fmt: skip


def test_a_pair_of_another_programme_is_not_told_to_be_without_east_west_money(ledger, views_of, names_of):
    ledger.add("places", "990000", place_id="960000", name="丁省", name_en="Ding Province", aliases="")
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ca-jia-ding", programme="ca", recipient_place_id="960000",
               level="province", provider_place_id="980000", supersedes_id="", parent_pairing_id="")  # fmt: skip
    views = views_of()
    data = matrix.frame(views, names_of(views)).set_index("recipient")
    assert (data.loc["丁", "pairings"], data.loc["丁", "figure"]) == (1, "不属东西部协作，不列金额")
    assert matrix.said(data.reset_index(), names_of(views))["flows"] == 1


def test_of_a_sum_of_the_nation_what_is_located_and_what_is_not_stand_side_by_side(ledger, views_of, names_of):
    ledger.add("places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases="")
    own = {"pairing_id": "", "place_id": "cn", "start": "", "amount": "48000000", "as_printed": "4800万元"}
    ledger.add("funds", "ta18.f01", fund_id="tn.f1", parts_complete="", **own)
    views = views_of()
    data = account.frame(views, names_of(views))
    assert data[["level", "figure", "from", "to", "share"]].values.tolist() == [
        ["市县明细", "1,200\u00a0万元", 0, 0.25, "25%"], ["尚未读到明细", "3,600\u00a0万元", 0.25, 1, "25%"],
    ]  # fmt: skip
    assert account.said(data, names_of(views))["known"] == 1
    assert data["share_claims"].tolist() == [("tn.f1", "ta18.f01")] * 2


def test_a_part_names_whom_it_is_of_only_where_that_is_not_whom_the_whole_is_of(tiny_views, tiny_names):
    whole = replace(tiny_views.claims["ta18.f01"], payer_id="990121")
    other = replace(whole, claim_id="x.f2", subject_kind="place", subject_id="990100")
    same = replace(whole, claim_id="x.f1")
    label, place = tiny_names.own_label(whole), tiny_names.place("990100")
    assert parts_of_a_whole.part_of(same, whole, tiny_names) == label
    assert parts_of_a_whole.part_of(other, whole, tiny_names) == f"{place}：{label}"


def test_the_table_and_the_downloads_of_a_chart_say_of_a_time_what_its_picture_says(tiny_drawings):
    """“2020 年 3 月 | 72.8 亿元” stood in a table whose picture said that it was cumulative."""
    sketch = next(drawing.sketch for (name, lang), drawing in tiny_drawings.items()
                  if lang == "zh" and "period" in drawing.sketch.columns
                  and any("推定" in str(each) for each in drawing.sketch.data["period_words"]))  # fmt: skip
    at = list(sketch.columns).index("period")
    told = [row[at].text for row in chart_of(Drawing(sketch, dict)).rows]
    assert told == [words or told[i] for i, words in enumerate(sketch.data["period_words"])]
    assert any("推定" in each for each in told) and "推定" in table_csv(sketch)


def test_a_part_that_is_of_one_level_of_two_provinces_is_no_figure_of_theirs(tiny_views):
    """28.86 million of the cities alone stood as the whole year of Zhejiang's assistance to Sichuan."""
    whole = replace(tiny_views.claims["ta18.f01"], part_of=None, label_zh="援助资金合计", stated_of_zh="")
    assert not is_of_some(whole) and not is_of_some(replace(whole, part_of="x"))
    assert is_of_some(replace(whole, part_of="x", label_zh="省级财政援助资金"))
    assert is_of_some(replace(whole, part_of="x", stated_of_zh="浙江各市与12县"))

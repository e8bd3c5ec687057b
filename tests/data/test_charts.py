"""The national series and the flow diagrams, from claims made up for the purpose."""

import pandas as pd
import pytest

from build_scripts.charts import flow_words
from build_scripts.charts.flow_words import ribbons_of
from build_scripts.charts.gallery import flow, national_money, national_series
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import flow_name
from build_scripts.views.derive import derive_views
from build_scripts.views.ribbons import Ribbon, ordered, ribbon_frames
from build_scripts.views.series import national_series as series_in

FIGURES = (
    ("2016", "100", "exact"),
    ("2017", "200", "exact"),
    ("2019-01/2019-08", "150", "exact"),
    ("1996/2015", "900", "over"),
)


@pytest.fixture
def nation(ledger):
    """The tiny ledger with a country and four figures of it."""
    ledger.add(
        "places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases=""
    )
    for n, (period, value, qualifier) in enumerate(FIGURES):
        cells = {
            "period": period,
            "value": value,
            "qualifier": qualifier,
            "as_printed": f"{value}人",
            "label": "转移就业",
        }
        ledger.add(
            "observations",
            "ta18.o10",
            observation_id=f"tn.o{n}",
            pairing_id="",
            place_id="cn",
            start="",
            **cells,
        )
    return ledger


def views_of(ledger):
    return derive_views(ledger.read()[1], "2022-01-01")


def test_single_years_and_longer_periods_are_kept_apart(nation):
    (series,) = series_in(views_of(nation))
    assert {year: int(claim.value) for year, claim in series.years.items()} == {
        2016: 100,
        2017: 200,
        2019: 150,
    }
    assert [claim.period for claim in series.periods] == ["1996/2015"]


def test_part_of_a_year_is_paler_than_a_year_and_years_without_a_figure_are_rows_of_their_own(nation, tiny_package):
    views = views_of(nation)
    data = national_series.frame(views, Names(tiny_package, views, "en"))
    assert data[["period", "state", "figure"]].values.tolist() == [
        ["1996/2015", "unread", "no figure of its own"],
        ["2016", "whole", "100\u00a0people"],
        ["2017", "whole", "200\u00a0people"],
        ["2018", "unread", "no figure of its own"],
        ["2019-01/2019-08", "part", "150\u00a0people"],
        ["1996/2015", "several", "over 900\u00a0people"],
    ]


def test_a_figure_of_another_name_says_so_in_its_row(nation, tiny_package):
    nation.set("observations", "tn.o1", label="在外务工")
    views = views_of(nation)
    names = Names(tiny_package, views, "zh")
    data = national_series.frame(views, names)
    assert list(data["what"])[1:3] == ["转移就业", "在外务工"]
    assert data["series"].iloc[0].endswith("（各笔名目不一）")


def test_a_label_that_limits_what_a_measure_counts_stands_in_the_heading_too(nation, tiny_package):
    """“Provider cities: 5” were those with separate plans alone."""
    for row in nation.rows("observations")[1:]:
        if row[0].startswith("tn.o"):
            nation.set("observations", row[0], label="其中计划单列市")
    views = views_of(nation)
    data = national_series.frame(views, Names(tiny_package, views, "zh"))
    assert data["series"].iloc[0].endswith("（其中计划单列市）")


def test_expected_figures_are_no_part_of_a_series(nation):
    nation.set("observations", "tn.o1", basis="expected")
    (series,) = series_in(views_of(nation))
    assert list(series.years) == [2016, 2019]


def test_a_flow_without_a_figure_is_a_thread_of_one_width_and_its_node_has_no_sum():
    ribbons = [Ribbon(0, "甲", "乙", 100.0), Ribbon(1, "丙", "丁", None), Ribbon(2, "丙", "乙", None)]
    curves, nodes = ribbon_frames(ribbons)
    widths = (curves["lower"] - curves["upper"]).groupby(curves["key"]).first().round(3)
    assert widths[1] == widths[2] < widths[0] / 20
    assert nodes.set_index(["name", "side"])["value"].isna().to_dict() == {
        ("甲", "start"): False, ("丙", "start"): True, ("乙", "end"): False, ("丁", "end"): True,
    }  # fmt: skip


def test_ribbons_are_as_wide_as_their_money():
    curves, _ = ribbon_frames([Ribbon(0, "甲", "乙", 300.0), Ribbon(1, "甲", "丙", 100.0)])
    widths = (curves["lower"] - curves["upper"]).groupby(curves["key"]).agg(["min", "max"])
    assert (widths["max"] - widths["min"] < 0.0001).all()
    assert round(widths.loc[0, "min"] / widths.loc[1, "min"], 2) == 3


def test_recipients_stand_opposite_their_providers():
    ribbons = [Ribbon(0, "甲", "子", 9.0), Ribbon(1, "乙", "丑", 5.0), Ribbon(2, "乙", "子", 1.0)]
    assert ordered([(r.end, r) for r in ribbons], {"甲": 0, "乙": 1}) == ["子", "丑"]


def test_the_diagram_of_a_period_says_stage_and_source_of_its_figures(ledger, tiny_package):
    ends = {"level": "province", "provider_place_id": "980000", "recipient_place_id": "990000"}
    ledger.set("pairings", "ew1-jia-yi", **ends)
    views = views_of(ledger)
    names = Names(tiny_package, views, "zh")
    data = flow.frame(views, names)
    assert {"flow", "flow.2018"} <= set(data["chart"])
    assert data[data["chart"] == "flow.2018"][["figure", "fund_source", "stage", "years"]].values.tolist() == [
        ["900\u00a0万元", "财政援助资金", "到位", "2018\u00a0年"]
    ]
    said = flow.said(data[data["chart"] == "flow.2018"], names)
    assert said["stage"] == "财政援助资金，到位" and said["claims"] == ("ta18.f02",)


def test_a_name_carries_a_sum_only_of_one_stage_and_one_source():
    rows = [("甲", "乙", 5.0, "拨付", "财政"), ("甲", "丙", 3.0, "到位", "财政"), ("丁", "丙", 2.0, "到位", "财政")]
    _, nodes = ribbon_frames([Ribbon(n, *row[:3], row[3:]) for n, row in enumerate(rows)])
    words = flow_words.words_of(nodes, "zh", 120)
    assert sorted(words) == ["丁\n2\u00a0元 到位", "丙\n5\u00a0元 到位", "乙\n5\u00a0元 拨付", "甲"]


KEYS = {"local": "市县乡镇数字之和，不是省级总数", "outside": "另有大得多的数字"}


def test_a_name_of_a_province_carries_no_sum_of_its_cities():
    data = pd.DataFrame({"provider": ["甲"], "recipient": ["乙"], "amount": [5.0]})
    data = data.assign(stage="拨付", fund_source="财政", state="市县乡镇数字之和，不是省级总数", claims=[("a",)])
    _, nodes = ribbon_frames(ribbons_of(data, KEYS))
    assert sorted(flow_words.words_of(nodes, "zh", 120)) == ["乙", "甲"]


def test_a_name_carries_no_sum_of_ours():
    """53.32 yi stood at Shaanxi as if printed: it was added of 2021 and 2024."""
    data = pd.DataFrame({"provider": ["甲"], "recipient": ["乙"], "amount": [5.0], "claims": [("a", "b")]})
    data = data.assign(stage="到位", fund_source="财政", state="省级数字，只及时段或两省的一部分")
    _, nodes = ribbon_frames(ribbons_of(data, KEYS))
    assert sorted(flow_words.words_of(nodes, "zh", 120)) == ["乙", "甲"]


def test_a_pair_of_which_a_far_larger_figure_is_not_drawn_is_a_thread():
    data = pd.DataFrame({"provider": ["甲"], "recipient": ["乙"], "amount": [5.0], "claims": [("a",)]})
    data = data.assign(stage="到位", fund_source="财政", state="另有大得多的数字")
    assert [each.value for each in ribbons_of(data, KEYS)] == [None]


def test_sums_that_leave_no_room_for_ribbons_are_left_to_the_table():
    _, nodes = ribbon_frames([Ribbon(0, "Guangdong", "Guangxi", 5613000000.0, ("Spent", "Fiscal"))])
    spent = "CNY\xa05.613\xa0billion Spent"
    assert flow_words.words_of(nodes, "en", 240) == [f"Guangdong\n{spent}", f"Guangxi\n{spent}"]
    assert flow_words.words_of(nodes, "en", 120) == ["Guangdong", "Guangxi"]


def test_national_money_is_printed_statement_by_statement_with_unread_years_between(ledger, tiny_package):
    cells = {"pairing_id": "", "place_id": "cn", "start": "", "fund_source": "fiscal_assistance"}
    ledger.add("places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases="")
    for n, (period, amount) in enumerate((("1996/2014", "118"), ("2016", "9"), ("2019-01/2019-08", "20"))):
        own = {"fund_id": f"tn.f{n}", "period": period, "amount": amount, "as_printed": f"{amount}元"}
        ledger.add("funds", "ta18.f01", **own, **cells)
    views = views_of(ledger)
    data = national_money.frame(views, Names(tiny_package, views, "zh"))
    assert data[["period", "figure"]].values.tolist() == [
        ["1996/2014", "118\u00a0元"], ["1996/2015", "没有当年的数字"], ["2016", "9\u00a0元"],
        ["2017/2018", "没有当年的数字"], ["2019-01/2019-08", "20\u00a0元"],
    ]  # fmt: skip


def test_a_period_has_a_name_fit_for_an_address():
    assert [flow_name(key) for key in ("1996/2015", "2021/", "2017")] == [
        "flow.1996-2015",
        "flow.2021-now",
        "flow.2017",
    ]

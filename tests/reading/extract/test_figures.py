"""Figures: every notation of a report, its value, its unit and its qualifier."""

from __future__ import annotations

from decimal import Decimal

import pytest

from build_scripts.reading.extract.figures import find_figures
from build_scripts.reading.extract.folding import fold, without_breaks
from build_scripts.reading.figures import read_figure


def figures(text: str) -> list[tuple]:
    return [(f.low, f.high, f.unit, f.qualifier) for f in find_figures(without_breaks(fold(text))[0]) if f.unit]


@pytest.mark.parametrize(
    ("text", "unit", "qualifier"),
    [
        ("惠及数百人", "人", "about"),
        ("投入上千万元", "元", "over"),
        ("发展茶园万余亩", "亩", "over"),
        ("几十户参加", "户", "about"),
    ],
)
def test_a_figure_that_names_no_value_has_none(text, unit, qualifier):
    assert figures(text) == [(None, None, unit, qualifier)]


@pytest.mark.parametrize("text", ["投入资金XX万元", "进一步统一", "一是", "百姓"])
def test_what_prints_no_number_is_no_figure_with_a_value(text):
    assert [f for f in figures(text) if f[0] is not None] == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("投入近3.2亿元", 320000000, "元", "nearly"),
        ("投入2个多亿元", 200000000, "元", "over"),
        ("不会超过一百亿元", 10000000000, "元", "at_most"),
        ("百分之三十的农户", 30, "%", "exact"),
        ("占三分之一", "33.3333", "%", "exact"),
        ("占1/3", "33.3333", "%", "exact"),
        ("达到3‰", "0.3", "%", "exact"),
        ("一百零五名教师", 105, "名", "exact"),
        ("两万三千余人次", 23000, "人次", "over"),
        ("每人3500元以上", 3500, "元", "at_least"),
        ("补贴30元/人", 30, "元/人", "exact"),
        ("收益翻了两番", 4, "倍", "exact"),
        ("八成农户", 80, "%", "exact"),
        ("装机639KW", 639, "千瓦", "exact"),
        ("港币300万元", 3000000, "港元", "exact"),
        ("US$2 million", 2000000, "美元", "exact"),
        ("more than 3,200 people", 3200, "人", "over"),
        ("RMB 120 million", 120000000, "元", "exact"),
        ("1,058 newly poor households", 1058, "户", "exact"),
    ],
)
def test_a_figure_is_read_as_printed(text, value, unit, qualifier):
    assert figures(text) == [(Decimal(value), Decimal(value), unit, qualifier)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("每村50-60人", 50, 60, "人"),
        ("引进3—5家", 3, 5, "家"),
        ("税收1—2亿元", 10**8, 2 * 10**8, "元"),
        ("带动二三十户", 20, 30, "户"),
    ],
)
def test_a_range_has_two_ends(text, low, high, unit):
    assert [f[:3] for f in figures(text)] == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("投入385 人", 385),
        ("投入帮扶资金共计达到了3.5\n亿元", 350000000),
        ("全县今年以来累计投入帮扶资金1\n710万元", 17100000),
        ("投 入 1 2 0 0 万 元", 12000000),
    ],
)
def test_a_figure_broken_by_spaces_or_a_line_end_is_one(text, value):
    assert [f[0] for f in figures(text)] == [value]


def test_numbers_on_lines_of_their_own_are_not_joined():
    assert figures("人数\n12\n35户") == [(35, 35, "户", "exact")]


def test_a_mere_unit_takes_the_class_of_its_noun():
    kinds = [f.kind for f in find_figures("3个村、5个深度贫困村、合作社52个、引进企业6家、12个项目、景区1个")]
    assert kinds == ["village", "village", "cooperative", "enterprise", "project", "piece"]


def test_the_ledger_reads_the_two_notations_as_the_draft_does():
    assert (read_figure("2个多亿").low, read_figure("2个多亿").qualifier) == (200000000, "over")
    assert read_figure("不会超过一百亿元").qualifier == "at_most"

"""Figures as printed are read, or refused with a reason; nothing is guessed."""

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from build_scripts.reading.figures import REASONS, Figure, UnreadableFigure, read_figure, value_problem
from build_scripts.reading.numerals import ROUND, chinese_number

REFUSED = """
2.27亿万元 two_scales · 3万万 two_scales · 第1例 ordinal · 第 3 批 ordinal · No. 5 ordinal · 1st ordinal
1978年 year · 2020年 year · 二〇二〇年 year · 2016-2020年 year
26批193人次 compound · 355户 15万元 compound · 360万元（衔接资金）+120万元 compound · 3年一亿 compound
由3万多人增加到6万多人 compound · 74个（88个中） compound · 一个半月 compound · 12,34元 compound
3×5米 compound · 29.58 million yuan (3.3+26.28) compound
五七个 numeral · 一半 numeral · 超过一半 numeral
3个半小时 numeral · 二十百 numeral · 二三百百户 numeral · 1万5 numeral · 12345678901234567元 numeral · ſix no_number
5-3家 range · 翻了一至两番 range · -5% lead · COVID-19 lead · 16 miliardi di yuan unit · 3 mln unit
CNY1.2m unit · A5 lead · 若干 no_number
2万多户建档立卡贫困人口 unit · 14\u200b00万元 compound
"""

# print = value unit qualifier
READ = """
1.417亿元 = 141700000 元 exact · 20余万元 = 200000 元 over · 约170余万元 = 1700000 元 over
近60亿 = 6000000000 - nearly · 一万余人次 = 10000 人次 over · 1万余人次 = 10000 人次 over · 两个 = 2 个 exact
80% = 80 % exact · 80％ = 80 % exact · 100℅ = 100 % exact · 百分之八十 = 80 % exact · 四成 = 40 % exact
百分之三点五 = 3.5 % exact · 8个百分点 = 8 个百分点 exact · 85%以上 = 85 % at_least · 四成以上 = 40 % at_least
1.92萬戶 = 19200 户 exact · 過5000萬元 = 50000000 元 over · 逾25亿 = 2500000000 - over
超24亿 = 2400000000 - over · 770多个 = 770 个 over · 三道 = 3 道 exact · 一百個 = 100 个 exact
翻了兩番 = 4 倍 exact · 翻一番 = 2 倍 exact · 两番 = 2 番 exact · 11大類 = 11 大类 exact
1.5倍左右 = 1.5 倍 about · 每半個月 = 0.5 月 exact · 半个月 = 0.5 月 exact · 5年 = 5 年 exact
3个月及以上 = 3 月 at_least · 1个多月 = 1 月 over · 3年多 = 3 年 over · 20多萬 = 200000 - over
2万多茶農 = 20000 茶农 over · 130萬公斤 = 1300000 公斤 exact · 近1300萬元 = 13000000 元 nearly
60.6萬畝 = 606000 亩 exact · 1.2萬米 = 12000 米 exact · 639KW = 639 千瓦 exact · 639千瓦 = 639 千瓦 exact
2万千瓦 = 20000 千瓦 exact · 5千米 = 5 公里 exact · 3千户 = 3000 户 exact · 500 ㎡ = 500 平方米 exact
1000元/月 = 1000 元/月 exact · 30元/人 = 30 元/人 exact · 9,636元 = 9636 元 exact · 12，345 = 12345 - exact
１４００万元 = 14000000 元 exact · 每年安排1400万元 = 14000000 元 exact · 全部11戶 = 11 户 exact
共3600万元 = 36000000 元 exact · 突破6300萬元 = 63000000 元 over · 一次性奖励5000元 = 5000 元 exact
3500元以上 = 3500 元 at_least · 100人以下 = 100 人 at_most · 2年以内 = 2 年 at_most
不少于50万元 = 500000 元 at_least · 不超过100万元 = 1000000 元 at_most · 约占80% = 80 % about
1.27亿元（累计约） = 127000000 元 about · 9省(直辖市) = 9 省 exact · 签约20亿元 = 2000000000 元 exact
附近3户 = 3 户 exact · 通过5项 = 5 项 exact · 4个贫困村 = 4 个贫困村 exact
2个亿 = 200000000 - exact · 12億4600万元 = 1246000000 元 exact · 22万6000人 = 226000 人 exact
1万多亿元 = 1000000000000 元 over · 1.2万亿元 = 1200000000000 元 exact · 19.1亿元人民币 = 1910000000 元 exact
五点九亿元 = 590000000 元 exact · 三百万元 = 3000000 元 exact · 壹佰万元 = 1000000 元 exact
三分之一 = 33.3333 % exact · 1/3 = 33.3333 % exact · 近三分之二 = 66.6667 % nearly · 约四分之一 = 25 % about
千分之三 = 0.3 % exact · one third = 33.3333 % exact · 8 300多人 = 8300 人 over · 7 3 . 5万元 = 735000 元 exact
5 860万元 = 58600000 元 exact · 两成多 = 20 % over · 一成半 = 15 % exact · 三成二 = 32 % exact
一年半 = 1.5 年 exact · 1天半 = 1.5 天 exact · Thirty-two = 32 - exact · Nineteen villages = 19 villages exact
一万五 = 15000 - exact · 三亿五 = 350000000 - exact · 一百五 = 150 - exact · 廿三户 = 23 户 exact
兩百五十萬 = 2500000 - exact · 百余户 = 100 户 over · 超百余人次 = 100 人次 over · 十几个 = 10 个 over
1,193 projects = 1193 projects exact · 3.044 billion = 3044000000 - exact · 37.3 million = 37300000 - exact
more than 67.1 billion = 67100000000 - over · about 1.2 billion = 1200000000 - about · 6,000 = 6000 - exact
no less than 30 million yuan = 30000000 元 at_least · nearly 40-billion-yuan = 40000000000 元 nearly
RMB189.84 billion = 189840000000 元 exact · US$5 million = 5000000 美元 exact
1 billion 58 million yuan = 1058000000 元 exact · Nine enterprises = 9 enterprises exact
229,000 mu = 229000 亩 exact · 5million元 = 5000000 元 exact
"""

RANGES = """
3—5家 = 3 5 家 · 3-5家 = 3 5 家 · 1—2亿 = 100000000 200000000 - · 10至20人 = 10 20 人 · 5~6个 = 5 6 个
20-30万元 = 200000 300000 元 · 500-1万元 = 500 10000 元 · 2万元至3万元 = 20000 30000 元 · 10%-20% = 10 20 %
百分之三至五 = 3 5 % · 三至四成 = 30 40 % · 一至两年 = 1 2 年 · 八百至一千户 = 800 1000 户
二三十户 = 20 30 户 · 十二三家 = 12 13 家 · 两三千户 = 2000 3000 户 · 一两万元 = 10000 20000 元 · 三五家 = 3 5 家
五六个 = 5 6 个 · 三至五千户 = 3000 5000 户 · 5000至8000元/月 = 5000 8000 元/月 · 3 to 5 million = 3000000 5000000 -
"""

LOST = """
00多萬元 元 over · XX万元 元 exact · 1X万元 元 exact · ××户 户 exact · 過萬元 元 over · 近亿元 元 nearly
数百人 人 about · 几十个 个 about · 上千万元 元 over · 數百餘人 人 about
余元 元 over · 萬畝 亩 exact · 多个 个 over · 米 米 exact
"""


def listed(table: str) -> list[str]:
    return [entry.strip() for line in table.strip().splitlines() for entry in line.split(" · ")]


@pytest.mark.parametrize("entry", listed(REFUSED))
def test_what_is_no_single_figure_is_refused_with_its_reason(entry):
    as_printed, reason = entry.rsplit(" ", 1)
    with pytest.raises(UnreadableFigure, match=f"^{reason}$"):
        read_figure(as_printed)


@pytest.mark.parametrize("entry", listed(LOST))
def test_lost_digits_have_no_value_but_keep_unit_and_qualifier(entry):
    as_printed, unit, qualifier = entry.split(" ")
    assert read_figure(as_printed) == Figure(None, None, unit, qualifier)


@pytest.mark.parametrize("entry", listed(READ))
def test_a_single_figure_has_the_value_its_print_says(entry):
    as_printed, meaning = entry.split(" = ")
    value, unit, qualifier = meaning.split(" ")
    assert read_figure(as_printed) == Figure(Decimal(value), Decimal(value), unit.strip("-"), qualifier)


@pytest.mark.parametrize("entry", listed(RANGES))
def test_a_range_has_two_ends_and_no_qualifier_of_its_own(entry):
    as_printed, meaning = entry.split(" = ")
    low, high, unit = meaning.split(" ")
    figure = read_figure(as_printed)
    assert figure == Figure(Decimal(low), Decimal(high), unit.strip("-"), "exact")
    assert figure.is_range


PROBLEMS = [
    ("1.417亿元", "14170000", "exact", "value_differs: the print says 141700000, the row 14170000"),
    ("1.417亿元", None, "exact", "value_missing: the print says 141700000"),
    ("00多萬元", "0", "over", "digits_lost: the value must be empty, not 0"),
    ("過萬元", "10000", "over", "digits_lost: the value must be empty, not 10000"),
    ("過萬元", None, "exact", "qualifier_differs: the print says over, the row exact"),
    ("约170余万元", "1700000", "about", "qualifier_differs: the print says over, the row about"),
    ("3500元以上", "3500", "exact", "qualifier_differs: the print says at_least, the row exact"),
    ("3-5家", "3", "exact", "range_needs_bound: at_least 3 or at_most 5, not exact"),
    ("3-5家", "5", "at_least", "value_differs: at_least of the printed range is 3, the row 5"),
    ("3-5家", None, "at_most", "value_differs: at_most of the printed range is 5, the row None"),
    ("26批193人次", "193", "exact", "unreadable: compound"),
    ("2.27亿万元", "227000000", "exact", "unreadable: two_scales"),
]


@pytest.mark.parametrize(("as_printed", "value", "qualifier", "problem"), PROBLEMS)
def test_a_row_that_contradicts_its_print_is_a_problem(as_printed, value, qualifier, problem):
    assert value_problem(as_printed, value and Decimal(value), qualifier) == problem


@pytest.mark.parametrize(
    ("as_printed", "value", "qualifier"),
    [
        ("3500元", "3500", "at_least"),  # 以上 stands outside the figure
        ("3500元以上", "3500", "at_least"),
        ("1.417亿元", "141700000.00", "exact"),
        ("3-5家", "3", "at_least"),
        ("3-5家", "5", "at_most"),
        ("過萬元", None, "over"),
        ("XX万元", None, "over"),
    ],
)
def test_a_row_that_agrees_with_its_print_is_no_problem(as_printed, value, qualifier):
    assert value_problem(as_printed, value and Decimal(value), qualifier) is None


def test_numerals_that_the_library_misreads_are_refused_or_mended():
    for numeral in ("五六", "十百", "一百一百", "千千", "点五"):
        with pytest.raises((ValueError, UnreadableFigure)):
            chinese_number(numeral)
    assert [int(chinese_number(n)) for n in ("廿", "卅", "两千三", "一〇五", "〇", "百")] == [
        20,
        30,
        2300,
        105,
        0,
        100,
    ]


def test_a_round_numeral_is_what_the_library_says_it_is():
    assert {numeral: cn2an.cn2an(numeral, "strict") for numeral in ROUND} == ROUND


def test_no_pattern_is_compiled_anew_for_a_figure(monkeypatch):
    prints = [entry.split(" = ")[0] for entry in listed(READ)]
    before = [read_figure(print_) for print_ in prints]
    read_figure.cache_clear()
    monkeypatch.delattr(re, "compile")  # with it, ten thousand figures would take 20 s instead of 0.15
    assert [read_figure(print_) for print_ in prints] == before


AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=4)
SCALE_VALUES = st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)])
UNIT_WORDS = st.sampled_from(["元", "户", "人次", "亩", "平方米", "个贫困村", ""])
SIMPLIFIED = st.text(
    "一二三四五六七八九十百千万亿两余多数几近约过超元户个亩0123456789.,—%第番半", max_size=12
)
TRADITIONAL = OpenCC("s2t")


@given(AMOUNTS, SCALE_VALUES, UNIT_WORDS)
def test_a_written_figure_is_read_back(amount, scale, unit):
    word, factor = scale
    figure = read_figure(f"{amount:,f}{word}{unit}")
    assert (figure.low, figure.high, figure.unit) == (amount * factor, amount * factor, unit)


@given(st.integers(0, 10**12 - 1), st.sampled_from(["low", "up"]), st.sampled_from(["二", "两"]))
def test_a_written_chinese_numeral_is_read_back(number, style, two):
    numeral = cn2an.an2cn(number, style).replace("二千", f"{two}千").replace("二百", f"{two}百")
    assert read_figure(numeral + "户").low == number


@given(st.integers(1, 10**6), st.integers(1, 10**6), SCALE_VALUES, st.sampled_from("—-~至到–"))
def test_the_ends_of_a_range_are_ordered(a, b, scale, dash):
    word, factor = scale
    try:
        figure = read_figure(f"{a}{dash}{b}{word}家")
    except UnreadableFigure as error:
        assert a >= b and str(error) == "range"
    else:
        assert figure.low < figure.high == b * factor


@given(st.text(max_size=40) | SIMPLIFIED)
def test_odd_text_is_read_or_refused_and_never_crashes(text):
    try:
        figure = read_figure(text)
    except UnreadableFigure as error:
        assert str(error) in REASONS
    else:
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.low <= figure.high
    assert value_problem(text, Decimal(-1), "exact")


@given(SIMPLIFIED)
def test_traditional_is_read_as_simplified(text):
    assert outcome(TRADITIONAL.convert(text)) == outcome(text)


def outcome(text: str) -> Figure | str:
    try:
        return read_figure(text)
    except UnreadableFigure as error:
        return str(error)

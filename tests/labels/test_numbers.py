"""What readers see: no printed digit lost, none invented, no number parted from its unit."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.labels.numbers import (
    NOT_PRINTED,
    QUALIFIER_WORDS,
    full_number,
    show_money,
    show_percent,
    show_period,
    show_value,
)
from build_scripts.reading.figures import read_figure

UNIT_WORDS = {
    "household": {"zh": "户", "en": "households", "one": "household"},
    "village": {"zh": "个村", "en": "villages"},
    "percent": {"zh": "%", "en": "%"},
    "cny": {"zh": "元", "en": "yuan"},
}


def spaced(text: str) -> str:
    """The text with plain spaces, so that expected strings can be read in this file."""
    return text.replace("\u00a0", " ")


def test_an_unknown_qualifier_is_not_shown_as_exact():
    with pytest.raises(KeyError):
        show_money(Decimal(8000), "roughly", "zh")


def test_an_unknown_unit_is_not_shown_as_a_bare_number():
    with pytest.raises(KeyError):
        show_value(Decimal(1), "furlong", "exact", "en", UNIT_WORDS)


@pytest.mark.parametrize("nothing", [None, float("nan"), Decimal("NaN")])
def test_what_was_not_printed_is_said_and_never_shown_as_zero(nothing):
    assert show_money(nothing, "over", "zh") == "原文未载数字"
    assert show_value(nothing, "household", "over", "en", UNIT_WORDS) == "no figure printed"
    assert spaced(show_money(Decimal(0), "exact", "zh")) == "0 元"


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("0.5", "0.5 元", "CNY 0.5"),
        ("8000", "8,000 元", "CNY 8,000"),
        ("134400", "13.44 万元", "CNY 134,400"),
        ("17100000", "1,710 万元", "CNY 17.1 million"),
        ("12345678", "1,234.5678 万元", "CNY 12.345678 million"),
        ("99999999.99", "9,999.999999 万元", "CNY 99.99999999 million"),
        ("141700000", "1.417 亿元", "CNY 141.7 million"),
        ("228000000", "2.28 亿元", "CNY 228 million"),
        ("705140000", "7.0514 亿元", "CNY 705.14 million"),
        ("6E+9", "60 亿元", "CNY 6 billion"),
        ("1200000000000", "1.2 万亿元", "CNY 1.2 trillion"),
    ],
)
def test_money_keeps_every_printed_digit_and_adds_none(amount, zh, en):
    assert spaced(show_money(Decimal(amount), "exact", "zh")) == zh
    assert spaced(show_money(Decimal(amount), "exact", "en")) == en


def test_floats_are_shown_by_their_shortest_decimals():
    assert spaced(show_money(13.44e4, "exact", "zh")) == "13.44 万元"
    assert full_number(0.1 + 0.2) == "0.30000000000000004"


@pytest.mark.parametrize(
    ("qualifier", "zh", "en"),
    [
        ("exact", "1,710 万元", "CNY 17.1 million"),
        ("about", "约 1,710 万元", "about CNY 17.1 million"),
        ("over", "逾 1,710 万元", "over CNY 17.1 million"),
        ("nearly", "近 1,710 万元", "nearly CNY 17.1 million"),
        ("at_least", "不少于 1,710 万元", "at least CNY 17.1 million"),
        ("at_most", "不超过 1,710 万元", "at most CNY 17.1 million"),
    ],
)
def test_a_qualifier_stands_before_the_figure(qualifier, zh, en):
    assert spaced(show_money(Decimal(17100000), qualifier, "zh")) == zh
    assert spaced(show_money(Decimal(17100000), qualifier, "en")) == en


def test_the_words_of_the_qualifiers_are_those_of_the_schema():
    schema = yaml.safe_load(Path("schemas/funds.yaml").read_text(encoding="utf-8"))
    codes = next(field["codes"] for field in schema["fields"] if field["name"] == "qualifier")
    assert list(codes) == list(QUALIFIER_WORDS["zh"]) == list(QUALIFIER_WORDS["en"])
    for lang in ("zh", "en"):
        assert {code: words[lang] for code, words in codes.items()} | {"exact": ""} == QUALIFIER_WORDS[lang]


def test_a_number_does_not_part_from_its_unit():
    assert show_money(Decimal(17100000), "about", "zh") == "约\u00a01,710\u00a0万元"
    assert show_money(Decimal(17100000), "about", "en") == "about CNY\u00a017.1\u00a0million"
    assert show_value(Decimal(7573), "household", "exact", "en", UNIT_WORDS) == "7,573\u00a0households"
    assert show_period("2017-08", "en") == "August\u00a02017"


def test_one_household_is_no_plural_and_a_unit_without_singular_keeps_its_word():
    def shown(value, unit, lang="en"):
        return spaced(show_value(Decimal(value), unit, "exact", lang, UNIT_WORDS))

    assert [shown(1, "household"), shown("1.0", "household")] == ["1 household", "1 household"]
    assert [shown(7573, "household"), shown(0, "household")] == ["7,573 households", "0 households"]
    assert [shown(7573, "household", "zh"), shown(1, "household", "zh")] == ["7,573 户", "1 户"]
    assert shown(1, "village") == "1 villages"


def test_money_and_shares_among_values_are_shown_in_their_own_way():
    assert spaced(show_value(Decimal(9636), "cny", "exact", "zh", UNIT_WORDS)) == "9,636 元"
    assert spaced(show_value(Decimal(80), "percent", "about", "zh", UNIT_WORDS)) == "约 80%"
    assert show_value(Decimal(80), "percent", "at_least", "en", UNIT_WORDS) == "at least 80%"


def test_only_a_computed_share_is_rounded():
    assert show_percent(Decimal("34.56")) == "34.56%"
    assert show_percent(Decimal(100) / 3, places=1) == "33.3%"
    assert show_percent(Decimal("80.0"), places=1) == "80%"


def test_a_whole_number_has_separators_and_no_idle_zeros():
    assert [full_number(Decimal(n)) for n in ("17100000", "1E+3", "1.50", "-0.0", "100")] == [
        "17,100,000", "1,000", "1.5", "0", "100",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "wrong", ["2017-13", "2017-02-30", "17", "2017-8", "2016/", "2016/2018/2020", "year", "２０１７"]
)
def test_a_period_that_is_no_date_is_refused(wrong):
    with pytest.raises(ValueError):
        show_period(wrong, "zh")


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (None, "", ""),
        ("", "", ""),
        ("2017", "2017 年", "2017"),
        ("2017-08", "2017 年 8 月", "August 2017"),
        ("2017-08-29", "2017 年 8 月 29 日", "29 August 2017"),
        ("2016/2020", "2016–2020 年", "2016–2020"),
        ("2019/2019", "2019 年", "2019"),
        ("2017-01/2017-06", "2017 年 1 月–2017 年 6 月", "January 2017 – June 2017"),
        ("2016-10/2020", "2016 年 10 月–2020 年", "October 2016 – 2020"),
    ],
)
def test_a_period_is_shown_in_words(period, zh, en):
    assert (spaced(show_period(period, "zh")), spaced(show_period(period, "en"))) == (zh, en)


AMOUNTS = st.decimals(min_value=0, max_value=10**10, places=2) | st.integers(0, 10**14).map(Decimal)
LANGUAGES = st.sampled_from(["zh", "en"])


@given(AMOUNTS, st.sampled_from(list(QUALIFIER_WORDS["zh"])), LANGUAGES)
def test_money_shown_is_read_back_as_the_same_value_and_qualifier(amount, qualifier, lang):
    figure = read_figure(show_money(amount, qualifier, lang))
    assert (figure.low, figure.high, figure.unit, figure.qualifier) == (amount, amount, "元", qualifier)


@given(AMOUNTS, LANGUAGES)
def test_values_shown_are_read_back_as_the_same_value(value, lang):
    shown = show_value(value, "household", "exact", lang, UNIT_WORDS)
    assert read_figure(shown).low == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_a_whole_number_loses_no_digit(value):
    assert Decimal(full_number(value).replace(",", "")) == value


@given(st.none() | st.just(float("nan")), st.sampled_from(list(QUALIFIER_WORDS["zh"])), LANGUAGES)
def test_nothing_is_never_a_number(nothing, qualifier, lang):
    assert show_money(nothing, qualifier, lang) == NOT_PRINTED[lang]

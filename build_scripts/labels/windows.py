"""The time a figure speaks of, in words."""

from __future__ import annotations

import re

from build_scripts.labels import word
from build_scripts.labels.numbers import show_period
from build_scripts.labels.remarks import remark_words
from build_scripts.reading.numerals import chinese_number
from build_scripts.views.model import Claim
from build_scripts.views.said import Window
from build_scripts.views.windows import TOTAL

LENGTH = re.compile(
    "(?P<running>连续)?(?P<last>近|这|过去)?(?P<n>[0-9]+|[一二三四五六七八九十两半]+)?(?P<over>多|余)?几?年(?P<more>多)?[来來间]?"
)
HALF = "半"


def window_words(window: Window, lang: str) -> str:
    """Returns the time a figure speaks of where it stands alone, remarks and all: 2017–2024 年累计（跨前后两轮）."""
    return bare_window(window, lang) + remark_words(window, lang)


def bare_window(window: Window, lang: str) -> str:
    """Returns the time a figure speaks of, with months and basis: 截至 2020 年 3 月累计（起点未载明）."""
    return word(lang, window_key(window), period=show_period(window.period, lang)) + length_words(window.length, lang)


def window_key(window: Window) -> str:
    """Returns the key of a window's words; one whose length is printed is not said to have no beginning."""
    has_length = window.kind in ("until", "unstated_sum") and window.length
    return f"said.window.{window.kind}_of_length" if has_length else f"said.window.{window.kind}"


def stage_key(claim: Claim) -> str:
    """Returns the key of a stage's word; an investment is completed where money is spent."""
    is_made = claim.stage == "spent" and claim.fund_source == "enterprise_investment"
    return "said.stage.made" if is_made else f"said.stage.{claim.stage}"


def length_words(length: str | None, lang: str) -> str:
    """Returns a printed length of time as it is said beside a period: （原文作“6年多”）; '' for none."""
    if not length:
        return ""
    return word(lang, "said.length", length=length if lang == "zh" else in_english(length))


def years_in(length: str) -> int:
    """Returns the number of years in a printed length of time; 0 where it has none."""
    form = LENGTH.fullmatch(length)
    if form is None or form["n"] in (None, HALF):
        return 0
    return int(form["n"]) if form["n"].isascii() else int(chinese_number(form["n"]))


def in_english(length: str) -> str:
    """Returns a printed length in English: 近两年来 → the last 2 years; as printed where it has another form."""
    if length.startswith(TOTAL):
        return word("en", "said.lengths.total")
    form = LENGTH.fullmatch(length)
    if form is None:
        return length
    if form["n"] in (None, HALF):
        return word("en", "said.lengths.half" if form["n"] else "said.lengths.recent")
    number, is_over = years_in(length), form["over"] or form["more"]
    kind = "running" if form["running"] else "last" if form["last"] else "over" if is_over else "plain"
    if number == 1:
        kind = "over_year" if is_over else "year"
    return word("en", f"said.lengths.{kind}", n=number)

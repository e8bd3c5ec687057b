"""The time a figure speaks of, in words."""

from __future__ import annotations

from build_scripts.labels import word
from build_scripts.labels.numbers import show_period
from build_scripts.views.said import Window


def window_words(window: Window, lang: str) -> str:
    """Returns the time a figure speaks of, with months and basis: 截至 2020 年 3 月累计（起点未载明）."""
    words = word(lang, f"said.window.{window.kind}", period=show_period(window.period, lang))
    return words + "".join(word(lang, key) for key in remarks_on(window))


def remarks_on(window: Window) -> list[str]:
    """Returns the words to add to a window: that it runs across both rounds, what of it the editors supplied."""
    said = {"said.across": window.is_across, "said.judged": window.is_inferred, "said.placed": window.is_placed}
    return [key for key, is_so in said.items() if is_so]


def years_covered(years: list[int], lang: str) -> str:
    """Returns the years in a sum; where some between the first and the last are not in it, their number."""
    if not years:
        return ""
    span = show_period(f"{years[0]}/{years[-1]}" if len(years) > 1 else str(years[0]), lang)
    has_holes = len(years) < years[-1] - years[0] + 1
    return span + word(lang, "charts.money_by_pairing.holes", n=len(years)) if has_holes else span

"""The time that a printed figure speaks of, as it must be said: months, basis and rounds are never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple

from build_scripts.reading.each_year import is_of_each_year
from build_scripts.views.adding import has_open_start
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of, years_of
from build_scripts.views.programmes import OF_EAST_WEST, PRESENT, PRESENT_FROM
from build_scripts.views.said import Window

TOTAL = "累计"  # printed beside a figure that the editors took as of one period
DONE = ("agreed", "received", "disbursed", "spent")  # what can be told to have happened by a day
NUMBER = re.compile("[0-9一二三四五六七八九十两半]")  # 近两年来 says how long, 近年来 does not


def window_said(claim: Claim, programme: str | None) -> Window:
    """Returns the window of a claim's figure as it must be said; the programme is that of its pairing, if any."""
    kind = kind_of_window(claim)
    period = claim.period[:4] if kind == "year" else claim.period or None
    is_placed = "pairing_id" in claim.inferred
    is_inferred = "period" in claim.inferred
    length = "" if is_dated(kind) and not is_inferred else claim.period_length or ""
    is_early = kind in ("year", "part", "span", "each", "since", "until") and is_printed_early(claim)
    across, judged = is_across(claim, programme), is_basis_judged(claim)
    is_open = programme == PRESENT and kind == "until" and length and not NUMBER.search(length)
    flags = {"is_open": bool(is_open), "is_in_course": is_printed_in_course(claim)}
    return Window(kind, period, is_inferred, across, is_placed, length, is_early, judged, **flags)


def is_basis_judged(claim: Claim) -> bool:
    """True where no document says whether a figure is a running total: the editors judged it by what stands around."""
    is_told = claim.period_length and not claim.period_length.startswith(TOTAL)
    return "basis" in claim.inferred and claim.basis in ("in_period", "cumulative") and not is_told


def is_dated(kind: str) -> bool:
    """True where beginning and end of a window are known; a length of time beside them would say nothing more."""
    return kind in ("year", "part", "span", "each", "since")


def kind_of_window(claim: Claim) -> str:
    """Returns the kind of a claim's window: see Window."""
    if not claim.period:
        return "unstated_sum" if claim.basis == "cumulative" else "unstated"
    if claim.basis == "as_of":
        return "at"
    is_of_years = len(years_of(claim.period)) > 1
    if is_of_years and is_of_each_year(claim.label_zh):
        return "each"
    if claim.basis == "cumulative":
        return "until" if has_open_start(claim) else "since"
    if is_of_years:
        return "span"
    first, last = span_of(claim.period)
    return "year" if (first[5:], last[5:]) == ("01-01", "12-31") else "part"


def is_printed_early(claim: Claim) -> bool:
    """True where a window had not ended when the document appeared, as 2019 told in August, by itself or to its end.

    A single month is left alone: what is told of it is an event. Planned and allocated money is of the future.
    """
    is_month = len(claim.period) == len("2018-07")
    is_done = claim.stage in (*DONE, None) and claim.basis in ("in_period", "cumulative")
    if not is_done or not claim.published or is_month:
        return False
    return span_of(claim.published)[1] < span_of(claim.period)[1]


def is_printed_in_course(claim: Claim) -> bool:
    """True where a document of which the year alone is known tells whole years up to that year as done."""
    is_done = claim.stage in (*DONE, None) and claim.basis in ("in_period", "cumulative")
    last = (claim.period or "").rpartition("/")[2]
    return is_done and len(last) == len("2018") and last == claim.published


def is_across(claim: Claim, programme: str | None) -> bool:
    """True where a figure runs from the first round of East–West cooperation into the second.

    Of what is no pairing the period alone tells; a running total under a pairing of the first round that ends in the
    second began in the first.
    """
    span = span_of(claim.period)
    if span and programme in OF_EAST_WEST and programme != PRESENT and kind_of_window(claim) == "until":
        return span[1] >= PRESENT_FROM
    return programme in (*OF_EAST_WEST, None) and span is not None and span[0] < PRESENT_FROM <= span[1]


def joined_windows(windows: Iterable[Window]) -> list[Window]:
    """Returns different windows in time, runs of whole single years made one: 2016, 2017, 2018 → 2016–2018."""
    joined: list[Window] = []
    in_time = sorted(
        set(windows),
        key=lambda w: (w.last, w.kind, w.period or "", *(str(part) for part in astuple(w)[2:])),
    )
    for window in in_time:
        before = joined[-1] if joined else None
        if window.kind == "year" and before and before.kind in ("year", "span") and follows(before, window):
            is_inferred = before.is_inferred or window.is_inferred
            is_placed = before.is_placed or window.is_placed
            is_early = before.is_early or window.is_early
            is_judged = before.is_judged or window.is_judged
            whole = f"{before.period[:4]}/{window.period}"
            in_course = before.is_in_course or window.is_in_course
            flags = {"is_placed": is_placed, "is_early": is_early, "is_judged": is_judged, "is_in_course": in_course}
            joined[-1] = Window("span", whole, is_inferred, **flags)
        else:
            joined.append(window)
    return joined


def follows(before: Window, window: Window) -> bool:
    return before.last[5:] == "12-31" and int(before.last[:4]) + 1 == int(window.period[:4])

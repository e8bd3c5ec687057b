"""Partial ISO dates and ranges as spans of days, so that periods can be compared."""

from __future__ import annotations

from calendar import monthrange
from functools import cache

Span = tuple[str, str]  # first and last day, YYYY-MM-DD


@cache
def span_of(period: str | None) -> Span | None:
    """Returns first and last day of `2017`, `2017-05`, `2016/2020` …; None where no period is stated."""
    if not period:
        return None
    first, _, last = period.partition("/")
    return first_day(first), last_day(last or first)


def first_day(date: str) -> str:
    return date + {4: "-01-01", 7: "-01", 10: ""}[len(date)]


def last_day(date: str) -> str:
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:7]))[1]}"
    return date + {4: "-12-31", 10: ""}[len(date)]


def overlap(a: str | None, b: str | None) -> bool:
    """True where two periods share a day; a period that is not stated may be any, so it overlaps every other."""
    x, y = span_of(a), span_of(b)
    return x is None or y is None or (x[0] <= y[1] and y[0] <= x[1])


def length_in_days(period: str | None) -> int:
    """Returns a length good enough to order periods by; 0 where none is stated."""
    span = span_of(period)
    if span is None:
        return 0
    (y1, m1, d1), (y2, m2, d2) = ([int(n) for n in day.split("-")] for day in span)
    return (y2 - y1) * 372 + (m2 - m1) * 31 + d2 - d1 + 1


def years_of(period: str | None) -> range:
    """Returns the years a period touches, as a range; empty where none is stated."""
    span = span_of(period)
    return range(0) if span is None else range(int(span[0][:4]), int(span[1][:4]) + 1)


def year_span(period: str | None) -> tuple[float, float] | None:
    """Returns where a period begins and ends on an axis of years, to a day: `2018-03/2018-04` is (2018.17, 2018.33)."""
    span = span_of(period)
    return None if span is None else (on_axis(span[0], 0), on_axis(span[1], 1))


def on_axis(day: str, after: int) -> float:
    """Returns a day as a year and its part; with `after` 1 the end of the day, else its beginning."""
    year, month, date = (int(part) for part in day.split("-"))
    return round(year + (month - 1 + (date - 1 + after) / monthrange(year, month)[1]) / 12, 3)

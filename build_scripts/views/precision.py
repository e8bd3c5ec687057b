"""How far a printed figure may stand from the exact one: tolerance from its digits and its qualifier.

Rule: a figure printed to k decimals of its printed unit is exact to half a unit of the last digit printed
(1.417亿元: ±5万元). Whole counts printed without 万 or 亿 are exact. 约 allows 5 % on either side, 余/逾 up to
10 % above, 近 up to 10 % below; bounds (不少于, 不超过) are open on one side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.reading.numerals import NUMBER, last_printed_place, plain
from build_scripts.views.model import Claim

UNBOUNDED = Decimal(10) ** 18  # stands for infinity and can still be added and multiplied
SHARE = re.compile("[%％℅]|百分之")  # a share is rounded even when printed whole
ABOUT, BEYOND = Decimal("0.05"), Decimal("0.10")


@dataclass(frozen=True)
class Interval:
    """The values a printed figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            return Interval(-UNBOUNDED, UNBOUNDED)
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def exact(value: Decimal) -> Interval:
    return Interval(value, value)


def printed_step(as_printed: str) -> Decimal:
    """Returns half a unit of the last digit printed, in base units; 0 for whole counts without 万, 亿 or decimals."""
    match = NUMBER.search(plain(as_printed))
    place = last_printed_place(match.group()) if match else None
    if place is None:
        place = 0 if match and SHARE.search(as_printed) else None
    return Decimal(0) if place is None else Decimal(5).scaleb(place - 1)


def interval_of(claim: Claim) -> Interval | None:
    """Returns what the claim's figure may stand for; None where it has no digits."""
    if claim.value is None:
        return None
    value, step = claim.value, printed_step(claim.as_printed)
    match claim.qualifier:
        case "about":
            return Interval(value - max(step, value * ABOUT), value + max(step, value * ABOUT))
        case "over":
            return Interval(value, value + max(step, value * BEYOND))
        case "nearly":
            return Interval(value - max(step, value * BEYOND), value)
        case "at_least":
            return Interval(value, UNBOUNDED)
        case "at_most":
            return Interval(Decimal(0), value)
    return Interval(value - step, value + step)


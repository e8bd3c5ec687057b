"""Numbers in rarer notations: 三分之一, 1/3, 三成二, 二三十, 十二三, 数百, 上千万, one third, hundreds of.

What is read here is one number, or two where neighbours name the ends of a range, or none where words name no
value (数百, 上千万, dozens of). Shares are in per cent, to four digits behind the point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.reading.numerals import number_value

HAN = "零〇一二三四五六七八九十百千万亿两廿卅"
SEVERAL = re.compile(
    rf"(?:[数几]|上(?=[百千万亿]))(?P<number>[十百千万亿]{{1,3}})[余多]?(?![{HAN}0-9])"
    r"|\b(?:dozens|scores|hundreds|thousands|tens of thousands|millions) of\b",
    re.I,
)
NEIGHBOURS = re.compile(
    rf"(?<![{HAN}0-9])(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九两])"
    rf"(?P<scale>[十百千万]{{0,2}})(?![{HAN}月日号])"
)
LOOSE = (("三", "五"),)  # neighbours by custom, though not next to each other
FRACTION = re.compile(
    rf"(?<![0-9/.])(?P<top>[0-9]{{1,2}})/(?P<bottom>[0-9]{{1,3}})(?![0-9/.])|(?P<under>[{HAN}]{{1,2}})分之(?P<over>[{HAN}]{{1,3}})"
    r"|\b(?P<count>one|two|three|a)[ -](?P<part>third|quarter|fifth|tenth)s?\b",
    re.I,
)
TENTHS = re.compile(
    r"(?<![0-9])(?P<tenths>[一二三四五六七八九])成(?P<more>[半一二三四五六七八九])(?![一-龥]?[百千万亿])"
)
ONE_RUN = re.compile(r"[^0-9]*[0-9][0-9 .,/]*[^0-9]*")
ENGLISH = {"one": 1, "a": 1, "two": 2, "three": 3, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


@dataclass(frozen=True)
class Number:
    """A number before its unit is read; `vague` where its words name no value, `unit` where it brings its own."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    over: bool = False
    vague: bool = False
    unit: str = ""


def without_gaps(text: str) -> str:
    """Returns a print of one figure without the spaces inside its digits: 8 300多人, 7 3 . 5万元."""
    return re.sub("(?<=[0-9./]) (?=[0-9./])", "", text) if ONE_RUN.fullmatch(text) else text


def rare_numbers(text: str) -> list[Number]:
    """Returns the numbers of a Simplified half-width text that are in one of these notations, in order."""
    return sorted([*fractions(text), *tenths(text), *several(text), *neighbours(text)], key=lambda n: n.start)


def fractions(text: str) -> Iterator[Number]:
    for match in FRACTION.finditer(text):
        try:
            above, below = ends(match)
        except (ValueError, ArithmeticError):
            continue
        if above and below and above < below and below != 100:
            share = (above * 100 / below).quantize(Decimal("0.0001")).normalize()
            yield Number(match.start(), match.end(), share, share, unit="%")


def ends(match: re.Match) -> tuple[Decimal | None, Decimal | None]:
    """Returns numerator and denominator of a match of FRACTION."""
    if match["count"]:
        return Decimal(ENGLISH[match["count"].lower()]), Decimal(ENGLISH[match["part"].lower()])
    top, bottom = (match["top"], match["bottom"]) if match["top"] else (match["over"], match["under"])
    return number_value(top)[0], number_value(bottom)[0]


def tenths(text: str) -> Iterator[Number]:
    """Yields 一成半 as 15, 三成二 as 32."""
    for match in TENTHS.finditer(text):
        more = Decimal(5) if match["more"] == "半" else number_value(match["more"])[0]
        share = number_value(match["tenths"])[0] * 10 + more
        yield Number(match.start(), match.end(), share, share, unit="%")


def several(text: str) -> Iterator[Number]:
    yield from (Number(m.start(), m.end(), None, None, m.group()[0] == "上", True) for m in SEVERAL.finditer(text))


def neighbours(text: str) -> Iterator[Number]:
    """Yields 二三十 as 20 and 30, 十二三 as 12 and 13, 三五 as 3 and 5."""
    for match in NEIGHBOURS.finditer(text):
        tens, scale = match["tens"] or "", match["scale"]
        try:
            low, high = (number_value(tens + match[end] + scale)[0] for end in ("low", "high"))
            step = number_value("一" + scale)[0]
        except ValueError:  # 二三百百 is no number
            continue
        if low and high and (high - low == step or (match["low"], match["high"]) in LOOSE):
            yield Number(match.start(), match.end(), low, high)

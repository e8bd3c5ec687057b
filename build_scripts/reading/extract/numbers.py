"""The numbers of a text before their units: digits, numerals, ranges, and those in rarer notations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.reading.numerals import NUMBER, number_value
from build_scripts.reading.rare_numbers import HAN, Number, rare_numbers

DASH = "[-‐‑–—―−~～]{1,2}|至|到"
SCALE_ALONE = re.compile(
    rf"(?<![{HAN}0-9数几上余多个])(?<=[\u4e00-\u9fff、,，。“])(?P<scale>[万亿])(?P<over>[余多]?)(?![{HAN}0-9])"
)


def numbers(folded: str) -> Iterator[Number]:
    """Yields the numbers, rarer notations first where several begin at one place; ranges are one number."""
    text = folded.replace("个多亿", "多个亿").replace("个多月", "多个月")
    special = sorted([*rare_numbers(text), *scales(text)], key=lambda n: n.start)
    taken = [(n.start, n.end) for n in special]
    plain = [n for n in ordinary(text) if not any(a < n.end and n.start < b for a, b in near(taken, n.start))]
    yield from sorted([*special, *plain], key=lambda n: n.start)


def near(taken: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    return [span for span in taken if abs(span[0] - at) < 40]


def ordinary(text: str) -> Iterator[Number]:
    matches = [m for m in NUMBER.finditer(text) if m.group().strip()]
    skip = -1
    for here, following in zip(matches, [*matches[1:], None], strict=False):
        if here.start() < skip:
            continue
        number = valued(here.group(), here.start())
        joined = number and following and range_of(text, here, following)
        if joined:
            skip = joined.end
        if joined or number:
            yield joined or number
        elif " " in here.group().strip():
            yield from of_cells(here)


def of_cells(match: re.Match) -> Iterator[Number]:
    """Yields the numbers of a row whose cells single spaces divide: 300 35."""
    for piece in re.finditer(r"\S+", match.group()):
        number = valued(piece.group(), match.start() + piece.start())
        if number:
            yield number


def valued(digits: str, start: int) -> Number | None:
    """Returns a number with its value, None where the digits form none (五六七)."""
    stripped = digits.rstrip()
    try:
        low, over = number_value(stripped)
    except (ValueError, ArithmeticError):
        return None
    return Number(start, start + len(stripped), low, low, over)


def range_of(text: str, here: re.Match, following: re.Match) -> Number | None:
    """Returns the range that two numbers form around a dash: 50-60, 3—5, 1万元至3万元."""
    between = text[here.end() : following.start()]
    joint = re.fullmatch(rf"(?P<unit>[^\W\d_]{{0,3}}|%)(?:{DASH})|(?P<english> to )", between)
    if joint and joint["english"]:
        return None if re.search("from $", text[: here.start()], re.I) else english_range(here, following)
    if not joint or not text[following.end() :].lstrip().startswith(joint["unit"]):
        return None
    low, high = valued(here.group(), here.start()), valued(following.group(), following.start())
    if not low or not high or low.low is None or high.low is None:
        return None
    scale = re.search("(?:万亿|[万亿])$", following.group().strip())
    first = low.low
    if scale and not re.search("[万亿]", here.group()) and not joint["unit"]:
        shared = valued(here.group().strip() + scale.group(), 0)
        first = shared.low if shared and shared.low is not None and shared.low < high.low else first
    return Number(here.start(), high.end, first, high.low) if first < high.low else None


def english_range(here: re.Match, following: re.Match) -> Number | None:
    """Returns the range of 20 to 25; a number with a scale stands alone."""
    low, high = valued(here.group(), here.start()), valued(following.group(), following.start())
    if not low or not high or low.low is None or high.low is None or low.low >= high.low:
        return None
    return Number(here.start(), high.end, low.low, high.low)


def scales(text: str) -> Iterator[Number]:
    yield from (Number(m.start(), m.end(), None, None, bool(m["over"]), True) for m in SCALE_ALONE.finditer(text))

"""The chart font: how wide words are in it, where their lines break, which characters it lacks."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
SLACK = 1.06  # a page shows the reader's own font, which may run a little wider
LATIN = r"[A-Za-z0-9.,%'’()&–\-/]"
UNITS = re.compile(  # never broken: a Latin word, a number with what non-breaking spaces tie to it, a hanzi
    rf"(?:[\u4e00-\u9fff]{{1,2}}\u00a0)?{LATIN}+(?:\u00a0(?:{LATIN}+|[\u4e00-\u9fff]{{1,3}}))*|\s+|."
)
NOT_FIRST = set("–，。、；：！？）》」』”’…—·,.;:!?)%")  # marks that may not begin a line
NOT_LAST = set("（《「『“‘(")


@cache
def widths() -> dict[str, int]:
    """Returns character -> width in thousandths of an em, from the vendored font; hanzi are not listed."""
    return json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))


@cache
def covered() -> frozenset[int]:
    """Returns the code points of the vendored font."""
    return frozenset(TTFont(FONTS / "LedgerChartSans-Regular.ttf", lazy=True).getBestCmap())


def undrawable(text: str) -> str:
    """Returns the characters of a text that the font lacks, each once: they would be boxes."""
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in covered())


@cache
def width_of(text: str, size: float) -> float:
    """Returns the width of a line in pixels, with a little slack."""
    known = widths()
    return sum(known.get(char, 1000) for char in text) * size * SLACK / 1000


def wrap(text: str, room: float, size: float, most: int = 99) -> tuple[str, ...]:
    """Returns the lines of a text in `room` pixels; at most `most`, the last one cut with … where more are needed."""
    lines, line = [], ""
    for unit in units_of(text):
        if line and width_of(line + unit.rstrip(), size) > room:
            lines.append(line)
            line = unit.lstrip()
        else:
            line += unit
    lines = [kept for kept in (*lines, line) if kept.strip()]
    if len(lines) > most:
        lines = [*lines[: most - 1], cut("".join(lines[most - 1 :]), room, size)]
    return tuple(kept.rstrip() for kept in lines) or ("",)


def wrapped(text: str, room: float, size: float) -> str:
    """Returns a text with its line breaks: for a field of a chart's own, never for the data's."""
    return "\n".join(wrap(text, room, size))


def units_of(text: str) -> list[str]:
    """Returns the pieces between which a line may break: marks stay with the word they belong to."""
    units: list[str] = []
    for unit in UNITS.findall(text):
        if units and (unit[0] in NOT_FIRST or units[-1][-1] in NOT_LAST):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def cut(text: str, room: float, size: float) -> str:
    """Returns the text, or as much of it as fits with … at its end."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"

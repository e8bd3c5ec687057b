"""Columns over years: one panel a series. Years without a figure are hatched at the foot, never left at
zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.charts.picture import Mark, box, line, words
from build_scripts.charts.style import SMALL, TINY, WIDTH
from build_scripts.charts.text import width_of
from build_scripts.charts.years import YearScale

FOOT = 6  # height of the hatching of a year without a figure


@dataclass(frozen=True)
class Column:
    """The value of one year, from the foot up; `figure` is written above it where it is not empty."""

    year: int
    value: float
    role: str
    figure: str = ""
    foot: float = 0  # value where it begins, for stacked columns
    data: dict = field(default_factory=dict)


def panel_marks(
    columns: list[Column], scale: YearScale, y: float, height: float, missing: list[int] = ()
) -> list[Mark]:
    """Returns the marks of a panel from `y` down, without labels of years; `missing` years are hatched."""
    top = max((c.foot + c.value for c in columns), default=0) or 1
    head = SMALL + 6 if any(c.figure for c in columns) else 0
    floor, room = y + height, height - head
    gap = min(3, scale.step / 5)
    marks = [line(0, floor, WIDTH, floor, "axis")]
    for c in columns:
        tall = max(c.value / top * room, 1)
        foot = floor - c.foot / top * room
        marks.append(
            box(
                scale.x(c.year) + gap / 2,
                foot - tall,
                scale.step - gap,
                tall,
                c.role,
                data={"year": c.year, "value": c.value, **c.data},
            )
        )
        if c.figure:
            marks.append(figure_mark(c.figure, scale.middle(c.year), foot - tall - 5))
    marks += [
        box(scale.x(n) + gap / 2, floor - FOOT, scale.step - gap, FOOT, "unknown", data={"year": n}) for n in missing
    ]
    return marks


def figure_mark(text: str, x: float, y: float) -> Mark:
    """Returns a figure centred on its column, kept within the chart."""
    half = width_of(text, TINY) / 2
    return words(min(max(x, half), WIDTH - half), y, text, "ink", TINY, "center")

"""Bars under their words: label left, figure right, the bar below them. The form most charts take.

A label may take several lines, so it is never cut beside its bar, and the figures stand in a column as in
an account book. Sections have a heading and a scale of their own where their units differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.charts.picture import Mark, box, in_layers, line, words
from build_scripts.charts.style import SIZE, SMALL, WIDTH
from build_scripts.charts.text import width_of, wrap

LINE, BAR, GAP = 17, 9, 13  # height of a line of text and of a bar, space below a bar
KEY_BOX = 10
DASHED = "dashed"  # in a key: a dashed line instead of a square


@dataclass(frozen=True)
class Segment:
    """A stretch of a bar from `start` to `end`, in the unit of its section."""

    start: float
    end: float
    role: str
    data: dict = field(default_factory=dict)
    height: float = BAR


@dataclass(frozen=True)
class Bar:
    """One row: words, figure, stretches. `remark` is a smaller line below the label."""

    label: str
    figure: str
    segments: tuple[Segment, ...]
    remark: str = ""


@dataclass(frozen=True)
class Section:
    """Bars that share a scale. `longest` is the value at full width; 0: the longest of its own bars."""

    bars: tuple[Bar, ...]
    heading: str = ""
    longest: float = 0

    @property
    def full(self) -> float:
        return self.longest or max((s.end for bar in self.bars for s in bar.segments), default=0) or 1


def bar(label: str, figure: str, value, role: str, remark: str = "", **data) -> Bar:
    """Returns a bar of one stretch from zero; no stretch where the value is not known."""
    segments = (
        () if value is None else (Segment(0, float(value), role, {"label": label, "value": float(value), **data}),)
    )
    return Bar(label, figure, segments, remark)


def bar_marks(sections: list[Section], key: tuple[tuple[str, str], ...] = ()) -> tuple[list[Mark], float]:
    """Returns (marks, height). `key` lists (role, words) of colours that need a word."""
    marks, y = key_marks(key, 0)
    for section in sections:
        added, y = section_marks(section, y)
        marks += added
    return in_layers(marks), y - GAP + 2


def section_marks(section: Section, y: float) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    if section.heading:
        marks, y = heading_marks(section.heading, y)
    for row in section.bars:
        added, y = row_marks(row, section.full, y)
        marks += added
    return marks, y + (6 if section.heading else 0)


def heading_marks(heading: str, y: float) -> tuple[list[Mark], float]:
    """Returns a heading with a rule below it."""
    lines = wrap(heading, WIDTH, SMALL, most=2)
    marks = [words(0, y + 14 + i * LINE, text, "muted", SMALL) for i, text in enumerate(lines)]
    bottom = y + 5 + len(lines) * LINE
    return [*marks, line(0, bottom, WIDTH, bottom, "axis")], bottom + 6


def row_marks(row: Bar, full: float, y: float) -> tuple[list[Mark], float]:
    """Returns a bar with its words above it."""
    room = WIDTH - width_of(row.figure, SIZE) - 14
    lines = wrap(row.label, room, SIZE, most=4)
    marks = [words(0, y + 13 + i * LINE, text) for i, text in enumerate(lines)]
    marks.append(words(WIDTH, y + 13 + (len(lines) - 1) * LINE, row.figure, align="right"))
    y += len(lines) * LINE
    for text in wrap(row.remark, WIDTH, SMALL, most=2) if row.remark else ():
        marks.append(words(0, y + 12, text, "muted", SMALL))
        y += LINE - 1
    y += 3
    marks.append(line(0, y + BAR, WIDTH, y + BAR))
    for part in row.segments:
        start, width = part.start / full * WIDTH, (part.end - part.start) / full * WIDTH
        marks.append(box(start, y + BAR - part.height, max(width, 1.5), part.height, part.role, data=part.data))
    return marks, y + BAR + GAP


def key_marks(key: tuple[tuple[str, str], ...], y: float) -> tuple[list[Mark], float]:
    """Returns the key: a square and a word for each colour, in as many lines as they need."""
    marks: list[Mark] = []
    x = 0.0
    for role, text in key:
        width = KEY_BOX + 5 + width_of(text, SMALL) + 14
        if x and x + width - 14 > WIDTH:
            x, y = 0.0, y + LINE
        marks += [key_mark(role, x, y), words(x + KEY_BOX + 5, y + 12, text, "muted", SMALL)]
        x += width
    return marks, y + (LINE + 6 if key else 0)


def key_mark(role: str, x: float, y: float) -> Mark:
    if role == DASHED:
        return line(x, y + 8, x + KEY_BOX, y + 8, "unknown", 1.5, dashed=True)
    return box(x, y + 3, KEY_BOX, KEY_BOX, role)

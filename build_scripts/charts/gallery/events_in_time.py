"""When did what happen in a pairing? Its dated events by kind, by month or year.

A dot is an event with its month, a short line one of which only the year is printed; its colour is the side
that set out. Events without a date are counted beside the kind's name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from build_scripts.charts.bars import key_marks
from build_scripts.charts.cells import name_cell, period_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, dot, in_layers, line, paint, words
from build_scripts.charts.style import SMALL, TINY, WIDTH
from build_scripts.charts.years import YearScale
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Row, Views

FEWEST = 3  # dated events that make a pairing's chart
LANE, RISE, DOT = 42, 9, 8  # height of a kind, of a dot above another at the same date, width of a dot
SIDES = {"provider": "provider", "recipient": "recipient", "other": "c6"}  # side that sets out -> colour


@dataclass(frozen=True)
class Event:
    """A row of `events` in time. `at` is a year with its part (2017.5); None where no date is printed."""

    row: Row
    at: float | None
    is_year_only: bool
    side: str


def placed(row: Row, pairing: Row, names: Names) -> Event:
    """Returns the event in time: at its day, in the middle of its month, or in its year."""
    date = (row["date"] or "").partition("/")[0]
    side = side_of(row["from_place_id"], pairing, names)
    if not date:
        return Event(row, None, False, side)
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return Event(row, float(parts[0]), True, side)
    day = parts[2] if len(parts) == 3 else 15
    return Event(row, parts[0] + (parts[1] - 1 + (day - 1) / 31) / 12, False, side)


def side_of(place: str | None, pairing: Row, names: Names) -> str:
    """Returns which end of the pairing sets out: the one that the place is, lies in or holds."""
    for side in ("provider", "recipient"):
        end = pairing[f"{side}_place_id"]
        if place and end and names.places.related(place, end):
            return side
    return "other"


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch for each pairing with at least three dated events."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for row in views.tables["events"].to_dict("records"):
        if row["pairing_id"]:
            groups[row["pairing_id"]].append(placed(row, names.pairings[row["pairing_id"]], names))
    return [
        sketch(key, group, names) for key, group in groups.items() if sum(e.at is not None for e in group) >= FEWEST
    ]


def by_kind(events: list[Event], names: Names) -> dict[str, list[Event]]:
    """Returns kind -> events in order of time, kinds in the order of the code list."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.at is None, e.at or 0)):
        found[event.row["kind"]].append(event)
    return {kind: found[kind] for kind in names.codes("events", "kind") if kind in found}


def sketch(pairing: str, events: list[Event], names: Names) -> Sketch:
    marks, height = lanes(by_kind(events, names), names)
    dated = [e for e in events if e.at is not None]
    kind, n = Counter(e.row["kind"] for e in dated).most_common(1)[0]
    years = sorted({int(e.at) for e in dated})
    span = names.period(str(years[0]) if len(years) == 1 else f"{years[0]}/{years[-1]}")
    said = {
        "pairing": names.pairing(pairing),
        "n": len(dated),
        "all": len(events),
        "undated": len(events) - len(dated),
        "kind": kind_word(kind, names),
        "most": n,
        "span": span,
    }
    return Sketch(
        name=f"events-in-time.{pairing}",
        lang=names.lang,
        title=word(names.lang, "charts.events.title", **said),
        alt=word(names.lang, "charts.events.alt", **said),
        question=word(names.lang, "charts.events.question", **said),
        header=tuple(word(names.lang, "charts.events.header")),
        rows=tuple(
            (
                period_cell(names, e.row["date"]),
                name_cell(kind_word(e.row["kind"], names)),
                name_cell(names.pick(e.row, "title")),
            )
            for e in sorted(events, key=lambda e: (e.at is None, e.at or 0))
        ),
        chart=paint(marks, height),
        subject=("pairing", pairing),
        note=word(names.lang, "charts.events.note"),
    )


def lanes(kinds: dict[str, list[Event]], names: Names) -> tuple[list[Mark], float]:
    """Returns a lane a kind, months or years below."""
    years = [int(e.at) for events in kinds.values() for e in events if e.at is not None]
    scale = YearScale(min(years), max(years))
    sides = {e.side for events in kinds.values() for e in events if e.at is not None}
    marks, y = key_marks(
        tuple((role, word(names.lang, f"charts.events.from_{s}")) for s, role in SIDES.items() if s in sides),
        0,
    )
    for kind, events in kinds.items():
        added, y = lane(kind, events, scale, y, names)
        marks += added
    return in_layers(marks + axis(scale, y, names)), y + 20


def lane(kind: str, events: list[Event], scale: YearScale, y: float, names: Names) -> tuple[list[Mark], float]:
    """Returns the events of a kind on a thin rule; those at the same place stand above each other."""
    undated = sum(e.at is None for e in events)
    label = kind_word(kind, names) + (word(names.lang, "charts.events.undated", n=undated) if undated else "")
    placed_at = Counter()
    marks = []
    for event in (e for e in events if e.at is not None):
        x = scale.x(event.at) + (scale.step / 2 if event.is_year_only else 0)
        level = placed_at[round(x / DOT)]
        placed_at[round(x / DOT)] += 1
        marks.append((event, min(max(x, DOT / 2), WIDTH - DOT / 2), level))
    floor = y + LANE - 8 + RISE * max((level for _, _, level in marks), default=0)
    drawn = [mark_of(event, x, floor - 6 - level * RISE, scale, names) for event, x, level in marks]
    return [words(0, y + 13, label, "muted", SMALL), line(0, floor, WIDTH, floor), *drawn], floor + 8


def mark_of(event: Event, x: float, y: float, scale: YearScale, names: Names) -> Mark:
    data = {"date": event.row["date"], "title": names.pick(event.row, "title")}
    if event.is_year_only:
        half = scale.step / 2 - 2
        return line(max(x - half, 0), y, min(x + half, WIDTH), y, SIDES[event.side], 3, data=data)
    return dot(x, y, SIDES[event.side], size=DOT, data=data)


def axis(scale: YearScale, y: float, names: Names) -> list[Mark]:
    """Returns the labels below: months where the chart is one year, else years."""
    if len(scale.years) > 1:
        return scale.labels(y + 8)
    months = [
        words(
            scale.step * (m - 0.5) / 12,
            y + 8,
            word(names.lang, "charts.months")[m - 1],
            "muted",
            TINY,
            "center",
        )
        for m in range(1, 13, 2)
    ]
    return [*months, words(WIDTH, y + 8, str(scale.first), "muted", TINY, "right")]


def kind_word(kind: str, names: Names) -> str:
    return names.code("events", "kind", kind)

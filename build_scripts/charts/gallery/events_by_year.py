"""In which years do the events of the ledger fall? Dated events by kind and year."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_scripts.charts.cells import count_cell, name_cell, period_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, dot, in_layers, line, paint, words
from build_scripts.charts.style import SMALL, WIDTH
from build_scripts.charts.years import YearScale
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Row, Views

LANE, SMALLEST, GROWTH = 42, 4, 18  # height of a kind, width of the smallest dot, what the largest is wider
Counts = dict[str, Counter]  # kind -> year -> events


def years_by_kind(events: list[Row], names: Names) -> Counts:
    """Returns kind -> year -> events that begin in it; events without a date are left out."""
    found: Counts = defaultdict(Counter)
    for row in events:
        if row["date"]:
            found[row["kind"]][int(row["date"][:4])] += 1
    return {kind: found[kind] for kind in names.codes("events", "kind") if kind in found}


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch, where any event is dated."""
    events = views.tables["events"].to_dict("records")
    counts = years_by_kind(events, names)
    return [sketch(counts, len(events), names)] if counts else []


def sketch(counts: Counts, events: int, names: Names) -> Sketch:
    marks, height = bubbles(counts, names)
    total = sum(counts.values(), Counter())
    year, n = total.most_common(1)[0]
    said = {"n": total.total(), "year": year, "most": n, "undated": events - total.total()}
    return Sketch(
        name="events-by-year",
        lang=names.lang,
        title=word(names.lang, "charts.events_by_year.title", **said),
        alt=word(names.lang, "charts.events_by_year.alt", **said),
        question=word(names.lang, "charts.events_by_year.question"),
        header=tuple(word(names.lang, "charts.events_by_year.header")),
        rows=tuple(
            (name_cell(kind_word(kind, names)), period_cell(names, str(y)), count_cell(c))
            for kind, years in counts.items()
            for y, c in sorted(years.items())
        ),
        chart=paint(marks, height),
        note=word(names.lang, "charts.events_by_year.note", **said),
    )


def bubbles(counts: Counts, names: Names) -> tuple[list[Mark], float]:
    """Returns a row of dots a kind; the area of a dot grows with the number of events."""
    years = [year for group in counts.values() for year in group]
    scale = YearScale(min(years), max(years))
    most = max(n for group in counts.values() for n in group.values())
    marks: list[Mark] = []
    for i, (kind, group) in enumerate(counts.items()):
        y = i * LANE
        marks += [words(0, y + 13, kind_word(kind, names), "muted", SMALL), line(0, y + 30, WIDTH, y + 30)]
        for year, n in group.items():
            size, data = SMALLEST + GROWTH * (n / most) ** 0.5, {"kind": kind, "year": year, "events": n}
            marks.append(dot(scale.middle(year), y + 30, "blue", size=size, opacity=0.8, data=data))
    bottom = LANE * len(counts) + 14
    return in_layers(marks + scale.labels(bottom)), bottom + 8


def kind_word(kind: str, names: Names) -> str:
    return names.code("events", "kind", kind)

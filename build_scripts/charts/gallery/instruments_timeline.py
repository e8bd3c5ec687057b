"""Which documents set up the arrangements? Policy instruments by year, with the years of the arrangements
marked.

A marked year says how many pairings of the ledger are printed or dated as beginning in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from build_scripts.charts.cells import name_cell, period_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, dot, in_layers, line, paint, words
from build_scripts.charts.style import SIZE, SMALL, WIDTH
from build_scripts.charts.text import wrap
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Row, Views

ARRANGEMENTS = (1996, 2002, 2010, 2013, 2016, 2021)  # years in which the pairings were set up or set up anew
LEFT, RULE = 62, 50  # where the words begin, where the rule of time stands
LINE = 17


def instruments_by_year(instruments: list[Row]) -> dict[int, list[Row]]:
    """Returns year -> its instruments by date; the years of the arrangements are there without any, too."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(instruments, key=lambda r: (r["date"] or "", r["instrument_id"])):
        if row["date"]:
            found[int(row["date"][:4])].append(row)
    return {year: found[year] for year in sorted({*found, *ARRANGEMENTS})}


def beginnings(pairings: list[Row]) -> Counter:
    """Returns year -> pairings whose beginning is stated as in it."""
    return Counter(int(row["valid_from"][:4]) for row in pairings if row["valid_from"])


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch, where any instrument is dated."""
    rows = views.tables["instruments"].to_dict("records")
    dated = [row for row in rows if row["date"]]
    return [sketch(instruments_by_year(rows), beginnings(list(names.pairings.values())), dated, names)] if dated else []


def sketch(years: dict[int, list[Row]], begun: Counter, dated: list[Row], names: Names) -> Sketch:
    marks, height = timeline(years, begun, names)
    most = max(ARRANGEMENTS, key=lambda year: begun[year])
    said = {"n": len(dated), "year": most, "pairings": begun[most], "first": min(years), "last": max(years)}
    return Sketch(
        name="timeline-instruments",
        lang=names.lang,
        title=word(names.lang, "charts.instruments.title", **said),
        alt=word(names.lang, "charts.instruments.alt", **said),
        question=word(names.lang, "charts.instruments.question"),
        header=tuple(word(names.lang, "charts.instruments.header")),
        rows=tuple(
            (
                period_cell(names, r["date"]),
                name_cell(names.pick(r, "title")),
                name_cell(names.pick(r, "issuer")),
                name_cell(r["document_number"] or ""),
            )
            for group in years.values()
            for r in group
        ),
        chart=paint(marks, height),
        note=word(names.lang, "charts.instruments.note"),
    )


def timeline(years: dict[int, list[Row]], begun: Counter, names: Names) -> tuple[list[Mark], float]:
    """Returns the years downwards; the words of a year stand right of the rule."""
    marks: list[Mark] = []
    y = 4.0
    for year, rows in years.items():
        is_marked = year in ARRANGEMENTS
        marks += [
            words(0, y + 13, str(year), "vermilion" if is_marked else "muted"),
            dot(
                RULE,
                y + 8,
                "vermilion" if is_marked else "axis",
                "◆" if is_marked else "●",
                11 if is_marked else 7,
                data={"year": year, "instruments": len(rows)} if rows else {},
            ),
        ]
        if is_marked:
            text = (
                word(names.lang, "charts.instruments.begun", n=begun[year])
                if begun[year]
                else word(names.lang, "charts.instruments.none_begun")
            )
            marks.append(words(LEFT, y + 13, text, "vermilion", SMALL))
            y += LINE
        for row in rows:
            added, y = instrument_marks(row, y, names)
            marks += added
        y += 8
    return in_layers([line(RULE, 10, RULE, y - 8, "axis"), *marks]), y


def instrument_marks(row: Row, y: float, names: Names) -> tuple[list[Mark], float]:
    """Returns the title and, smaller, the issuer."""
    marks = []
    for text, role, size, most in (
        (names.pick(row, "title"), "ink", SIZE, 4),
        (names.pick(row, "issuer"), "muted", SMALL, 2),
    ):
        for each in wrap(text, WIDTH - LEFT, size, most) if text else ():
            marks.append(words(LEFT, y + 13, each, role, size))
            y += LINE - (size < SIZE)
    return marks, y + 5

"""How many counties were paired in each year? County pairings in force, programme by programme.

A year counts where a source prints it; it is pale where the term follows only from the programme's round
(rule of views/gaps.py for terms). Pairings without any date are counted in the note.
"""

from __future__ import annotations

from collections import Counter

from build_scripts.charts.bars import heading_marks, key_marks
from build_scripts.charts.cells import count_cell, name_cell, period_cell
from build_scripts.charts.columns import Column, panel_marks
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, in_layers, paint
from build_scripts.charts.years import YearScale
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.gaps import term_years
from build_scripts.views.model import Row, Views

FIRST = 1996
PANEL, BELOW = 64, 34  # height of a programme's columns, of the years below them
Years = dict[int, Counter]  # year -> {"printed": n, "round": n}


def years_in_force(pairings: list[Row], latest: int, names: Names) -> tuple[dict[str, Years], int]:
    """Returns (programme -> year -> pairings by how the year is known, number of pairings without a date)."""
    found: dict[str, Years] = {}
    undated = 0
    for row in pairings:
        if row["level"] != "county":
            continue
        years = term_years(row, latest)
        undated += years is None
        for year in years or ():
            found.setdefault(row["programme"], {}).setdefault(year, Counter())[basis_of(row, year)] += 1
    return {p: found[p] for p in names.codes("pairings", "programme") if p in found}, undated


def basis_of(row: Row, year: int) -> str:
    """Returns `printed` for a year that a source prints as within the term, else `round`."""
    if row["dates_basis"] == "printed" and row["valid_to"]:
        return "printed"
    is_first = row["dates_basis"] in ("printed", "from_printed") and str(year) == row["valid_from"][:4]
    return "printed" if is_first else "round"


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch, where any pairing has a date."""
    found, undated = years_in_force(list(names.pairings.values()), views.gaps.latest_year, names)
    return [sketch(found, undated, names)] if found else []


def sketch(found: dict[str, Years], undated: int, names: Names) -> Sketch:
    marks, height = panels(found, names)
    programme, year, n = max(
        ((p, y, c.total()) for p, years in found.items() for y, c in years.items()), key=lambda t: t[2]
    )
    said = {"year": year, "n": n, "programme": programme_word(programme, names), "undated": undated}
    rows = tuple(
        (
            name_cell(programme_word(p, names)),
            period_cell(names, str(y)),
            count_cell(c["printed"]),
            count_cell(c["round"]),
        )
        for p, years in found.items()
        for y, c in sorted(years.items())
    )
    return Sketch(
        name="pairings-by-year",
        lang=names.lang,
        title=word(names.lang, "charts.by_year.title", **said),
        alt=word(names.lang, "charts.by_year.alt", **said),
        question=word(names.lang, "charts.by_year.question"),
        header=tuple(word(names.lang, "charts.by_year.header")),
        rows=rows,
        chart=paint(marks, height),
        note=word(names.lang, "charts.by_year.note", **said),
    )


def panels(found: dict[str, Years], names: Names) -> tuple[list[Mark], float]:
    """Returns a panel of columns a programme, all on one scale of years."""
    scale = YearScale(
        min(FIRST, *(y for years in found.values() for y in years)),
        max(y for years in found.values() for y in years),
    )
    key = tuple(
        (role, word(names.lang, f"charts.by_year.{k}"))
        for role, k in (("provider", "printed"), ("provider-wash", "round"))
    )
    marks, y = key_marks(key, 0)
    for programme, years in found.items():
        said = programme_word(programme, names)
        heading, y = heading_marks(said, y)
        panel = panel_marks(columns_of(years, said), scale, y, PANEL)
        marks += heading + panel + scale.labels(y + PANEL + 15)
        y += PANEL + BELOW
    return in_layers(marks), y - BELOW + 20


def columns_of(years: Years, programme: str) -> list[Column]:
    """Returns the printed part of each year and the pale part above it;
    the highest year carries its number.
    """
    top = max(years, key=lambda year: years[year].total())
    found, data = [], {"programme": programme}
    for year, n in sorted(years.items()):
        figure = str(n.total()) if year == top else ""
        if n["printed"]:
            found.append(Column(year, n["printed"], "provider", "" if n["round"] else figure, data=data))
        if n["round"]:
            found.append(Column(year, n["round"], "provider-wash", figure, n["printed"], data))
    return found


def programme_word(programme: str, names: Names) -> str:
    return names.code("pairings", "programme", programme)

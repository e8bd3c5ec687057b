"""How has it developed nationally, 1996 to today? One series a measure or kind of money of the whole
country.

Columns are figures of one year; pale ones cover only part of it or are a running total. Brackets below are
figures over several years. Years without a figure are hatched at the foot. A dashed line marks where the
neighbouring figures are named differently or counted on another basis: they need not be comparable. Drawn
from three figures on, two of them of single years.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from build_scripts.charts.cells import figure_cell, name_cell, period_cell
from build_scripts.charts.columns import Column, panel_marks
from build_scripts.charts.model import Cell, Sketch
from build_scripts.charts.picture import Mark, in_layers, line, paint, words
from build_scripts.charts.style import TINY, WIDTH
from build_scripts.charts.text import cut, width_of
from build_scripts.charts.years import YearScale
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import length_in_days, years_of

COUNTRY = "cn"
FIRST, FEWEST, FEWEST_YEARS = 1996, 3, 2
PANEL, BRACKET, FIGURE_ROOM = 150, 30, 120  # heights; the least distance of two figures
FULL_YEAR = 360  # days, as views/periods.py counts them


@dataclass(frozen=True)
class Series:
    """The country's figures of one thing: those of single years (one a year) and those of longer periods."""

    what: str
    years: dict[int, Claim]
    periods: tuple[Claim, ...]
    others: tuple[Claim, ...]  # further figures of the same years or periods: in the table only

    @property
    def last(self) -> int:
        return max(max(years_of(c.period)) for c in (*self.years.values(), *self.periods))


def national_series(views: Views) -> list[Series]:
    """Returns the series with at least three figures, two of them of single years, the longest first."""
    shown = [
        views.claims[fact.shown] for fact in views.facts if (fact.subject_kind, fact.subject_id) == ("place", COUNTRY)
    ]
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in shown:
        if (
            claim.value is not None
            and claim.period
            and claim.basis != "expected"
            and not (claim.measure_id or "").startswith("other_")
        ):
            groups[claim.what].append(claim)
    found = [series_of(what, claims) for what, claims in groups.items()]
    return sorted(
        (s for s in found if len(s.years) + len(s.periods) >= FEWEST and len(s.years) >= FEWEST_YEARS),
        key=lambda s: (-len(s.years), s.what),
    )


def series_of(what: str, claims: list[Claim]) -> Series:
    """Returns the series of claims; of several figures of one year the one of the longest stretch of it
    stands for it.
    """
    years: dict[int, Claim] = {}
    periods: dict[tuple, Claim] = {}
    others: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (-length_in_days(c.period), bool(c.part_of), c.row)):
        covered = years_of(claim.period)
        if len(covered) > 1:
            if periods.setdefault((claim.period, claim.value), claim) is not claim:
                others.append(claim)
        elif covered[0] in years:
            others.append(claim)
        else:
            years[covered[0]] = claim
    longer = sorted(periods.values(), key=lambda c: c.period)
    return Series(what, dict(sorted(years.items())), tuple(longer), tuple(others))


def sketches(views: Views, names: Names) -> list[Sketch]:
    return [sketch(series, names) for series in national_series(views)]


def sketch(series: Series, names: Names) -> Sketch:
    latest = series.years[max(series.years)]
    scale = YearScale(FIRST, max(series.last, FIRST + 10))
    marks, height = picture(series, scale, names)
    said = {
        "what": what_word(series, names),
        "period": names.period(latest.period),
        "figure": names.figure(latest),
        "n": len(series.years),
        "missing": len(scale.years) - len(series.years),
        "periods": len(series.periods),
        "first": scale.first,
        "last": scale.last,
        "breaks": len(breaks(series)),
    }
    claims = [*series.years.values(), *series.periods, *series.others]
    return Sketch(
        name=f"national-series.{series.what.replace(':', '.')}",
        lang=names.lang,
        title=word(names.lang, "charts.series.title", **said),
        alt=word(names.lang, "charts.series.alt", **said),
        question=word(names.lang, "charts.series.question", **said),
        header=tuple(word(names.lang, "charts.series.header")),
        rows=tuple(row(c, names) for c in sorted(claims, key=lambda c: c.period)),
        chart=paint(marks, height),
        note=note_of(said, names),
        title_claims=(latest.claim_id,),
    )


def note_of(said: dict, names: Names) -> str:
    """Returns the note; breaks are spoken of only where there are any."""
    keys = ("note", "note_breaks") if said["breaks"] else ("note",)
    return "".join(word(names.lang, f"charts.series.{key}", **said) for key in keys)


def what_word(series: Series, names: Names) -> str:
    """Returns what is shown: the measure, or source and stage of the money."""
    claim = next(iter(series.years.values()))
    if claim.measure_id:
        return names.measure(claim.measure_id)
    source, stage = (
        names.code("funds", column, getattr(claim, column)) for column in ("fund_source", "stage")
    )
    return word(names.lang, "charts.money_title", money=source, stage=stage)


def row(claim: Claim, names: Names) -> tuple[Cell, ...]:
    basis = names.code("funds", "basis", claim.basis)
    return (
        period_cell(names, claim.period),
        figure_cell(names, claim),
        name_cell(names.label(claim)),
        name_cell(basis),
    )


def picture(series: Series, scale: YearScale, names: Names) -> tuple[list[Mark], float]:
    """Returns the columns, the breaks, the years, and below them the periods."""
    top = max(series.years, key=lambda y: series.years[y].value)
    labelled = {max(series.years)} | ({top} if (max(series.years) - top) * scale.step > FIGURE_ROOM else set())
    columns = [column(year, claim, year in labelled, names) for year, claim in series.years.items()]
    marks = panel_marks(columns, scale, 0, PANEL, [year for year in scale.years if year not in series.years])
    marks += [line(scale.x(year), 22, scale.x(year), PANEL, "vermilion", dashed=True) for year in breaks(series)]
    marks += scale.labels(PANEL + 15)
    y = PANEL + 26
    for claim in series.periods:
        marks += bracket(claim, scale, y, names)
        y += BRACKET
    return in_layers(marks), y + 2


def column(year: int, claim: Claim, is_labelled: bool, names: Names) -> Column:
    is_whole = length_in_days(claim.period) >= FULL_YEAR and claim.basis in ("in_period", "as_of")
    figure = names.figure(claim) if is_labelled else ""
    return Column(
        year, float(claim.value), "provider" if is_whole else "heat-3", figure, data={"claim": claim.claim_id}
    )


def breaks(series: Series) -> list[int]:
    """Returns the years at whose beginning the name or the basis of the figures changes."""
    known = list(series.years.items())
    return [
        year
        for (_, before), (year, after) in zip(known, known[1:], strict=False)
        if before.label_zh != after.label_zh or before.basis != after.basis
    ]


def bracket(claim: Claim, scale: YearScale, y: float, names: Names) -> list[Mark]:
    """Returns a period as a line under its years, its figure beneath, kept within the chart."""
    covered = years_of(claim.period)
    x1, x2 = max(scale.x(covered[0]), 0) + 1, scale.x(covered[-1] + 1) - 1
    text = cut(f"{names.period(claim.period)}  {names.figure(claim)}", WIDTH, TINY)
    x = min(max((x1 + x2) / 2, width_of(text, TINY) / 2), WIDTH - width_of(text, TINY) / 2)
    return [
        line(x1, y, x2, y, "blue", 3, data={"period": claim.period, "value": float(claim.value)}),
        words(x, y + 15, text, "ink", TINY, "center"),
    ]

"""A chart before and after drawing: the sketch (a frame, its words, its specifications) and the drawing (bytes)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from build_scripts.labels import word
from build_scripts.labels.numbers import full_number, show_period

FIGURE = "figure"  # the column whose words stand on the row's claims
BEHIND = "_claims"  # ends the name of a column of the claims behind another one, for the table on the page alone


@dataclass(frozen=True)
class Cell:
    """A cell of a chart's data table: the words shown, and the claims that stand behind a figure (none for names)."""

    text: str
    claims: tuple[str, ...] = ()
    value: object = None  # the bare value for sorting: str (ISO period), int or None


@dataclass(frozen=True)
class Sketch:
    """One chart in one language. `name` is its file stem, such as `flow` or `parts.n517.f01`."""

    name: str
    lang: str
    title: str  # states the finding
    alt: str  # says what a reader who cannot see it needs
    question: str
    data: pd.DataFrame  # a row a mark: the table on the page, the downloads, the data of the specification
    columns: dict[str, str]  # column of the table on the page -> its title
    specs: dict[int, dict] = field(default_factory=dict)  # width -> Vega-Lite
    subject: tuple[str, str] | None = None  # ("pairing", id): shown on that page; None: a national chart
    note: str = ""  # what is left out, and why
    scope: str = ""  # of whom, when, which stage, from how many documents
    source: str = ""  # the line below a picture that leaves its page
    also: tuple[tuple[str, str], ...] = ()  # further subjects on whose pages it is shown, such as a project's pairing
    title_claims: tuple[str, ...] = ()  # the claims behind the title's figure

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(self.columns.values())

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The table on the page; figures open the claims behind their row."""
        return tuple(tuple(self.cell(row, name) for name in self.columns) for row in self.data.to_dict("records"))

    def cell(self, row: dict, name: str) -> Cell:
        value = row[name]
        if name == "period":
            parts = (value or "").split()
            words = word(self.lang, "charts.list_comma").join(show_period(part, self.lang) for part in parts)
            return Cell(words, (), value if len(parts) == 1 else None)
        if isinstance(value, int):
            return Cell(full_number(Decimal(value)), (), value)
        claims = row["claims"] if name == FIGURE else row.get(name + BEHIND, ())
        return Cell("" if value is None else str(value), claims)


@dataclass(frozen=True)
class Drawing:
    """A sketch with its bytes. `svgs` and `vega` are keyed by width; `kept` and `png` leave the page."""

    sketch: Sketch
    svgs: dict[int, str]  # classes, no colours
    png: bytes = b""
    kept: str = ""  # light paper, own colours, title and source line
    vega: dict[int, dict] = field(default_factory=dict)  # compiled for the live view

    @property
    def height(self) -> int:
        """Height of the taller picture, the one for a telephone, in pixels."""
        return max(int(svg.partition('viewBox="')[2].split('"')[0].split()[3]) for svg in self.svgs.values())

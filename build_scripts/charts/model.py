"""A chart before and after drawing: the sketch (pure) and the drawing (bytes)."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt


@dataclass(frozen=True)
class Cell:
    """A cell of a chart's data table: the words shown, and the claims that stand behind a figure (none
    for names).
    """

    text: str
    claims: tuple[str, ...] = ()
    value: object = None  # the bare value for CSV and sorting: str, Decimal, int or None


@dataclass(frozen=True)
class Sketch:
    """One chart in one language. `name` is its file stem, such as `money-by-stage` or
    `parts.ew1-xinbei-ziyang`.
    """

    name: str
    lang: str
    title: str  # states the finding
    alt: str  # says what a reader who cannot see it needs
    question: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: alt.TopLevelMixin
    subject: tuple[str, str] | None = None  # ("pairing", id): shown on that page; None: a national chart
    note: str = ""  # what is left out, and why
    also: tuple[tuple[str, str], ...] = ()  # further subjects on whose pages it is shown, such as a project's pairing
    title_claims: tuple[str, ...] = ()  # the claims behind the title's figure


@dataclass(frozen=True)
class Drawing:
    """A sketch with its bytes: SVG for a page (classes, no colours), PNG at twice the size, Vega-Lite
    specification.
    """

    sketch: Sketch
    svg: str
    png: bytes
    spec: dict
    standalone: str = ""  # SVG to keep: light paper, own colours, title and source line

"""A drawing as pages show it: inline SVG, its table, the addresses of its downloads, its embedded form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from build_scripts.charts.model import BEHIND, Drawing, Sketch
from build_scripts.charts.sketches import TIMES
from build_scripts.labels import word
from build_scripts.labels.numbers import full_number, show_period
from build_scripts.pages.html_text import html_id

FIGURE = "figure"  # the column whose words stand on the row's claims
FORMATS = (("PNG", "png"), ("SVG", "svg"), ("CSV", "csv"), ("XLSX", "xlsx"), ("Vega-Lite", "vl.json"))


@dataclass(frozen=True)
class Cell:
    """A cell of a chart's data table: the words shown, and the claims that stand behind a figure (none for names)."""

    text: str
    claims: tuple[str, ...] = ()
    value: object = None  # the bare value for sorting: str (ISO period), int or None


@dataclass(frozen=True)
class Chart:
    """A drawing as the template shows it. `files` are (name, path below the site's root)."""

    drawing: Drawing
    anchor: str
    files: tuple[tuple[str, str], ...]
    embed: str
    live: str = ""  # the specification of the live view, below the site's root

    @cached_property
    def pictures(self) -> list[str]:
        """Narrow and wide, of which the style sheet shows one; on one line: a blank one would end the HTML block."""
        return [" ".join(svg.split("\n")) for svg in self.drawing.drawn().svgs.values()]

    @property
    def svgs(self) -> Markup:
        return Markup("".join(self.pictures))

    @property
    def height(self) -> int:
        """Of the taller picture, the one for a telephone, in pixels."""
        return max(int(svg.partition('viewBox="')[2].split('"')[0].split()[3]) for svg in self.pictures)

    @property
    def image(self) -> str:
        return self.files[0][1]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(self.drawing.sketch.columns.values())

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The frame as a table; figures open the claims behind their row."""
        sketch = self.drawing.sketch
        records = sketch.data.to_dict("records")
        return tuple(tuple(cell(row, name, sketch) for name in sketch.columns) for row in records)


def cell(row: dict, name: str, sketch: Sketch) -> Cell:
    value = row[name]
    if name == "period":
        parts = (value or "").split()
        words = word(sketch.lang, "charts.list_comma").join(show_period(part, sketch.lang) for part in parts)
        return Cell(row.get(TIMES) or words, (), value if len(parts) == 1 else None)
    if isinstance(value, int):
        return Cell(full_number(Decimal(value)), (), value)
    claims = row["claims"] if name == FIGURE else row.get(name + BEHIND, ())
    return Cell("" if value is None else str(value), claims)


def chart_of(drawing: Drawing) -> Chart:
    """Returns the Chart of a drawing."""
    sketch = drawing.sketch
    files = tuple((name, f"charts/{sketch.lang}/{sketch.name}.{ending}") for name, ending in FORMATS)
    live = f"charts/{sketch.lang}/{sketch.name}.vg.json"
    return Chart(drawing, html_id("chart", sketch.name), files, f"embed/{sketch.name}.html", live)


def charts_by_subject(drawings: dict[tuple[str, str], Drawing], lang: str) -> dict:
    """Returns (kind, id) -> charts of one language; national charts stand under None."""
    found: dict = {}
    for (_, drawn_lang), drawing in drawings.items():
        if drawn_lang == lang:
            chart = chart_of(drawing)
            for subject in (drawing.sketch.subject, *drawing.sketch.also):
                found.setdefault(subject, []).append(chart)
    return found

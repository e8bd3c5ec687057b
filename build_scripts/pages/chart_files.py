"""A drawing as pages show it: inline SVG, the addresses of its downloads, its embedded form."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.charts.model import Drawing
from build_scripts.pages.html_text import html_id

FORMATS = (("PNG", "png"), ("SVG", "svg"), ("CSV", "csv"), ("XLSX", "xlsx"), ("Vega-Lite", "vl.json"))


@dataclass(frozen=True)
class Chart:
    """A drawing as the template shows it. `files` are (name, path below the site's root)."""

    drawing: Drawing
    anchor: str
    svgs: Markup  # narrow and wide: the style sheet shows one of them
    files: tuple[tuple[str, str], ...]
    embed: str
    live: str = ""  # the specification of the live view, below the site's root

    @property
    def image(self) -> str:
        return self.files[0][1]


def chart_of(drawing: Drawing) -> Chart:
    """Returns the Chart of a drawing; its SVGs stand on one line, since a blank line would end the HTML block."""
    sketch = drawing.sketch
    files = tuple((name, f"charts/{sketch.lang}/{sketch.name}.{ending}") for name, ending in FORMATS)
    svgs = Markup("".join(" ".join(svg.split("\n")) for svg in drawing.svgs.values()))
    live = f"charts/{sketch.lang}/{sketch.name}.vg.json"
    return Chart(drawing, html_id("chart", sketch.name), svgs, files, f"embed/{sketch.name}.html", live)


def charts_by_subject(drawings: dict[tuple[str, str], Drawing], lang: str) -> dict:
    """Returns (kind, id) -> charts of one language; national charts stand under None."""
    found: dict = {}
    for (_, drawn_lang), drawing in drawings.items():
        if drawn_lang == lang:
            chart = chart_of(drawing)
            for subject in (drawing.sketch.subject, *drawing.sketch.also):
                found.setdefault(subject, []).append(chart)
    return found

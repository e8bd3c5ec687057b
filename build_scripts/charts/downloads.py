"""The files a reader can keep of a chart: SVG, PNG, CSV, Vega-Lite. The workbook is made by exports/."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

from build_scripts.charts.model import Cell, Drawing, Sketch
from build_scripts.charts.style import ROLES, SMALL, WIDTH
from build_scripts.charts.svg import HEAD, LEAD, MARGIN
from build_scripts.charts.text import wrap
from build_scripts.labels import word

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so
Files = dict[str, bytes]


def chart_files(drawing: Drawing) -> Files:
    """Returns path below the site -> bytes: `charts/<lang>/<name>.svg|png|csv|vl.json`."""
    sketch = drawing.sketch
    stem = f"charts/{sketch.lang}/{sketch.name}"
    return {
        f"{stem}.svg": drawing.standalone.encode(),
        f"{stem}.png": drawing.png,
        f"{stem}.csv": table_csv(sketch).encode(),
        f"{stem}.vl.json": json.dumps(full_spec(drawing), ensure_ascii=False, indent=1).encode(),
    }


def table_csv(sketch: Sketch) -> str:
    """Returns the data table: a column of bare values before each column of figures, the claims in the
    last one.
    """
    numeric = [i for i in range(len(sketch.header)) if any(is_number(row[i]) for row in sketch.rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [name for i, title in enumerate(sketch.header) for name in titles(title, i in numeric, sketch.lang)]
        + [word(sketch.lang, "charts.csv_claims")]
    )
    for row in sketch.rows:
        cells = [text for i, cell in enumerate(row) for text in texts(cell, i in numeric)]
        writer.writerow([*cells, " ".join(dict.fromkeys(claim for cell in row for claim in cell.claims))])
    return out.getvalue()


def is_number(cell: Cell) -> bool:
    return isinstance(cell.value, Decimal | int)


def titles(title: str, has_value: bool, lang: str) -> list[str]:
    return [word(lang, "charts.csv_value", title=title), title] if has_value else [title]


def texts(cell: Cell, has_value: bool) -> list[str]:
    """Returns the cell as text, before it the bare value where its column has values."""
    value = [f"{cell.value:f}" if isinstance(cell.value, Decimal) else str(cell.value)] if is_number(cell) else [""]
    return (value if has_value else []) + [plain(cell.text)]


def plain(text: str) -> str:
    """Returns a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def full_spec(drawing: Drawing) -> dict:
    """Returns the specification with title, description and source, drawn around the chart."""
    sketch, spec = drawing.sketch, drawing.spec
    title, source = (
        wrap(sketch.title, WIDTH, HEAD, most=5),
        wrap(word(sketch.lang, "charts.source_line"), WIDTH, SMALL),
    )
    lines = {
        "values": [
            {"x": 0, "y": spec["height"] + 24 + i * SMALL * LEAD, "words": text} for i, text in enumerate(source)
        ]
    }
    return {
        **spec,
        "title": {
            "text": list(title),
            "anchor": "start",
            "frame": "bounds",
            "fontSize": HEAD,
            "fontWeight": "normal",
            "color": ROLES["ink"],
            "offset": 12,
        },
        "description": sketch.alt,
        "usermeta": {
            "question": sketch.question,
            "note": sketch.note,
            "source": word(sketch.lang, "charts.source_line"),
            "lang": sketch.lang,
        },
        "padding": {
            "left": MARGIN,
            "right": MARGIN,
            "top": round(MARGIN + 14 + len(title) * HEAD * LEAD),
            "bottom": round(20 + (len(source) + 1) * SMALL * LEAD),
        },
        "layer": [*spec["layer"], source_layer(lines)],
    }


def source_layer(data: dict) -> dict:
    position = {axis: {"field": axis, "type": "quantitative", "scale": None, "axis": None} for axis in ("x", "y")}
    return {
        "data": data,
        "mark": {"type": "text", "align": "left", "fontSize": SMALL - 1, "color": ROLES["muted"]},
        "encoding": {**position, "text": {"field": "words", "type": "nominal"}},
    }

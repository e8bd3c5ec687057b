"""The files of each chart: SVG, PNG, CSV, Vega-Lite and, for its live view, Vega under `charts/<language>/`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from mimetypes import guess_type

from build_scripts.charts.live import live_view
from build_scripts.charts.model import Drawing, Sketch
from build_scripts.charts.svg import HEAD, MARGIN
from build_scripts.charts.text import wrap
from build_scripts.charts.theme import ROLES, SIZE, SMALL, WIDE
from build_scripts.exports.encode import UTF_8, cell_text
from build_scripts.exports.model import Download, Edition
from build_scripts.labels import word

Files = dict[str, bytes]


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the files of every drawing; the page of a chart lists them."""
    for drawing in edition.drawings.values():
        for path, content in chart_files(drawing).items():
            yield Download(path, content, guess_type(path)[0] or "application/octet-stream")


def chart_files(drawing: Drawing) -> Files:
    """Returns path below the site -> bytes: `charts/<lang>/<name>.svg|png|csv|vl.json|vg.json`."""
    sketch, drawn = drawing.sketch, drawing.drawn()
    view = live_view(drawn.vega, sketch.lang)
    stem = f"charts/{sketch.lang}/{sketch.name}"
    return {
        f"{stem}.svg": drawn.kept.encode(),
        f"{stem}.png": drawn.png,
        f"{stem}.csv": table_csv(sketch).encode(UTF_8),
        f"{stem}.vl.json": json.dumps(full_spec(drawing), ensure_ascii=False, indent=1).encode(),
        f"{stem}.vg.json": json.dumps(view, ensure_ascii=False, separators=(",", ":")).encode(),
    }


def titles(sketch: Sketch) -> dict[str, str]:
    """Returns column -> what a reader sees above it; columns without a word only help the drawing."""
    known = word(sketch.lang, "charts.columns") | sketch.columns
    return {name: known[name] for name in sketch.data.columns if name in known}


def table_csv(sketch: Sketch) -> str:
    """Returns the frame, a row a mark; ids and addresses of a row are parted by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(titles(sketch).values())
    for row in sketch.data[list(titles(sketch))].itertuples(index=False):
        writer.writerow([as_text(value) for value in row])
    return out.getvalue()


def as_text(value: object) -> str:
    """Returns a cell as text, ids and addresses parted by spaces; no spreadsheet takes it for a formula."""
    return cell_text(" ".join(value) if isinstance(value, tuple) else value)


def full_spec(drawing: Drawing) -> dict:
    """Returns the wide specification with title, description and source, as it opens in the Vega editor."""
    sketch = drawing.sketch
    below = [*wrap(sketch.scope, WIDE, SIZE), *wrap(sketch.source, WIDE, SMALL)]
    heading = {
        "text": list(wrap(sketch.title, WIDE, HEAD)), "subtitle": below,
        "anchor": "start", "frame": "bounds", "offset": 16,
        "fontSize": HEAD, "fontWeight": "normal", "color": ROLES["ink"],
        "subtitleFontSize": SMALL, "subtitleColor": ROLES["muted"], "subtitlePadding": 8,
    }  # fmt: skip
    about = {"question": sketch.question, "note": sketch.note, "source": sketch.source, "lang": sketch.lang}
    spec = drawing.specs()[WIDE]
    return {**spec, "title": heading, "description": sketch.alt, "usermeta": about, "padding": MARGIN}

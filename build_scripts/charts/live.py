"""The live view of a chart: a Vega specification that a browser runs only when a reader asks for it.

Compiled here from the chart's Vega-Lite, since the compiler is larger than all that runs it. The browser
runs it with Vega's interpreter of expressions (the site's policy forbids `eval`) and gives four signals:
`fills` and `inks` (role -> colour of the page, so it looks as the still picture does, light or dark), `font`,
and `lit` (the numbers of the marks to show strongly; null: all). In `usermeta` stand the chart's table, which
the tooltips quote, and for each number of a mark the rows it stands for.
"""

from __future__ import annotations

import json
from functools import cache

import vl_convert

from build_scripts.charts.live_rows import Marked, rows_of_marks
from build_scripts.charts.model import Drawing, Sketch
from build_scripts.charts.style import ROLES
from build_scripts.labels import word
from build_scripts.ledger.package import Package

ROLE_OF = {colour: role for role, colour in ROLES.items()}
SHOWN = ("x", "y", "x2", "y2", "area", "words", "band")  # what a mark's place and form are read from
SIGNALS = ("fills", "inks", "font", "lit")
TARGET = 24  # least width and height of what answers to a finger (WCAG 2.2, 2.5.8)
FAINT = 0.25  # of its own opacity: what a mark keeps while others are lit


def live_files(drawing: Drawing, package: Package) -> dict[str, bytes]:
    """Returns `charts/<lang>/<name>.vg.json`, path below the site -> bytes."""
    sketch = drawing.sketch
    spec = json.dumps(live_spec(drawing, package), ensure_ascii=False, separators=(",", ":"))
    return {f"charts/{sketch.lang}/{sketch.name}.vg.json": spec.encode()}


def live_spec(drawing: Drawing, package: Package) -> dict:
    """Returns the Vega specification of a drawing."""
    sketch, datasets = drawing.sketch, drawing.spec["datasets"]
    marked = rows_of_marks(sketch, datasets, package)
    spec = json.loads(compiled(without_data(drawing.spec)))
    shown = {name: [shown_row(row) for row in rows] for name, rows in datasets.items()}
    for (name, i), number in marked.numbers.items():
        shown[name][i]["mark"] = number
    note_boxes_under_words(shown)
    spec["data"] = [{**source, "values": shown[source["name"]]} if source["name"] in shown else source
                    for source in spec["data"]]  # fmt: skip
    answering = {name for name, _ in marked.numbers}
    for mark, name in zip(spec["marks"], shown, strict=True):
        themed(mark, name in answering)
    boxes, lines = targets(shown)
    spec["data"] += [{"name": "boxes", "values": boxes}, {"name": "lines", "values": lines}]
    spec["marks"] = [BOX_TARGETS, LINE_TARGETS, *spec["marks"]]  # below all: what is seen answers first
    spec["signals"] = [{"name": name, "value": None} for name in SIGNALS]
    return {**spec, "height": drawing.spec["height"], "usermeta": table(marked, sketch)}


def without_data(spec: dict) -> str:
    """Returns the specification without data and height, as text: charts of the same layers compile once."""
    empty = {name: [] for name in spec["datasets"]}
    return json.dumps({**spec, "datasets": empty, "height": 0}, sort_keys=True)


@cache
def compiled(vega_lite: str) -> str:
    """Returns Vega for Vega-Lite, without look and words of its own."""
    spec = vl_convert.vegalite_to_vega(vega_lite)
    return json.dumps({key: spec[key] for key in ("$schema", "autosize", "width", "data", "marks")})


def shown_row(row: dict) -> dict:
    return {**{key: row[key] for key in SHOWN if key in row}, "colour": ROLE_OF[row["colour"]]}


def themed(mark: dict, is_answering: bool) -> None:
    """Gives a compiled mark the page's colours and font. Layers that stand for nothing let the pointer
    through; a mark with a number fades while others are lit.
    """
    mark |= {"aria": False, "interactive": is_answering}
    for inner in mark.get("marks", ()):
        themed(inner, is_answering)
    if mark["type"] == "group":
        return
    look = mark["encode"]["update"]
    look.pop("description", None)
    if "fill" in look:
        look["fill"] = {"signal": "fills[datum.colour]"}
    if "stroke" in look:
        look["stroke"] = {"signal": "inks[datum.colour]"}
    if mark["type"] == "text":
        look["font"] = {"signal": "font"}
        look["fill"] = {"signal": "lit && isValid(datum.under) && !lit[datum.under] ? inks.ink : inks[datum.colour]"}
    if is_answering:
        full = look.get("opacity", {}).get("value", 1)
        faint = round(full * FAINT, 3)
        look["opacity"] = {"signal": f"lit && isValid(datum.mark) && !lit[datum.mark] ? {faint} : {full}"}


def note_boxes_under_words(shown: dict[str, list[dict]]) -> None:
    """Tells words in the colour of the paper which box they stand on: where it fades, they take the ink."""
    rows = [row for rows in shown.values() for row in rows]
    boxes = [row for row in rows if "mark" in row and "x2" in row]
    for text in (row for row in rows if "words" in row and row["colour"] == "paper"):
        for box in boxes:
            if box["x"] <= text["x"] <= box["x2"] and box["y"] <= text["y"] <= box["y2"]:
                text["under"] = box["mark"]


def targets(shown: dict[str, list[dict]]) -> tuple[list[dict], list[dict]]:
    """Returns (boxes, lines) that answer around thin marks; areas are wide enough themselves."""
    rows = [row for rows in shown.values() for row in rows if "mark" in row and "band" not in row]
    lines = [row for row in rows if is_line(row)]
    return [grown(row) for row in rows if not is_line(row)], lines


def is_line(row: dict) -> bool:
    """Flows without a figure run from corner to corner: a box around one would cover its neighbours."""
    return row["colour"] == "unknown" and "x2" in row and row["x2"] - row["x"] > TARGET


def grown(row: dict) -> dict:
    """Returns the box of a mark, at least TARGET wide and high."""
    across, along = (row.get("area", 0) ** 0.5 / 2 for _ in "xy")
    left, right = sorted((row["x"] - across, row.get("x2", row["x"]) + across))
    top, bottom = sorted((row["y"] - along, row.get("y2", row["y"]) + along))
    wide, high = max(TARGET - (right - left), 0) / 2, max(TARGET - (bottom - top), 0) / 2
    return {"x": left - wide, "x2": right + wide, "y": top - high, "y2": bottom + high, "mark": row["mark"]}


def target_mark(kind: str, data: str, paint: dict) -> dict:
    place = {key: {"field": key} for key in ("x", "x2", "y", "y2")}
    clear = {key: {"value": value} for key, value in paint.items()}
    return {"type": kind, "from": {"data": data}, "aria": False, "encode": {"update": place | clear}}


BOX_TARGETS = target_mark("rect", "boxes", {"fill": "transparent"})
LINE_TARGETS = target_mark("rule", "lines", {"stroke": "transparent", "strokeWidth": TARGET / 2})


def table(marked: Marked, sketch: Sketch) -> dict:
    """Returns what the tooltips say: the table, the rows of each mark, and the words around them."""
    words = {key: word(sketch.lang, f"charts.live.{key}") for key in ("hint", "more")}
    return {"header": list(sketch.header), "rows": marked.rows, "marks": marked.stands_for, "words": words}

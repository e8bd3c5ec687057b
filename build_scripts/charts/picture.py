"""From marks at pixel positions to a Vega-Lite chart.

The charts lay their text out themselves (labels wrap, figures stand in a column, nothing overlaps), which
no automatic axis does on a phone. Each mark may carry `data`: the fields a reader finds in the downloaded
specification.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

import altair as alt
from altair.utils.schemapi import debug_mode

from build_scripts.charts.style import CONFIG, ROLES, SIZE, WIDTH

SHAPES = {
    "▲": "triangle-up",
    "◆": "diamond",
    "●": "circle",
    "■": "square",
    "▶": "triangle-right",
    "◀": "triangle-left",
}


@dataclass(frozen=True)
class Mark:
    """One thing on paper. `layer` is box | band | line | dot | text; what is listed later lies on top."""

    layer: str
    x: float
    y: float
    x2: float = 0
    y2: float = 0
    role: str = "ink"  # a key of style.ROLES
    text: str = ""  # the words of a text, the shape of a dot
    size: float = SIZE  # of text in pixels, of a dot across, of a line's stroke
    align: str = "left"
    dashed: bool = False
    opacity: float = 1
    angle: int = 0  # of text, in degrees clockwise
    points: tuple[tuple[float, float, float], ...] = ()  # of a band: (x, upper y, lower y)
    data: dict = field(default_factory=dict)  # what it stands for, by name


def box(x: float, y: float, width: float, height: float, role: str, **rest) -> Mark:
    return Mark("box", x, y, x + width, y + height, role, **rest)


def line(x: float, y: float, x2: float, y2: float, role: str = "rule", size: float = 1, **rest) -> Mark:
    return Mark("line", x, y, x2, y2, role, size=size, **rest)


def words(x: float, y: float, text: str, role: str = "ink", size: float = SIZE, align: str = "left", **rest) -> Mark:
    """A line of text; `y` is its baseline."""
    return Mark("text", x, y, role=role, text=text, size=size, align=align, **rest)


def dot(x: float, y: float, role: str, shape: str = "●", size: float = 9, **rest) -> Mark:
    return Mark("dot", x, y, role=role, text=shape, size=size, **rest)


def paint(marks: Iterable[Mark], height: float, width: float = WIDTH) -> alt.LayerChart:
    """Returns the chart of the marks, `width` × `height` pixels;
    neighbours that are drawn alike share a layer.
    """
    runs = [list(run) for _, run in groupby(marks, key=style_of)]
    datasets = {f"layer{i}": rows_of(run) for i, run in enumerate(runs)}
    with debug_mode(False):  # a third of the time; tests validate what is drawn against the schema of Vega-Lite
        layers = [paint_run(run, alt.NamedData(name)) for name, run in zip(datasets, runs, strict=True)]
        return alt.LayerChart(
            layer=layers,
            datasets=datasets,
            width=round(width),
            height=round(height),
            autosize="none",
            config=CONFIG,
        )


def style_of(mark: Mark) -> tuple:
    size = mark.size if mark.layer in ("text", "line") else 0
    return (
        mark.layer,
        size,
        mark.align,
        mark.dashed,
        mark.opacity,
        mark.angle,
        mark.text if mark.layer == "dot" else "",
    )


def rows_of(run: list[Mark]) -> list[dict]:
    """Returns the data of a layer: positions in pixels, colour and what each mark stands for."""
    if run[0].layer == "band":
        return [
            {**m.data, "band": i, "x": x, "y": y, "y2": y2, "colour": ROLES[m.role]}
            for i, m in enumerate(run)
            for x, y, y2 in rounded(m.points)
        ]
    return [{**m.data, **positions(m), "colour": ROLES[m.role]} for m in run]


def positions(mark: Mark) -> dict:
    """Returns where a mark stands; the area of a dot grows with the square of its width."""
    place = {"x": round(mark.x, 1), "y": round(mark.y, 1)}
    match mark.layer:
        case "text":
            return {**place, "words": mark.text}
        case "dot":
            return {**place, "area": round(mark.size**2)}
    return {**place, "x2": round(mark.x2, 1), "y2": round(mark.y2, 1)}


def rounded(points: Iterable[tuple[float, ...]]) -> list[tuple[float, ...]]:
    return [tuple(round(n, 1) for n in point) for point in points]


def paint_run(run: list[Mark], data: alt.NamedData) -> alt.Chart:
    """Returns one layer: marks of one kind and style."""
    first, chart = run[0], alt.Chart(data)
    look = {"opacity": first.opacity} if first.opacity != 1 or first.layer == "dot" else {}  # points are pale else
    match first.layer:
        case "box":
            return chart.mark_rect(**look).encode(*PLACE, *TO, FILL)
        case "band":
            return chart.mark_area(**look).encode(
                *PLACE, alt.Y2(field="y2"), FILL, alt.Detail(field="band", type="nominal")
            )
        case "line":
            dash = {"strokeDash": [3, 3]} if first.dashed else {}
            return chart.mark_rule(strokeWidth=first.size, **dash, **look).encode(*PLACE, *TO, STROKE)
        case "dot":
            return chart.mark_point(filled=True, strokeWidth=0, shape=SHAPES[first.text], **look).encode(
                *PLACE, FILL, AREA
            )
    turn = {"angle": first.angle} if first.angle else {}
    mark = chart.mark_text(align=first.align, baseline="alphabetic", fontSize=first.size, **turn)
    return mark.encode(*PLACE, FILL, alt.Text(field="words", type="nominal"))


PLACE = tuple(
    channel(field=name, type="quantitative", scale=None, axis=None) for channel, name in ((alt.X, "x"), (alt.Y, "y"))
)
TO = (alt.X2(field="x2"), alt.Y2(field="y2"))
FILL = alt.Fill(field="colour", type="nominal", scale=None, legend=None)
STROKE = alt.Stroke(field="colour", type="nominal", scale=None, legend=None)
AREA = alt.Size(field="area", type="quantitative", scale=None, legend=None)


def in_layers(marks: Iterable[Mark]) -> list[Mark]:
    """Returns the marks sorted by kind, rules below boxes below words, so that few layers are needed."""
    order = {"line": 0, "band": 1, "box": 2, "dot": 3, "text": 4}
    return sorted(marks, key=lambda mark: (order[mark.layer], style_of(mark)))

"""Rows of marks with their words, the form that most charts take: label, mark, figure, as in an account book."""

from __future__ import annotations

from collections.abc import Callable

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import amounts, filled, inline, on_years, tips, years
from build_scripts.charts.text import width_of, wrapped
from build_scripts.charts.theme import BAR, HATCHED, LINE, NARROW, ROLES, SIZE

BLANK = "\u00a0\n"  # an empty line; browsers move nothing for one without a character
WORDS, MARKS = 0.5, 0.3  # of a wide chart
INK = alt.ColorValue(ROLES["provider"])  # `alt.value` costs a search through the whole schema
Marks = Callable[[alt.Chart, list[float], dict], alt.Chart | alt.LayerChart]


def in_rows(
    data: pd.DataFrame, width: int, marks: Marks, section: str = "", label: str = "label", share_x: bool = False,
    together: bool = False,
) -> alt.LayerChart | alt.FacetChart:
    """Returns marks in rows, each with its `label` and figure: on a telephone above the marks, else at both sides.

    `marks(base, span, place)` draws: `base` carries the row, `span` is the room across for the scale of x, `place`
    puts a mark on the row. `section` is a column whose values head rows of their own; rows of one label share a line
    where they are `together`. A wide chart breaks labels into lines, within WORDS of it, only where they would not
    leave MARKS to the marks: one long label makes two lines of every row.
    """
    figures = max((width_of(str(text), SIZE) for text in data["figure"]), default=0) + 12
    longest = max(width_of(text, SIZE) for text in data[label]) + 18
    names = longest if longest + figures + MARKS * width <= width else width * WORDS
    is_wide = width > NARROW
    data, most = laid_out(data, section, label, (names if is_wide else width - figures) - 10, together, is_wide)
    step = most * LINE + (8 if is_wide else BAR + 14)
    place = {"yOffset": (LINE / 2 + 3 - step / 2) if is_wide else step / 2 - BAR / 2 - 8}
    base = alt.Chart().encode(y=alt.Y("row:O", axis=None, sort="ascending", scale=alt.Scale(type="band")))
    top = alt.Y("row:O", axis=None, sort="ascending", bandPosition=0, scale=alt.Scale(type="band"))
    text = alt.Chart().transform_filter("datum.is_first").mark_text(align="left", baseline="top", dy=3).encode(y=top)
    span = [names, width - figures] if is_wide else [0, width]
    layers = alt.layer(
        marks(base, span, place),
        text.encode(x=alt.XValue(0), text=alt.Text("lines:N")),
        text.mark_text(align="right", baseline="top", dy=3).encode(x=alt.XValue(width), text=alt.Text("figures:N")),
        width=width, height=alt.Step(step), **({} if section else {"data": inline(data)}),
    )  # fmt: skip
    if not section:
        return layers
    row = alt.Row(f"{section}:N", sort=list(dict.fromkeys(data[section])))
    scales = alt.ScaleResolveMap(x="shared" if share_x else "independent", y="independent")
    return alt.FacetChart(data=inline(data), spec=layers, facet=alt.FacetMapping(row=row), spacing=12,
                          resolve=alt.Resolve(scale=scales))  # fmt: skip


def laid_out(
    data: pd.DataFrame, section: str, label: str, room: float, together: bool, is_wide: bool
) -> tuple[pd.DataFrame, int]:
    """Returns the rows with `row`, `is_first` of its row, `lines` and `figures`, and the lines of the longest label."""
    alike = data.groupby([section, label] if section else label, sort=False)
    lines = pd.Series([wrapped(text, room, SIZE) for text in data[label]], index=data.index)
    most = lines.str.count("\n").max() + 1
    above = ["" if is_wide else BLANK * (most - 1 - text.count("\n")) for text in lines]  # words stand on their bar
    return data.assign(
        row=alike.ngroup() if together else range(len(data)),
        is_first=alike.cumcount() == 0 if together else True,
        lines=above + lines, figures=above + data["figure"].astype(str),
    ), int(most)  # fmt: skip


def timeline(
    data: pd.DataFrame, width: int, words: dict, color: alt.Color | alt.ColorValue = INK, **rows
) -> alt.LayerChart | alt.FacetChart:
    """Returns statements over their own months: a segment a row, from where its period begins to where it ends."""
    data = on_years(data)

    def draw(base: alt.Chart, span: list[float], place: dict) -> alt.Chart:
        bars = base.mark_bar(size=BAR, **place)
        return bars.encode(x=years(data, span), x2=alt.X2("to:Q"), tooltip=tips(words), **filled(color))

    return in_rows(data, width, draw, share_x=True, **rows)


def bars(
    data: pd.DataFrame, width: int, words: dict, name: str = "amount", color: alt.Color | alt.ColorValue = INK, **rows
) -> alt.LayerChart | alt.FacetChart:
    """Returns a bar a row, its length from the column `name`; a row without a figure is hatched from edge to edge
    where its column `state` is `unread`.
    """

    def draw(base: alt.Chart, span: list[float], place: dict) -> alt.LayerChart:
        drawn = base.mark_bar(size=BAR, **place).encode(x=amounts(span, name), tooltip=tips(words), **filled(color))
        hatched = base.transform_filter("datum.state == 'unread'").mark_bar(size=BAR, orient="horizontal", **place)
        edges = {"x": alt.XValue(span[0]), "x2": alt.X2Value(span[1]), "color": alt.ColorValue(ROLES[HATCHED]),
                 "stroke": alt.StrokeValue(ROLES["axis"])}  # fmt: skip
        return alt.layer(drawn, hatched.encode(**edges, tooltip=tips(words))) if "state" in data else drawn

    return in_rows(data, width, draw, **rows)

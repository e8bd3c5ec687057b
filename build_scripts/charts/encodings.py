"""Encodings that charts share: colours by role with their key, tooltips, labels, scales of amounts and of years."""

from __future__ import annotations

import math
from collections.abc import Iterable

import altair as alt
import pandas as pd

from build_scripts.charts.text import width_of
from build_scripts.charts.theme import HATCHED, ROLES, SMALL
from build_scripts.views.periods import year_span

STAGES = {"budgeted": "c6", "agreed": "c5", "allocated": "blue", "disbursed": "heat-3",
          "received": "provider", "spent": "c4"}  # stage of money -> its colour  # fmt: skip
SHAPES = {"received": "circle", "spent": "square", "disbursed": "triangle-up", "allocated": "diamond",
          "agreed": "cross", "budgeted": "triangle-down"}  # stage of money -> its mark on a figure  # fmt: skip


def colours(roles: dict[str, str]) -> alt.Scale:
    """Returns the scale that gives each value of a field the colour of its role, in the order of `roles`."""
    return alt.Scale(domain=list(roles), range=[ROLES[role] for role in roles.values()])


def shades(
    data: pd.DataFrame, field: str, roles: dict[str, str], width: int = 0, words: dict | None = None
) -> alt.Color:
    """Returns the colour of a field by role, of those values that it has; with a `width`, and a key that fits it.

    `words` are those of the chart, where the field holds the words of the keys of `roles`.
    """
    held = {words[value] if words else value: role for value, role in roles.items()}
    held = {value: role for value, role in held.items() if value in set(data[field])}
    return alt.Color(f"{field}:N", scale=colours(held), legend=key(held, width) if width else None)


def filled(color: alt.Color | alt.ColorValue, edge: str = "transparent") -> dict[str, object]:
    """Returns the encodings of a colour: what is unknown has an outline too, for where no hatching is drawn.

    All else has the `edge`; a mere value, for marks that are all known, stands as it is.
    """
    scale = None if isinstance(color, alt.ColorValue) else color["scale"]
    if scale is None or ROLES[HATCHED] not in scale["range"]:
        return {"color": color}
    edges = [ROLES["axis"] if each == ROLES[HATCHED] else edge for each in scale["range"]]
    outline = alt.Stroke(color["shorthand"], scale=alt.Scale(domain=scale["domain"], range=edges), legend=None)
    return {"color": color, "stroke": outline}


def stage_marks(data: pd.DataFrame, width: int, **key_place) -> alt.Shape:
    """Returns the shape of a figure's stage, from the columns `code` and `stage`, its word; with a key that fits."""
    words = dict(zip(data["code"], data["stage"], strict=True))
    held = {words[code]: shape for code, shape in SHAPES.items() if code in words}
    scale = alt.Scale(domain=list(held), range=list(held.values()))
    return alt.Shape("stage:N", scale=scale, legend=key(held, width, **key_place))


def key(texts: Iterable[str], width: int, **place) -> alt.Legend:
    """Returns a key above the chart: in one line where its words fit, else in as many columns as do."""
    rooms = [width_of(text, SMALL) + 36 for text in texts]
    return alt.Legend(columns=0 if sum(rooms) <= width else max(int(width // max(rooms)), 1), **place)


def tips(words: dict) -> list[alt.Tooltip]:
    """Returns what a mark says to the pointer: the columns of the table on the page."""
    fields = {name: "when" if name == "period" else name for name in words["columns"]}
    return [alt.Tooltip(f"{fields[name]}:N", title=title) for name, title in words["columns"].items()]


def inline(data: pd.DataFrame) -> alt.InlineData:
    """Returns the rows as a specification holds them; Altair would look into each frame again for every layer.

    It copies a list, dictionaries included, at every step of composing; a tuple it hands on as it is.
    """
    return alt.InlineData(tuple(data.to_dict("records")))


def years_axis(width: float, first: int | None = None, last: int | None = None) -> alt.Axis:
    """Returns an axis of years, written without a thousands mark, as many as fit.

    Between a `first` and a `last` the years are named here: of a span of two or three Vega would divide the years, and
    how finely is not alike in the version that draws the still picture and the one that draws it live.
    """
    most = int(width // 55)
    if first is not None and last is not None:
        named = [*range(first, last + 1, -(-(last - first + 1) // most))]
        return alt.Axis(format="d", title=None, grid=False, labelFlush=True, values=named)
    return alt.Axis(format="d", title=None, grid=False, tickMinStep=1, labelFlush=True, tickCount=most,
                    labelOverlap="greedy", labelSeparation=8)  # fmt: skip


def stage_roles(data: pd.DataFrame) -> dict[str, str]:
    """Returns the colour of each stage, in the order of the stages."""
    words = dict(zip(data["code"], data["stage"], strict=True))
    return {words[stage]: role for stage, role in STAGES.items() if stage in words}


def labels(words: dict, *columns: pd.Series) -> list[str]:
    """Returns a label a row: what its cells say, one after the other, without the empty ones."""
    return [words["join"].join(part for part in parts if part) for parts in zip(*columns, strict=True)]


def amounts(span: list[float], name: str = "amount", **more) -> alt.X:
    """Returns the scale across of a figure; the figure itself stands at the edge, so there is no axis."""
    return alt.X(f"{name}:Q", axis=None, scale=alt.Scale(range=span, nice=False), **more)


def on_years(data: pd.DataFrame) -> pd.DataFrame:
    """Returns the rows with `from` and `to`, where their period begins and ends on an axis of years."""
    return data.assign(**{end: [year_span(each)[i] for each in data["period"]] for i, end in enumerate(("from", "to"))})


def years(data: pd.DataFrame, span: list[float], name: str = "from") -> alt.X:
    """Returns the scale across of years, whole ones, two at the least; a few are all named."""
    first, last = math.floor(data["from"].min()), math.ceil(data["to"].max())
    last = max(last, first + 2)
    scale, named = alt.Scale(domain=[first, last], range=span, nice=False), (first, last) if last - first < 6 else ()
    return alt.X(f"{name}:Q", scale=scale, axis=years_axis(span[1] - span[0], *named))

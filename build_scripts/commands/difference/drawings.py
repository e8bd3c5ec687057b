"""The charts whose rows a change moves, drawn as they were and as they are.

Sketches of all charts are made without specifications, which are what costs; only where rows differ is a chart drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

import vl_convert

from build_scripts.charts.convert import register_fonts
from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.model import Sketch
from build_scripts.charts.sketches import sketches_of
from build_scripts.charts.svg import Frame, kept_svg
from build_scripts.charts.theme import WIDE
from build_scripts.commands.difference.sides import Side

MOST_DRAWN = 24  # charts; the others are named
WHEN = ("before", "after")


@dataclass(frozen=True)
class ChartChange:
    """A chart whose rows differ. `titles` are (language, before or after) -> title, '' where there is no such chart.

    `pictures` are (language, before or after) -> name of the file; nothing for a chart that was not drawn.
    """

    name: str
    titles: dict[tuple[str, str], str]
    pictures: dict[tuple[str, str], str]


Outlines = dict[str, Sketch]  # name of the chart -> its words and rows
Sides = dict[tuple[str, str], Outlines]  # (language, before or after) -> the charts of that side
Pictures = dict[str, bytes]  # name of the file -> SVG


def outlines(side: Side, lang: str) -> Outlines:
    """Returns every chart of a side in one language, without specifications, in the order of the gallery."""
    found = (sketches_of(chart, side.views, side.names[lang]) for chart in ALL_CHARTS)
    return {sketch.name: sketch for sketches in found for sketch in sketches}


def changed_names(before: Outlines, after: Outlines) -> list[str]:
    """Returns the names of the charts whose rows differ, or that only one side has."""
    every = dict.fromkeys([*after, *before])
    return [name for name in every if not same_rows(before.get(name), after.get(name))]


def same_rows(one: Sketch | None, other: Sketch | None) -> bool:
    return one is not None and other is not None and one.data.equals(other.data)


def drawn_changes(sides: Sides, changed: list[str]) -> tuple[list[ChartChange], Pictures]:
    """Returns the charts of these names with their titles, and the pictures of the first MOST_DRAWN of them.

    `sides` are the charts of both sides in both languages.
    """
    chosen = {
        (name, key): charts[name] for name in changed[:MOST_DRAWN] for key, charts in sides.items() if name in charts
    }
    files = {(name, key): f"{name}.{'.'.join(key)}.svg" for name, key in chosen}
    pictures = {files[key]: picture_of(sketch) for key, sketch in chosen.items()}
    changes = [
        ChartChange(
            name,
            {key: charts[name].title if name in charts else "" for key, charts in sides.items()},
            {key: files[name, key] for key in sides if (name, key) in files},
        )
        for name in changed
    ]
    return changes, pictures


def picture_of(sketch: Sketch) -> bytes:
    """Returns the picture that leaves its page, as `draw_one` makes it: the wide one, with title and source."""
    register_fonts()
    frame = Frame(sketch.name, sketch.lang, sketch.title, sketch.alt, sketch.scope, sketch.source)
    return kept_svg(vl_convert.vega_to_svg(vl_convert.vegalite_to_vega(sketch.spec(WIDE))), frame).encode()

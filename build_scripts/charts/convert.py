"""From a job to bytes: vl-convert with the vendored font, in two processes where there are many."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import vl_convert

from build_scripts.charts.png import with_palette
from build_scripts.charts.svg import Frame, kept_svg, page_svg
from build_scripts.charts.text import FONTS
from build_scripts.ledger.side_by_side import end_with_parent

WORKERS, ALONE, BATCH = 2, 12, 10  # up to ALONE drawings a second process costs more than it saves
SCALE = 2  # pixels of the PNG a pixel of the chart
Parts = dict[str, object]  # svgs, vega by width; kept: text; png: base 64


def draw_one(job: str) -> Parts:
    """Returns the SVGs for the page and the compiled specifications by width, the SVG to keep and its PNG."""
    parts = draw_shapes(job)
    return parts | {"png": b64encode(with_palette(vl_convert.svg_to_png(parts["kept"], scale=SCALE))).decode()}


def draw_shapes(job: str) -> Parts:
    """Returns the same without the PNG, which takes longer than all of it."""
    register_fonts()
    made_from = json.loads(job)
    frame = Frame(**made_from["frame"])
    vega = {width: vl_convert.vegalite_to_vega(spec) for width, spec in made_from["specs"].items()}  # compiled once
    raw = {int(width): vl_convert.vega_to_svg(each) for width, each in vega.items()}
    svgs = {str(width): page_svg(each, frame, width) for width, each in raw.items()}
    return {"svgs": svgs, "vega": vega, "kept": kept_svg(raw[max(raw)], frame)}


def draw_all(jobs: list[str], draw: Callable[[str], Parts] = draw_one) -> Iterator[Parts]:
    """Yields the parts of each job in order, by two processes where there are more than a few."""
    if len(jobs) <= ALONE:
        return (yield from map(draw, jobs))
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        yield from pool.map(draw, jobs, chunksize=BATCH)


@cache
def register_fonts() -> None:
    """Makes the vendored font known to vl-convert, once a process."""
    vl_convert.register_font_directory(str(FONTS))

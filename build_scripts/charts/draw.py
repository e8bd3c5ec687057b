"""Draws every chart in both languages: sketches in, drawings out.

Specifications and drawings are kept in folders of the cache, the one thing read or written between the ends of the
program, each under the hash of all that it is made from. So the same ledger draws nothing twice, a change of the
program up to here words everything again, and what comes out as it was is not drawn again.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import ModuleType

import altair
import vl_convert
from more_itertools import chunked

from build_scripts.charts.convert import Parts, draw_all
from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.model import Drawing, Drawn, Sketch
from build_scripts.charts.sketches import sketches_of
from build_scripts.charts.svg import Frame
from build_scripts.charts.text import FONTS
from build_scripts.charts.theme import NARROW, WIDE
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import Names
from build_scripts.ledger.kept import Job, Reader, hash_of, hash_of_files, kept_or_made
from build_scripts.ledger.side_by_side import both
from build_scripts.views.model import Views

Key = tuple[str, str]  # name, language
AT_ONCE = 1_000  # charts whose specifications are made, or handed over to be drawn, together
PROGRAM = tuple(Path(__file__).with_name(f"{name}.py") for name in ("convert", "png", "svg", "theme", "text"))  # draws
KNOWN = ("ledger", "reading", "checks", "views", "labels", "charts")  # stages of which a chart may import anything


def draw_charts(
    views: Views, names: dict[str, Names], cache_folder: Path | None, changed: str | None = None
) -> dict[Key, Drawing]:
    """Returns (name, lang) -> Drawing of every chart of ALL_CHARTS. `cache_folder` None keeps nothing.

    `changed` is the day on which the data last changed; where nobody knows it, pictures bear the day of the build.
    Raises ValueError where two sketches of a language have the same name, or the font lacks a character of one.
    """
    return draw_sketches(all_sketches(views, names, changed or ""), cache_folder)


def draw_sketches(sketches: dict[Key, Sketch], cache_folder: Path | None, drops: bool = True) -> dict[Key, Drawing]:
    """Returns the drawing of each sketch; the cache drops what belongs to none of them, if it `drops`."""
    specs = all_specs(sketches, cache_folder and cache_folder / "specs", drops)
    jobs = {key: partial(job_of, sketch, specs[key]) for key, sketch in sketches.items()}
    parts = draw_parts(jobs, cache_folder and cache_folder / "drawings", drops)
    return {k: Drawing(each, partial(drawn, parts[k]), partial(read_specs, specs[k])) for k, each in sketches.items()}


def all_sketches(views: Views, names: dict[str, Names], changed: str = "") -> dict[Key, Sketch]:
    """Returns (name, lang) -> Sketch, chart by chart in the order of ALL_CHARTS."""
    made = both(*(partial(sketches_in, lang, views, names, changed) for lang in LANGUAGES), len(views.claims))
    return {(sketch.name, sketch.lang): sketch for sketches in made for sketch in sketches}


def sketches_in(
    lang: str, views: Views, names: dict[str, Names], changed: str, charts: Iterable[ModuleType] = ALL_CHARTS
) -> list[Sketch]:
    """Returns the sketches of a language. Raises ValueError where two have the same name."""
    made = [sketch for chart in charts for sketch in sketches_of(chart, views, names[lang], changed)]
    if twice := [name for name, n in Counter(sketch.name for sketch in made).items() if n > 1]:
        raise ValueError(f"two charts are called {twice[0]}")
    return made


def all_specs(sketches: dict[Key, Sketch], folder: Path | None, drops: bool = True) -> dict[Key, Reader]:
    """Returns how to read the specifications of each sketch by width; they hang on rows, words, Altair, KNOWN."""

    def made(keys: list[Key]) -> list[Parts]:
        return [{str(width): sketches[key].spec(width) for width in (NARROW, WIDE)} for key in keys]

    def make(keys: list[Key]) -> Iterator[Parts]:
        for part in chunked(keys, AT_ONCE):
            half, rows = len(part) // 2, sum(len(sketches[key].data) for key in part)
            yield from sum(both(partial(made, part[:half]), partial(made, part[half:]), rows), [])

    made_with = hash_of(altair.__version__, hash_of_files([Path(__file__).parents[1] / stage for stage in KNOWN]))
    jobs = {key: partial(str, sketch.made_from) for key, sketch in sketches.items()}
    return kept_or_made(jobs, folder, made_with, make, drops)


def job_of(sketch: Sketch, specs: Reader) -> str:
    """Returns everything a drawing is made from, as canonical JSON."""
    frame = Frame(sketch.name, sketch.lang, sketch.title, sketch.alt, sketch.scope + sketch.signs, sketch.source)
    return json.dumps({"frame": asdict(frame), "specs": specs()}, ensure_ascii=False, sort_keys=True)


def draw_parts(jobs: dict[Key, Job], folder: Path | None, drops: bool = True) -> dict[Key, Reader]:
    """Returns how to read the parts of each drawing: in the folder where they are kept, else drawn and kept."""

    def make(keys: list[Key]) -> Iterator[Parts]:
        for part in chunked(keys, AT_ONCE):
            yield from draw_all([jobs[key]() for key in part])

    made_with = hash_of(vl_convert.__version__, *(p.read_bytes() for p in (*sorted(FONTS.glob("*.ttf")), *PROGRAM)))
    return kept_or_made(jobs, folder, made_with, make, drops)


def drawn(read: Reader) -> Drawn:
    parts = read()
    return Drawn(by_width(parts["svgs"]), parts["kept"], b64decode(parts["png"]), by_width(parts["vega"]))


def read_specs(read: Reader) -> dict[int, dict]:
    return by_width(read())


def by_width(parts: Parts) -> dict:
    return {int(width): each for width, each in parts.items()}

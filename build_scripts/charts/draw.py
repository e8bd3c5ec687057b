"""Draws every chart in both languages. Kept drawings of the cache folder are the one I/O outside the ends.

A drawing is kept under the hash of all that it is made from: specification, words, look, font, program. So the same
ledger draws nothing twice, and a changed font or theme draws everything again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import altair as alt
import vl_convert

from build_scripts.charts import (
    causes_of_poverty,
    events_in_time,
    flow,
    instruments_timeline,
    known_years,
    matrix,
    money_by_pairing,
    money_by_stage,
    national_series,
    pairings_by_level,
    pairings_by_year,
    parts_of_a_whole,
    people_by_direction,
    planned_against_completed,
    project_status,
    tile_map,
)
from build_scripts.charts.model import Drawing, Sketch
from build_scripts.charts.names import names_in
from build_scripts.charts.svg import Frame, kept_svg, page_svg
from build_scripts.labels import LANGUAGES, word
from build_scripts.views.model import Views

ALL_CHARTS = (  # in the order of the page of charts
    flow, tile_map, matrix, instruments_timeline, pairings_by_year, pairings_by_level, national_series,
    money_by_pairing, money_by_stage, planned_against_completed, parts_of_a_whole, project_status,
    people_by_direction, causes_of_poverty, events_in_time, known_years,
)
FONTS = Path(__file__).parent / "fonts"
PROGRAM = tuple(Path(__file__).parent / name for name in ("svg.py", "style.py", "text.py", "draw.py"))
WORKERS, ALONE = 2, 12  # up to ALONE drawings a second process costs more than it saves
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
SCALE = 2  # pixels of the PNG a pixel of the chart
Parts = dict[str, str]  # svg, kept: text; png: base 85


def draw_charts(views: Views, cache_folder: Path | None) -> dict[tuple[str, str], Drawing]:
    """Returns (name, lang) -> Drawing of every chart of ALL_CHARTS. `cache_folder` None keeps nothing.

    Raises ValueError where two sketches of a language have the same name.
    """
    sketches = all_sketches(views)
    specs = {key: spec_of(sketch) for key, sketch in sketches.items()}
    jobs = {key: job_of(sketch, specs[key]) for key, sketch in sketches.items()}
    parts = draw_parts(jobs, cache_folder)
    return {
        key: Drawing(sketch, parts[key]["svg"], b85decode(parts[key]["png"]), specs[key], parts[key]["kept"])
        for key, sketch in sketches.items()
    }


def all_sketches(views: Views) -> dict[tuple[str, str], Sketch]:
    """Returns (name, lang) -> Sketch, chart by chart in the order of ALL_CHARTS."""
    found: dict[tuple[str, str], Sketch] = {}
    for lang in LANGUAGES:
        names = names_in(views, lang)
        for chart in ALL_CHARTS:
            for sketch in chart.sketches(views, names):
                if (sketch.name, lang) in found:
                    raise ValueError(f"two charts are called {sketch.name}")
                found[sketch.name, lang] = sketch
    return found


def spec_of(sketch: Sketch) -> dict:
    """Returns the Vega-Lite specification. The data go around Altair, which would look into every cell."""
    frame = sketch.chart.copy(deep=False)
    datasets, frame.datasets = frame.datasets, alt.Undefined
    return {**frame.to_dict(validate=False), "datasets": datasets}


def job_of(sketch: Sketch, spec: dict) -> str:
    """Returns everything a drawing is made from, as canonical JSON."""
    frame = Frame(sketch.name, sketch.lang, sketch.title, sketch.alt, word(sketch.lang, "charts.source_line"))
    return json.dumps({"frame": asdict(frame), "spec": spec}, ensure_ascii=False, sort_keys=True)


def draw_parts(jobs: dict, folder: Path | None) -> dict[tuple[str, str], Parts]:
    """Returns the parts of each drawing: from the folder where they are kept, else drawn and kept."""
    places = {key: folder / f"{job_hash(job)}.z" for key, job in jobs.items()} if folder else {}
    parts = {key: read_parts(place) for key, place in places.items() if place.is_file()}
    parts = {key: kept for key, kept in parts.items() if kept}
    missing = [key for key in jobs if key not in parts]
    drawn = dict(zip(missing, draw_all([jobs[key] for key in missing]), strict=True))
    for key in missing if folder else ():
        write_parts(places[key], drawn[key])
    return parts | drawn


def draw_all(jobs: list[str]) -> Iterable[Parts]:
    """Returns the parts of each job in order, by two processes where there are more than a few."""
    if len(jobs) <= ALONE:
        return [draw_one(job) for job in jobs]
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        return list(pool.map(draw_one, jobs, chunksize=8))


def draw_one(job: str) -> Parts:
    """Returns the SVG for the page, the SVG to keep and its PNG."""
    register_fonts()
    made_from = json.loads(job)
    frame = Frame(**made_from["frame"])
    raw = vl_convert.vegalite_to_svg(made_from["spec"])
    kept = kept_svg(raw, frame)
    png = smaller_png(vl_convert.svg_to_png(kept, scale=SCALE))
    return {"svg": page_svg(raw, frame), "kept": kept, "png": b85encode(png).decode()}


def smaller_png(png: bytes) -> bytes:
    """Returns the same picture packed more tightly: vl-convert packs for speed, a third of the bytes will do.

    A PNG is a signature and chunks of length, name, data and checksum (RFC 2083); the picture is all of IDAT.
    """
    chunks, at = [], len(PNG_SIGNATURE)
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    pixels = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    packed = [(b"IHDR", chunks[0][1]), (b"IDAT", zlib.compress(pixels, 6)), (b"IEND", b"")]
    return PNG_SIGNATURE + b"".join(chunk(*each) for each in packed)


def chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


@cache
def register_fonts() -> None:
    """Makes the vendored font known to vl-convert, once a process."""
    vl_convert.register_font_directory(str(FONTS))


def job_hash(job: str) -> str:
    return hashlib.sha256(program_hash() + job.encode()).hexdigest()


@cache
def program_hash() -> bytes:
    """Returns the hash of what every drawing is made with: vl-convert, the font, the modules that shape it."""
    made_with = [vl_convert.__version__.encode(), *(path.read_bytes() for path in (*sorted(FONTS.glob("*.ttf")), *PROGRAM))]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in made_with)).digest()


def read_parts(place: Path) -> Parts | None:
    """Returns the kept parts; None where the file was cut off, which then is drawn again."""
    try:
        return json.loads(zlib.decompress(place.read_bytes()))
    except (zlib.error, ValueError):
        return None


def write_parts(place: Path, parts: Parts) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_suffix(".new")
    aside.write_bytes(zlib.compress(json.dumps(parts, ensure_ascii=False).encode(), 3))
    aside.replace(place)

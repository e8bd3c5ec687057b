"""Draws every chart in both languages: sketches in, drawings out.

Drawings are kept in a cache folder, the one thing read or written between the ends of the program. A drawing
is kept under the hash of all that it is made from: specification, words, look, font, program. So the same
ledger draws nothing twice, and a changed font or look draws everything again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from base64 import b64decode
from collections.abc import Callable
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path

import altair
import vl_convert

from build_scripts.charts.convert import Parts, draw_all
from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.model import Drawing, Sketch
from build_scripts.charts.sketches import made_anew, sketches_of
from build_scripts.charts.svg import Frame
from build_scripts.charts.text import FONTS
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import Names
from build_scripts.ledger.kept import drop_others, hash_of, hash_of_files, keep
from build_scripts.views.model import Views

Key = tuple[str, str]  # name, language
PROGRAM = tuple(Path(__file__).parent / name for name in ("convert.py", "svg.py", "theme.py", "text.py"))


def draw_charts(
    views: Views, names: dict[str, Names], cache_folder: Path | None, changed: str | None = None
) -> dict[Key, Drawing]:
    """Returns (name, lang) -> Drawing of every chart of ALL_CHARTS. `cache_folder` None keeps nothing.

    `changed` is the day on which the data last changed; where nobody knows it, pictures bear the day of the build.

    Raises ValueError where two sketches of a language have the same name, or the font lacks a character of one.
    """
    sketches = all_sketches(views, names, changed or "", cache_folder)
    parts = draw_parts({key: job_of(sketch) for key, sketch in sketches.items()}, cache_folder)
    return {key: drawing_of(sketch, parts[key]) for key, sketch in sketches.items()}


def drawing_of(sketch: Sketch, parts: Parts) -> Drawing:
    svgs, vega = ({int(width): each for width, each in parts[name].items()} for name in ("svgs", "vega"))
    return Drawing(sketch, svgs, b64decode(parts["png"]), parts["kept"], vega)


def all_sketches(
    views: Views, names: dict[str, Names], changed: str = "", cache_folder: Path | None = None
) -> dict[Key, Sketch]:
    """Returns (name, lang) -> Sketch, chart by chart in the order of ALL_CHARTS."""
    found: dict[Key, Sketch] = {}
    used: set[Path] = set()
    keep_specs = partial(kept_specs, cache_folder / "specs", used) if cache_folder else made_anew
    for lang in LANGUAGES:
        for chart in ALL_CHARTS:
            for sketch in sketches_of(chart, views, names[lang], changed, keep_specs):
                if (sketch.name, lang) in found:
                    raise ValueError(f"two charts are called {sketch.name}")
                found[sketch.name, lang] = sketch
    if cache_folder:
        drop_others(cache_folder / "specs", used)
    return found


def kept_specs(
    folder: Path, used: set[Path], made_from: str, make: Callable[[], dict[int, dict]]
) -> dict[int, dict]:
    """Returns the specifications by width: from the folder where they are kept, else made and kept.

    They hang on their rows and words (`made_from`), on Altair and on the program.
    """
    place = folder / f"{hash_of(altair.__version__, grammar_hash(), made_from)}.z"
    used.add(place)
    if (kept := read_parts(place)) is None:
        write_parts(place, kept := {str(width): spec for width, spec in make().items()})
    return {int(width): spec for width, spec in kept.items()}


@cache
def grammar_hash() -> str:
    """Returns the hash of the program that words and draws: any of it may shape a specification."""
    return hash_of_files([Path(__file__).parents[1]])


def job_of(sketch: Sketch) -> str:
    """Returns everything a drawing is made from, as canonical JSON."""
    frame = Frame(sketch.name, sketch.lang, sketch.title, sketch.alt, sketch.scope, sketch.source)
    return json.dumps({"frame": asdict(frame), "specs": sketch.specs}, ensure_ascii=False, sort_keys=True)


def draw_parts(jobs: dict, folder: Path | None) -> dict[Key, Parts]:
    """Returns the parts of each drawing: from the folder where they are kept, else drawn and kept."""
    places = {key: kept_place(folder, job) for key, job in jobs.items()} if folder else {}
    parts = {key: kept for key, place in places.items() if (kept := read_parts(place))}
    missing = [key for key in jobs if key not in parts]
    for key, drawn in zip(missing, draw_all([jobs[key] for key in missing]), strict=True):
        parts[key] = drawn
        if folder:
            write_parts(places[key], drawn)
    if folder:
        drop_unused(folder, set(places.values()))
    return parts


def kept_place(folder: Path, job: str) -> Path:
    """Returns where the drawing of a job is kept."""
    return folder / f"{hashlib.sha256(program_hash() + job.encode()).hexdigest()}.z"


@cache
def program_hash() -> bytes:
    """Returns the hash of what every drawing is made with: vl-convert, font, the modules that shape it."""
    made_with = [
        vl_convert.__version__.encode(),
        *(path.read_bytes() for path in (*sorted(FONTS.glob("*.ttf")), *PROGRAM)),
    ]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in made_with)).digest()


def read_parts(place: Path) -> Parts | None:
    """Returns the kept parts; None where there are none, or the file was cut off: they are drawn again."""
    try:
        return json.loads(zlib.decompress(place.read_bytes()))
    except (FileNotFoundError, zlib.error, ValueError):
        return None


def drop_unused(folder: Path, used: set[Path]) -> None:
    """Removes the drawings of earlier ledgers: the folder never holds more than one ledger's charts."""
    for place in set(folder.glob("*.z")) - used:
        place.unlink()


def write_parts(place: Path, parts: Parts) -> None:
    keep(place, zlib.compress(json.dumps(parts, ensure_ascii=False).encode(), 3))

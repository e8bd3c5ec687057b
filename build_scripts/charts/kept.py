"""The folder of kept drawings: read and written here and nowhere else, the one I/O between the ends.

A drawing is kept under the hash of all that it is made from: specification, words, look, font, program. So the
same ledger draws nothing twice, and a changed font or look draws everything again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from pathlib import Path

import vl_convert

from build_scripts.charts.convert import Parts

FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"
PROGRAM = tuple(FOLDER / name for name in ("convert.py", "svg.py", "style.py", "text.py"))


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
    """Writes aside and renames: a build that is killed leaves no half file."""
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_suffix(".new")
    aside.write_bytes(zlib.compress(json.dumps(parts, ensure_ascii=False).encode(), 3))
    aside.replace(place)

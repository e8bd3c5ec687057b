"""What one build keeps for the next: a thing lies under the hash of exactly what it is made from.

The one rule of pages, drawings, specifications and search indexes: the same parts give the same name, so what lies
there needs no making; what changed has another name. A folder of kept things can be deleted at any time, and never
holds more than one ledger's.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from pathlib import Path

Made = bytes | Path  # what is made, or the file that keeps it
Key = Hashable
Job = Callable[[], str]  # gives all that values are made from
Reader = Callable[[], dict]  # gives the values


def hash_of(*parts: bytes | str) -> str:
    """Returns the hash of the parts in their order; no two lists of parts share one by where they are cut."""
    each = [hashlib.sha256(part.encode() if isinstance(part, str) else part).digest() for part in parts]
    return hashlib.sha256(b"".join(each)).hexdigest()


def hash_of_files(paths: Iterable[Path]) -> str:
    """Returns the hash of the files' names and contents, those below a folder included; where they lie is no part."""
    files = [(path, file) for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    each = [
        hashlib.sha256(file.relative_to(path.parent).as_posix().encode()).digest() + digest_of(file)
        for path, file in files
        if is_source(file)
    ]
    return hashlib.sha256(b"".join(each)).hexdigest()


def digest_of(file: Path) -> bytes:
    """Returns the SHA-256 of a file's content, read piece by piece: a huge one takes no more memory."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


def is_source(file: Path) -> bool:
    """False of folders and of what Python compiles by itself."""
    return file.is_file() and file.suffix != ".pyc"


def keep(place: Path, content: bytes) -> None:
    """Writes aside and renames: a build that is killed leaves no half file."""
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(place)


def keep_values(place: Path, values: object) -> None:
    """Keeps plain values (dicts, lists, texts, numbers) as packed JSON."""
    keep(place, zlib.compress(json.dumps(values, ensure_ascii=False).encode(), 3))


def kept_values(place: Path) -> dict | None:
    """Returns the kept values; None where there are none, or the file was cut off: they are made again."""
    try:
        return json.loads(zlib.decompress(place.read_bytes()))
    except (FileNotFoundError, zlib.error, ValueError):
        return None


def is_whole(place: Path) -> bool:
    """True where values are kept and the file was not cut off."""
    try:
        return bool(zlib.decompress(place.read_bytes()))
    except (FileNotFoundError, zlib.error):
        return False


def kept_or_made(
    jobs: dict[Key, Job], folder: Path | None, made_with: str, make: Callable[[list[Key]], Iterable[dict]], drops: bool
) -> dict[Key, Reader]:
    """Returns how to read what comes of each job: what the folder holds, else what `make` gives for the missing keys.

    The folder keeps that and drops what belongs to earlier ledgers, if it `drops`; without one all stays in memory.
    `made_with` tells tools and program.
    """
    if not folder:
        return {key: partial(dict, made) for key, made in zip(jobs, make(list(jobs)), strict=True)}
    places = {key: folder / f"{hash_of(made_with, job())}.z" for key, job in jobs.items()}
    missing = [key for key, place in places.items() if not is_whole(place)]
    for key, made in zip(missing, make(missing), strict=True):
        keep_values(places[key], made)
    if drops:
        drop_others(folder, places.values())
    return {key: partial(kept_values, place) for key, place in places.items()}


def kept_content(folder: Path, content: bytes) -> Path:
    """Keeps a content under its own hash, where it does not lie there; returns its file."""
    place = folder / hashlib.sha256(content).hexdigest()
    if not place.is_file() or place.stat().st_size != len(content):
        keep(place, content)
    return place


def content_of(made: Made) -> bytes:
    return made.read_bytes() if isinstance(made, Path) else made


def size_of(made: Made) -> int:
    """Returns the number of bytes."""
    return made.stat().st_size if isinstance(made, Path) else len(made)


def sha256_of(made: Made) -> str:
    """Returns the hash of a content: what is kept is called by it."""
    return made.name if isinstance(made, Path) else hashlib.sha256(made).hexdigest()


def drop_others(folder: Path, used: Iterable[Path]) -> None:
    """Removes what lies in the folder and is not used: what earlier ledgers were made of."""
    for place in set(folder.iterdir() if folder.is_dir() else ()) - set(used):
        shutil.rmtree(place) if place.is_dir() else place.unlink()

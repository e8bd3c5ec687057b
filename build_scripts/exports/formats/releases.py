"""`data/<version>/`: the files of each release as they were published, and those of the newest in `data/latest/`.

They are never made here: `release` made them once and keeps them on a branch of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import CSV, JSON, ZIP
from build_scripts.exports.formats.sqlite import SQLITE
from build_scripts.exports.model import Download, Edition

MEDIA_TYPES = {"zip": ZIP, "sqlite": SQLITE, "json": JSON, "csv": CSV}


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the files of every release that this copy has."""
    kept = [release for release in edition.releases if release.files]
    folders = {release.version: release for release in kept} | ({"latest": kept[-1]} if kept else {})
    for folder, release in folders.items():
        for name, content in sorted(release.files.items()):
            yield Download(f"data/{folder}/{name}", content, MEDIA_TYPES[name.rpartition(".")[2]])

"""`data/quality.json`: the quality of each table and source in numbers, with the change since the last release."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import JSON
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.views.quality import quality_json


def downloads(edition: Edition) -> Iterator[Download]:
    yield Download(
        "data/quality.json",
        quality_json(edition.views.quality),
        JSON,
        in_languages("exports.file_titles.quality"),
        in_languages("pages.data.files.quality"),
        row="Quality",
    )

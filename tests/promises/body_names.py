"""`data/body_names.csv`: organisations by name."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import CSV
from build_scripts.exports.model import Download, Edition, in_languages


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the one list."""
    names = edition.views.tables["organisations"]["name"]
    field = next(f for f in edition.package.schemas["organisations"]["fields"] if f["name"] == "name")
    yield Download(
        "data/body_names.csv",
        names.to_csv(index=False).encode(),
        CSV,
        in_languages("exports.file_titles.body_names"),
        in_languages("pages.data.files.body_names"),
        schema={"fields": [field], "primaryKey": ["name"]},
    )

"""`data/gaps.csv`, `.parquet`, `.json`, `.ndjson`: what is known of each year of each pairing and province."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import GAP_COLUMNS
from build_scripts.views.gap_frame import gap_frame


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the table of what is known and what is not."""
    title, about = in_languages("exports.gaps_title"), in_languages("pages.data.files.gaps")
    frame, schema = gap_frame(edition.views, edition.subjects), wide_schema(GAP_COLUMNS, edition.package)
    yield from wide_downloads(edition, "gaps", frame, schema, title, about, row="Gap")

"""`data/totals.csv`, `.parquet`, `.json`, `.ndjson`: every total with the rows it adds and those it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import TOTAL_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the table of totals."""
    title, about = in_languages("exports.totals_title"), in_languages("pages.data.files.totals")
    schema = wide_schema(TOTAL_COLUMNS, edition.package)
    yield from wide_downloads(edition, "totals", edition.totals, schema, title, about, row="Total")

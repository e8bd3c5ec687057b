"""`data/audit.csv`, `.parquet`, `.json`, `.ndjson`: every sum that a document implies, done again."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.audit_frame import audit_frame
from build_scripts.views.columns import AUDIT_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the table of sums done again."""
    title, about = in_languages("exports.audit_title"), in_languages("pages.data.files.audit")
    schema = wide_schema(AUDIT_COLUMNS, edition.package)
    frame = audit_frame(edition.views, edition.address)
    yield from wide_downloads(edition, "audit", frame, schema, title, about, row="Audit")

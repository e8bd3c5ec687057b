"""`data/flows.csv`, `.parquet`, `.json`, `.ndjson`: money between provinces, a period, stage and source a row."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import FLOW_COLUMNS
from build_scripts.views.flow_frame import flow_frame


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the flows."""
    title, about = in_languages("exports.flows_title"), in_languages("pages.data.files.flows")
    frame = flow_frame(edition.package, edition.views, edition.subjects)
    yield from wide_downloads(
        edition, "flows", frame, wide_schema(FLOW_COLUMNS, edition.package), title, about, row="Flow"
    )

"""Every project in one wide table: `data/projects_wide.csv`, `.parquet`, `.json`, `.ndjson`."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import PROJECT_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the wide table of projects."""
    title, about = in_languages("exports.projects_wide_title"), in_languages("pages.data.files.projects_wide")
    schema = wide_schema(PROJECT_COLUMNS, edition.package)
    yield from wide_downloads(edition, "projects_wide", edition.projects, schema, title, about, row="WideProject")

"""Every project in one wide table: `data/projects_wide.csv`, `.parquet`, `.json`; also the explorer's data."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition
from build_scripts.exports.wide import wide_downloads
from build_scripts.views.columns import PROJECT_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the wide table of projects in three formats."""
    yield from wide_downloads("projects_wide", edition.projects, PROJECT_COLUMNS, row="WideProject")

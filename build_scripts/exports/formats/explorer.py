"""`data/explorer/*.parquet`: what the explorer reads, in the order in which it reads it; not listed for readers."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import PARQUET, parquet_bytes
from build_scripts.exports.model import Download, Edition
from build_scripts.pages.explorer_config import FILES, file_columns
from build_scripts.views.columns import CLAIM_COLUMNS, PROJECT_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the file of the claims and that of the projects."""
    claims = file_columns(CLAIM_COLUMNS, "money", "figures")
    yield Download(FILES["money"], parquet_bytes(edition.claims, claims), PARQUET)
    projects = file_columns(PROJECT_COLUMNS, "projects")
    yield Download(FILES["projects"], parquet_bytes(edition.projects, projects), PARQUET)

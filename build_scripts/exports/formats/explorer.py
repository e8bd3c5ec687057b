"""`data/explorer/*.parquet`: what the explorer reads, in the order in which it reads it; not listed for readers."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import PARQUET, parquet_bytes
from build_scripts.exports.model import Download, Edition
from build_scripts.pages.explorer_config import FILES, file_columns
from build_scripts.views.columns import ADDING_COLUMNS, CLAIM_COLUMNS, PROJECT_COLUMNS
from build_scripts.views.exclusions import adding_frame


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the file of the claims and that of the projects."""
    claims = file_columns((*CLAIM_COLUMNS, *ADDING_COLUMNS), "money", "figures")
    rows = edition.claims.merge(adding_frame(edition.views), on="claim_id", validate="one_to_one")
    yield Download(FILES["money"], parquet_bytes(rows, claims), PARQUET)
    projects = file_columns(PROJECT_COLUMNS, "projects")
    yield Download(FILES["projects"], parquet_bytes(edition.projects, projects), PARQUET)

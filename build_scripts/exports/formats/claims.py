"""Every figure of the ledger in one wide table: `data/claims.csv`, `.parquet`, `.json`, `.ndjson`.

A row is a row of `funds` or `observations` with names beside codes, years beside the period, and what the adding
rules need. Money comes first, then by year, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import CLAIM_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the wide table of all claims."""
    title, about = in_languages("exports.claims_title"), in_languages("pages.data.files.claims")
    schema = wide_schema(CLAIM_COLUMNS, edition.package)
    yield from wide_downloads(edition, "claims", edition.claims, schema, title, about, row="Claim")

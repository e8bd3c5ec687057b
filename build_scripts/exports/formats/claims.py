"""Every figure of the ledger in one wide table: `data/claims.csv`, `.parquet`, `.json`; also the explorer's data.

A row is a row of `funds` or `observations` with names beside codes, years beside the period, and what the adding
rules need. Money comes first, then by year, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition
from build_scripts.exports.wide import wide_downloads
from build_scripts.views.columns import CLAIM_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the wide table of all claims in three formats."""
    yield from wide_downloads("claims", edition.claims, CLAIM_COLUMNS, row="Claim")

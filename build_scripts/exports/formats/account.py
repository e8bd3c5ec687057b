"""`data/account.csv`, `.parquet`, `.json`, `.ndjson`: each printed sum with what of it is located below."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.account_frame import account_frame
from build_scripts.views.columns import ACCOUNT_COLUMNS


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the account."""
    title, about = in_languages("account.title"), in_languages("account.file")
    frame = account_frame(edition.package, edition.views, edition.subjects)
    yield from wide_downloads(
        edition, "account", frame, wide_schema(ACCOUNT_COLUMNS, edition.package), title, about, row="AccountLine"
    )

"""Pairings, funds, observations, events and places with names beside codes: `data/<table>_wide.csv` and its like."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.exports.wide import named_schema, wide_downloads
from build_scripts.labels import LANGUAGES, word
from build_scripts.views.wide_frames import WIDE_TABLES


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields each of these tables in four formats."""
    about = in_languages("pages.data.files.with_names")
    for table in WIDE_TABLES:
        schema, frame = named_schema(edition.package, table), edition.wide[table]
        yield from wide_downloads(edition, f"{table}_wide", frame, schema, title_with_names(edition, table), about)


def title_with_names(edition: Edition, table: str) -> Texts:
    titles = of_schema(edition.package.schemas[table])
    return {lang: word(lang, "exports.with_names", title=titles[lang]) for lang in LANGUAGES}

"""Prove it yourself: a reader holds his own copy of a text against every row that the ledger took from it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.names import source_name
from build_scripts.pages.sheet import Draft, crumbs, print_page


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page."""
    title = book.text("pages.verify.title")
    rows = [(book.row("sources", key), sha256) for key, sha256 in book.views.texts.items()]
    yield print_page(
        book,
        Draft(
            "verify.html",
            "verify",
            "prose",
            title,
            book.text("pages.verify.description"),
            {"texts": [(row, source_name(book, row["source_id"]), sha) for row, sha in rows]},
            crumbs(book, (title, "")),
            scripts=("page-verify.js",),
        ),
    )

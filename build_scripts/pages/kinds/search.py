"""The search page: a form that works as an address; the search module fills in the results."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.labels import word
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page."""
    title = book.text("pages.search.title")
    yield print_page(
        book,
        Draft(
            "search.html",
            "search",
            "search",
            title,
            book.text("pages.search.description"),
            {"examples": word(book.lang, "pages.search.examples")},
            crumbs(book, (title, "")),
            is_found=False,
            scripts=("search.js",),
        ),
    )

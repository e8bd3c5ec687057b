"""The list of all organisations."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section


def pages(book: Book) -> Iterator[Page]:
    """Yields the one list."""
    title = book.text("pages.bodies.title")
    yield print_page(
        book,
        Draft(
            "bodies.html",
            "bodies",
            "list",
            title,
            book.text("pages.bodies.description"),
            {"bodies": list(book.index.rows["organisations"].values())},
            crumbs(book, section(book, "data"), (title, "")),
        ),
    )

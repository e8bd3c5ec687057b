"""All documents, those that say most first."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.filters import joined
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page


def pages(book: Book) -> Iterator[Page]:
    """Yields the one list."""
    title = book.text("pages.sources.title")
    lines = [line(book, row) for row in book.index.rows["sources"].values()]
    lines.sort(key=lambda each: (-each["figures"], each["row"]["source_id"]))
    proved = sum(claim.proof == "proved" for claim in book.views.claims.values())
    yield print_page(
        book,
        Draft(
            "sources/index.html",
            "source_list",
            "list",
            title,
            book.text("pages.sources.description"),
            {"lines": lines, "proved": proved, "figures": len(book.views.claims)},
            crumbs(book, (title, "")),
        ),
    )


def line(book: Book, row: dict) -> dict:
    """Returns one document as a line: its rank and how much was taken from it."""
    key = row["source_id"]
    return {
        "row": row,
        "rank": book.views.reliability[key].rank,
        "words": joined((row["title"], row["title_en"])),
        "figures": len(book.index.claims_of_source.get(key, [])),
    }

"""The arrangements in time: policy instruments, and the dated events of the pairings."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.kinds.charts import charts_named
from build_scripts.pages.model import Page
from build_scripts.pages.names import original_name
from build_scripts.pages.sheet import Draft, crumbs, print_page


def pages(book: Book) -> Iterator[Page]:
    """Yields the one timeline."""
    title = book.text("pages.timeline.title")
    instruments = sorted(book.index.rows["instruments"].values(), key=lambda row: row["date"] or "9999")
    events = sorted(book.index.rows["events"].values(), key=lambda row: row["date"] or "9999")
    yield print_page(
        book,
        Draft(
            "timeline.html",
            "timeline",
            "list",
            title,
            book.text("pages.timeline.description"),
            {
                "milestones": sorted(book.index.rows["milestones"].values(), key=lambda row: row["date"]),
                "instruments": [(row, original_name(book, row["title"])) for row in instruments],
                "events": events,
                "charts": charts_named(book, "instruments", "events-by"),
            },
            crumbs(book, (title, "")),
        ),
    )

"""All that the ledger holds within a place: where it is much, a list of its own behind the first ten rows."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import ROWS_A_PAGE, page_links, record_path, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.rows import FigureRow, fact_rows, split_tables
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.pages.within import is_long, within_path


def pages(book: Book) -> Iterator[Page]:
    """Yields the pages of each place that holds more than its own page bears."""
    for key in book.views.shown_places:
        if is_long(book, key):
            money, others = split_tables(fact_rows(book, book.index.facts_within.get(key, []), newest_first=True))
            parts = split_rows(money + others, ROWS_A_PAGE["place"])
            for number, part in enumerate(parts, start=1):
                yield print_page(book, draft(book, key, part, number, len(parts)))


def draft(book: Book, key: str, rows: list[FigureRow], number: int, last: int) -> Draft:
    """Returns one page of the list; the projects stand on the first."""
    name = book.names.place(key)
    title = book.text("pages.within.list_title", name=name)
    money, figures = split_tables(rows)
    projects = book.index.projects_within.get(key, [])
    values = {
        "key": key,
        "name": name,
        "money": money,
        "figures": figures,
        "all": len(book.index.facts_within.get(key, [])),
        "projects": projects if number == 1 else [],
        "number": number,
        "pager": page_links(within_path(key).removesuffix(".html"), last),
    }
    return Draft(
        within_path(key, number),
        "within",
        "list",
        title if number == 1 else book.text("pages.numbered", name=title, n=number),
        book.text("pages.within.description", name=name),
        values,
        crumbs(book, section(book, "places"), (name, record_path("place", key)), (title, "")),
        is_found=False,
    )

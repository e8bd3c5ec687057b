"""All projects, by the province they are in."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import page_links, page_suffix, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.kinds.charts import charts_named
from build_scripts.pages.model import Page
from build_scripts.pages.rows import FigureRow, claim_row
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.main_amount import main_amount

A_PAGE = 60  # each line carries one receipt


def pages(book: Book) -> Iterator[Page]:
    """Yields the list, page by page."""
    province_of = book.views.places.province_of
    rows = sorted(
        book.index.rows["projects"].values(),
        key=lambda row: (province_of(row["place_id"]) or "~", row["pairing_id"] or "~", row["project_id"]),
    )
    parts, bundles = split_rows(rows, A_PAGE), sum(row["is_umbrella"] for row in rows)
    for number, part in enumerate(parts, start=1):
        yield list_page(book, part, number, len(parts), len(rows), bundles)


def list_page(book: Book, rows: list[dict], number: int, last: int, count: int, bundles: int) -> Page:
    name = book.text("pages.projects.title")
    return print_page(
        book,
        Draft(
            f"projects/index{page_suffix(number)}.html",
            "project_list",
            "list",
            name if number == 1 else book.text("pages.numbered", name=name, n=number),
            book.text("pages.projects.description"),
            {
                "lines": [(row, amount_row(book, row)) for row in rows],
                "single": count - bundles,
                "bundles": bundles,
                "number": number,
                "pager": page_links("projects/index", last),
                "charts": charts_named(book, "project", "planned") if number == 1 else [],
            },
            crumbs(book, (name, "")),
            is_found=number == 1,
        ),
    )


def amount_row(book: Book, row: dict) -> FigureRow | None:
    """Returns the amount that says most of a project; None where no amount is printed."""
    facts = book.index.facts.get(("project", row["project_id"]), [])
    amount = main_amount(book.views.claims[fact.shown] for fact in facts)
    return claim_row(book, amount) if amount else None

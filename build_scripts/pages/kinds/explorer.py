"""The explorer: every amount, figure and project to filter. Without scripts its page lists the newest money."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.explorer_config import explorer_config
from build_scripts.pages.judged import judged_star
from build_scripts.pages.model import Page
from build_scripts.pages.rows import claim_row
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.model import Claim
from build_scripts.views.periods import years_of

FIRST_ROWS = 50
SCRIPTS = ("explorer.js",)


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page."""
    title = book.text("explorer.title")
    config = explorer_config(book)
    values = {
        "config": json.dumps(config, ensure_ascii=False, separators=(",", ":")),
        "kinds": config["kinds"],
        "facets": config["kinds"]["money"]["facets"],
        "rows": [claim_row(book, claim) for claim in newest_money(book)],
        "judged": judged_star(book),
        "downloads": ("csv", "xlsx", "json", "parquet"),
    }
    yield print_page(
        book,
        Draft(
            "explorer.html",
            "explorer",
            "explorer",
            title,
            book.text("explorer.description"),
            values,
            crumbs(book, (title, "")),
            scripts=SCRIPTS,
        ),
    )


def newest_money(book: Book) -> list[Claim]:
    """Returns the first rows of data/claims.csv: what the scripts show first, so that the page does not jump."""
    money = [claim for claim in book.views.claims.values() if claim.stage]
    return sorted(money, key=lambda c: (-max(years_of(c.period), default=0), c.claim_id))[:FIRST_ROWS]

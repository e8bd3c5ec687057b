"""The audit: every sum done again, every contradiction between sources, each verdict on pages of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_scripts.pages.addresses import (
    ROWS_A_PAGE,
    audit_page,
    conflict_page,
    page_links,
    page_suffix,
    split_rows,
)
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.pages.standing import VERDICTS, audit_rows, conflict_rows
from build_scripts.views.verdicts import ConflictVerdict

CONFLICTS = {  # verdict -> its words, in the order of the lists
    ConflictVerdict.CONFLICT: "conflict",
    ConflictVerdict.SCOPE: "scope",
    ConflictVerdict.ROUNDING: "sources_rounding",
    ConflictVerdict.PROVIDER_CHANGE: "provider_change",
}


def pages(book: Book) -> Iterator[Page]:
    """Yields the sums that do not hold with the counts of all, then each other verdict, then the
    conflicts.
    """
    for verdict in VERDICTS:
        rows = audit_rows(book, (a for a in book.views.audits if a.verdict == verdict))
        yield from paged(book, audit_page(verdict), f"audit.pages.{verdict}", {"audits": rows, "conflicts": []})
    for verdict, words in CONFLICTS.items():
        rows = conflict_rows(book, (c for c in book.views.conflicts if c.verdict == verdict))
        yield from paged(book, conflict_page(verdict), f"audit.pages.{words}", {"audits": [], "conflicts": rows})


def paged(book: Book, base: str, words: str, lists: dict[str, list]) -> Iterator[Page]:
    """Yields one list of rows page by page; the list that is not empty is the one that is split."""
    kind = "conflicts" if lists["conflicts"] else "audits"
    parts = split_rows(lists[kind], ROWS_A_PAGE["audit"])
    name = book.text(f"{words}.title")
    for number, part in enumerate(parts, start=1):
        shown = name if number == 1 else book.text("pages.numbered", name=name, n=number)
        first = base == "audit" and number == 1
        yield print_page(
            book,
            Draft(
                f"{base}{page_suffix(number)}.html",
                "audit",
                "audit",
                shown,
                book.text(f"{words}.about"),
                {
                    **lists,
                    kind: part,
                    "about": book.say(f"{words}.about"),
                    "title": name,
                    "number": number,
                    "counts": counts(book),
                    "is_first": first,
                    "pager": page_links(base, len(parts)),
                    "here": base,
                },
                crumbs(book, (name, "")) if base == "audit" else crumbs(book, section(book, "audit"), (name, "")),
                is_found=number == 1,
            ),
        )


def counts(book: Book) -> list[dict]:
    """Returns how many sums and conflicts of each verdict there are, with the page that lists them."""
    sums = Counter(audit.verdict for audit in book.views.audits)
    conflicts = Counter(conflict.verdict for conflict in book.views.conflicts)
    lists = [(sums[verdict], verdict, audit_page(verdict)) for verdict in VERDICTS]
    lists += [(conflicts[verdict], words, conflict_page(verdict)) for verdict, words in CONFLICTS.items()]
    return [
        {"word": book.say(f"audit.pages.{words}.title"), "count": n, "base": base, "path": f"{base}.html"}
        for n, words, base in lists
    ]

"""All money: one sum a class and stage for the whole ledger, and the rows behind each, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.display import show_money
from build_scripts.pages.addresses import ROWS_A_PAGE, page_links, page_suffix, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.charts import national
from build_scripts.pages.model import Page
from build_scripts.pages.rows import SHOWN_FIRST, FigureRow, claim_row, money_totals
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.views.ledger_totals import LEDGER
from build_scripts.views.model import Claim, Total
from build_scripts.views.totals import CLASS_OF, MONEY_CLASSES

LARGEST = 15  # pairings listed on the first page


def pages(book: Book) -> Iterator[Page]:
    """Yields the overview, then the rows of each class and stage."""
    groups = rows_by_kind(book)
    yield overview(book, groups)
    for (group, stage), claims in groups.items():
        parts = split_rows(claims, ROWS_A_PAGE["funds"])
        for number, part in enumerate(parts, start=1):
            yield rows_page(book, (group, stage), part, number, len(parts), len(claims))


def rows_by_kind(book: Book) -> dict[tuple[str, str], list[Claim]]:
    """Returns (class, stage) -> all statements of such money, the latest first, undated last."""
    claims = [claim for claim in book.views.claims.values() if claim.table == "funds"]
    claims.sort(key=lambda c: c.period or "", reverse=True)
    kinds = [(group, stage) for group in MONEY_CLASSES for stage in SHOWN_FIRST]
    found = {kind: [c for c in claims if (CLASS_OF[c.fund_source], c.stage) == kind] for kind in kinds}
    return {kind: group for kind, group in found.items() if group}


def ledger_totals(book: Book) -> dict[tuple[str, str], Total]:
    """Returns (class, stage) -> the sum over the whole ledger."""
    return {tuple(t.what.split(":")[1:]): t for t in book.index.totals.get(LEDGER, ())}


def overview(book: Book, groups: dict) -> Page:
    title = book.text("pages.funds.title")
    totals = ledger_totals(book)
    lines = [
        {
            "group": group,
            "group_word": book.say(f"pages.money_class.{group}"),
            "stage_word": book.code("funds", "stage", stage),
            "total": totals.get((group, stage)),
            "rows": len(claims),
            "path": f"funds/{group}-{stage}.html",
        }
        for (group, stage), claims in groups.items()
    ]
    return print_page(
        book,
        Draft(
            "funds/index.html",
            "funds",
            "list",
            title,
            book.text("pages.funds.description"),
            {
                "lines": lines,
                "largest": largest(book),
                "charts": [c for c in national(book) if "money" in c.drawing.sketch.name],
            },
            crumbs(book, (title, "")),
        ),
    )


def largest(book: Book) -> list[tuple[str, Total]]:
    """Returns (pairing id, total of assistance received) of the pairings for which most is known."""
    totals = [
        t
        for (kind, _), found in book.index.totals.items()
        if kind == "pairing"
        for t in money_totals(found)
        if t.what == "money:assistance:received"
    ]
    return [(t.subject_id, t) for t in sorted(totals, key=lambda t: -t.value)[:LARGEST]]


def rows_page(
    book: Book, kind: tuple[str, str], claims: list[Claim], number: int, last: int, count: int
) -> Page:
    base = f"funds/{kind[0]}-{kind[1]}"
    words = {
        "group": book.text(f"pages.money_class.{kind[0]}"),
        "stage": book.code("funds", "stage", kind[1]),
    }
    name = book.text("pages.total_of_money", **words)
    title = name if number == 1 else book.text("pages.numbered", name=name, n=number)
    total = ledger_totals(book).get(kind)
    return print_page(
        book,
        Draft(
            f"{base}{page_suffix(number)}.html",
            "funds_rows",
            "list",
            title,
            book.text("pages.funds.rows_description", name=name),
            {
                "rows": money_rows(book, claims, total),
                "number_of": count,
                "title": name,
                "pager": page_links(base, last),
                "number": number,
                "sum_of": total,
            },
            crumbs(book, section(book, "funds"), (name, "")),
            is_found=number == 1,
            meta={
                "place": "",
                "year": "",
                "amount": show_money(total.value, total.qualifier, book.lang)
                if total and total.included
                else "",
            },
        ),
    )


def money_rows(book: Book, claims: list[Claim], total: Total | None) -> list[tuple[FigureRow, str]]:
    """Returns (row, why it is not in the sum, '' where it is)."""
    included = set(total.included) if total else set()
    reasons = dict(total.left_out) if total else {}
    return [
        (
            claim_row(book, c),
            ""
            if c.claim_id in included
            else book.text(f"evidence.left_out.{reasons.get(c.claim_id, 'not_of_a_pairing')}"),
        )
        for c in claims
    ]

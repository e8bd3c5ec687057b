"""Rows of figures for the tables of all pages: facts with their words, in the order a reader expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.pages.addresses import claim_anchor
from build_scripts.pages.book import Book
from build_scripts.pages.names import claim_label, html_name, total_name
from build_scripts.pages.said import period_of, stated_html, windows_of
from build_scripts.views.main_amount import NEAREST_TO_PAYMENT
from build_scripts.views.model import Claim, Fact, Total
from build_scripts.views.totals import CLASS_OF

STAGES = ("budgeted", "agreed", "allocated", "disbursed", "received", "spent")
UNDATED = "9999"


@dataclass(frozen=True)
class FigureRow:
    """One figure of a table: the claim that is shown, what it is, and how many others say something of it."""

    claim: Claim
    label: Markup
    kind: Markup | str  # the measure, or the source of the money
    stage: str
    period: Markup
    basis: str  # '' where the figure is simply of its period
    stated: Markup  # of whom it is printed, in brackets; '' where that is its subject
    others: int
    anchor: str


def fact_rows(book: Book, facts: Iterable[Fact], newest_first: bool = False) -> list[FigureRow]:
    """Returns a row for each fact, by period, undated ones last; parts follow the whole they belong to."""
    undated = "" if newest_first else UNDATED
    rows = [claim_row(book, book.views.claims[fact.shown], len(fact.claims) - 1) for fact in facts]
    return parts_below(sorted(rows, key=lambda row: row.claim.period or undated, reverse=newest_first))


def parts_below(rows: list[FigureRow]) -> list[FigureRow]:
    """Returns the rows with each part behind its whole; a part whose whole is not among them keeps its place."""
    parts: dict[str | None, list[FigureRow]] = {row.claim.claim_id: [] for row in rows}
    tops = []
    for row in rows:
        parts.get(row.claim.part_of, tops).append(row)

    def with_parts(row: FigureRow) -> Iterator[FigureRow]:
        yield row
        for part in parts[row.claim.claim_id]:
            yield from with_parts(part)

    return [each for row in tops for each in with_parts(row)]


def claim_row(book: Book, claim: Claim, others: int = 0) -> FigureRow:
    """Returns the row of one claim."""
    label = claim_label(book, claim)
    if claim.measure_id:
        name = book.names.measure(claim.measure_id)
        kind = "" if name in label.text else html_name(book, name)
    else:
        kind = book.code("funds", "fund_source", claim.fund_source)
    return FigureRow(
        claim,
        label.html,
        kind,
        book.code("funds", "stage", claim.stage),
        period_of(book, claim),
        basis="" if claim.basis == "in_period" else book.code("funds", "basis", claim.basis),
        stated=stated_html(book, [claim]),
        others=others,
        anchor=claim_anchor(claim.claim_id),
    )


def split_tables(rows: list[FigureRow]) -> tuple[list[FigureRow], list[FigureRow]]:
    """Returns (money, everything else)."""
    return [r for r in rows if r.claim.table == "funds"], [r for r in rows if r.claim.table != "funds"]


def by_measure_group(book: Book, rows: list[FigureRow]) -> list[tuple[str, list[FigureRow]]]:
    """Returns (title of the group, its rows) in the order of the code list."""
    groups: dict[str, list[FigureRow]] = {}
    for row in rows:
        groups.setdefault(book.row("measures", row.claim.measure_id)["group"], []).append(row)
    titles = book.names.codes("measures", "group")
    return [(title, groups[code]) for code, title in titles.items() if code in groups]


def money_totals(totals: Iterable[Total]) -> list[Total]:
    """Returns the totals of money that add anything, by source of money, then what was received first."""
    sources = list(CLASS_OF)
    found = [t for t in totals if t.fund_source and t.included]
    return sorted(found, key=lambda t: (sources.index(t.fund_source), NEAREST_TO_PAYMENT.index(t.stage)))


def total_title(book: Book, total: Total) -> Markup:
    """Returns what a total adds, of which times (never a span with holes), and of whom else it is printed."""
    claims = [book.views.claims[c] for c in total.included]
    return total_name(book, total) + " · " + windows_of(book, claims) + stated_html(book, claims)


def key_facts(book: Book, facts: Iterable[Fact], groups: tuple[str, ...]) -> list[FigureRow]:
    """Returns the first fact of each measure group that is not a part of another, for the answer block."""
    found: dict[str, FigureRow] = {}
    for row in fact_rows(book, (f for f in facts if f.measure_id)):
        group = book.row("measures", row.claim.measure_id)["group"]
        if group in groups and row.claim.value is not None and not row.claim.part_of:
            found.setdefault(group, row)
    return [found[group] for group in groups if group in found]

"""The front page: what this is, what it holds, what does not add up, where to go."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import audit_page
from build_scripts.pages.book import Book
from build_scripts.pages.evidence_sums import judged_stages
from build_scripts.pages.kinds.charts import flow_periods, named_chart
from build_scripts.pages.kinds.funds import ledger_totals
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, print_page
from build_scripts.pages.standing import VERDICTS, audit_rows, verdict_counts
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict

SHOWN = 3


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page."""
    views, flow = book.views, named_chart(book, "flow")
    received = ledger_totals(book).get(("east_west", "fiscal_assistance", "received"))
    yield print_page(
        book,
        Draft(
            "index.html",
            "home",
            "home",
            book.text("theme.site_name"),
            book.text("theme.site_description"),
            {
                "counts": counts(book),
                "received": received,
                "judged": judged_stages(book, received),
                "flow": flow,
                "periods": flow_periods(book),
                "verdicts": verdict_counts(views.audits),
                "audit_pages": {verdict: f"{audit_page(verdict)}.html" for verdict in VERDICTS},
                "fails": newest_failures(book),
                "conflicts": sum(c.verdict is ConflictVerdict.CONFLICT for c in views.conflicts),
            },
            image=flow.image if flow else "",
        ),
    )


def counts(book: Book) -> dict[str, int]:
    """Returns how much the ledger holds."""
    rows, claims = book.index.rows, book.views.claims.values()
    return {
        "pairings": len(rows["pairings"]),
        "projects": len(rows["projects"]),
        "sources": len(rows["sources"]),
        "figures": len(claims),
        "proved": sum(claim.proof == "proved" for claim in claims),
        "places": len(book.views.shown_places),
    }


def newest_failures(book: Book) -> list:
    """Returns the sums that do not hold from the documents published last."""
    failed = [audit for audit in book.views.audits if audit.verdict is AuditVerdict.FAILS]
    failed.sort(key=lambda a: book.row("sources", a.source_id)["published"] or "", reverse=True)
    return audit_rows(book, failed[:SHOWN])

"""The front page: who helps my county, what the nation printed, the pairs of today, what does not add up, ways in."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import audit_page
from build_scripts.pages.book import Book
from build_scripts.pages.citing import feed_of
from build_scripts.pages.kinds.charts import named_chart
from build_scripts.pages.model import Page
from build_scripts.pages.said import Said, said
from build_scripts.pages.sheet import Draft, print_page
from build_scripts.pages.standing import VERDICTS, audit_rows, verdict_counts
from build_scripts.views.said import ProvincePair
from build_scripts.views.verdicts import AuditVerdict
from build_scripts.views.witnesses import paired_sources

FAILING_SHOWN, NATIONAL_SHOWN = 3, 8


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page."""
    views, national = book.views, named_chart(book, "national-money")
    front = views.front_page
    yield print_page(
        book,
        Draft(
            "index.html",
            "home",
            "home",
            book.text("theme.site_name"),
            book.text("theme.site_description"),
            {
                "held": front.held,
                "national_chart": national,
                "national": [said(book, statement, is_kind_told=True) for statement in front.national[:NATIONAL_SHOWN]],
                "latest_chart": named_chart(book, "latest-year"),
                "pairs": [pair_line(book, pair) for pair in front.pairs],
                "known_pairs": sum(pair.statement is not None for pair in front.pairs),
                "verdicts": verdict_counts(views.audits),
                "general_fails": general_fails(book),
                "audit_pages": {verdict: f"{audit_page(verdict)}.html" for verdict in VERDICTS},
                "fails": failing(book),
                "use": {"feed": feed_of(book, "data/changes.atom")},
            },
            image=national.image if national else "",
            scripts=("page-finder.js",),
        ),
    )


def pair_line(book: Book, pair: ProvincePair) -> tuple[ProvincePair, Said | None]:
    """Returns a pair of provinces with what was last printed of its fiscal assistance; None where nothing was read."""
    return pair, said(book, pair.statement, is_kind_told=True) if pair.statement else None


def general_fails(book: Book) -> int:
    """Returns how many of the sums that fail are in documents that are not on paired assistance."""
    paired = paired_sources(book.views.tables["sources"])
    general = [audit for audit in book.views.audits if audit.source_id not in paired]
    return verdict_counts(general)[AuditVerdict.FAILS]


def failing(book: Book) -> list:
    """Returns the sums of the newest documents that do not add up within themselves."""
    audits = {audit.audit_id: audit for audit in book.views.audits}
    return audit_rows(book, [audits[key] for key in book.views.front_page.failing[:FAILING_SHOWN]])

"""One measure: every figure of a kind, with what it is about; and the list of all measures.

Counted are figures of documents on paired assistance; those of reports on poverty work in general stand last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.pages.addresses import ROWS_A_PAGE, page_links, record_path, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.kinds.charts import charts_named
from build_scripts.pages.model import Page
from build_scripts.pages.names import said_label
from build_scripts.pages.rows import fact_rows
from build_scripts.pages.said import window_html, window_of
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import span_of
from build_scripts.views.series import national_claims
from build_scripts.views.witnesses import paired_sources


@dataclass(frozen=True)
class National:
    """The latest figure for the whole country, the time it speaks of, and its own name where it has another."""

    claim_id: str
    window: Markup
    label: Markup


def pages(book: Book) -> Iterator[Page]:
    """Yields the list of the measures in use, then the pages of each."""
    used = [row for row in book.index.rows["measures"].values() if row["measure_id"] in book.index.facts_of_measure]
    yield list_page(book, used)
    for row in used:
        counted, general = facts_by_collection(book, row["measure_id"])
        rows = fact_rows(book, counted) + fact_rows(book, general)
        parts = split_rows(rows, ROWS_A_PAGE["measure"])
        for number, part in enumerate(parts, start=1):
            yield measure_page(book, row, part, number, len(parts))


def facts_by_collection(book: Book, measure: str) -> tuple[list[Fact], list[Fact]]:
    """Returns the facts of a measure that documents on paired assistance show, then those of other documents."""
    if "paired" not in book.kept:
        book.kept["paired"] = paired_sources(book.views.tables["sources"])
    paired, facts = book.kept["paired"], book.index.facts_of_measure[measure]
    is_counted = [book.views.claims[fact.shown].source_id in paired for fact in facts]
    return (
        [fact for fact, counts in zip(facts, is_counted, strict=True) if counts],
        [fact for fact, counts in zip(facts, is_counted, strict=True) if not counts],
    )


def list_page(book: Book, used: list[dict]) -> Page:
    title = book.text("pages.measures.title")
    rest = [row for row in used if row["measure_id"].startswith("other_")]  # those are only units: they stand last
    named = [row for row in used if row not in rest]
    groups = [
        (code, title, [row for row in named if row["group"] == code])
        for code, title in book.names.codes("measures", "group").items()
    ] + [("others", book.text("pages.measures.others"), rest)]
    counts = {row["measure_id"]: len(facts_by_collection(book, row["measure_id"])[0]) for row in used}
    return print_page(
        book,
        Draft(
            "measures/index.html",
            "measures",
            "list",
            title,
            book.text("pages.measures.description"),
            {"groups": [group for group in groups if group[2]], "counts": counts, "nation": latest_of_nation(book)},
            crumbs(book, (title, "")),
        ),
    )


def latest_of_nation(book: Book) -> dict[str, National]:
    """Returns measure id -> its latest figure for the whole country: what is known, with its time.

    What a document counts kind by kind (five cities of one kind, four of another) is no figure of the whole.
    """
    claims = [claim for claim in national_claims(book.views) if claim.measure_id and not claim.part_of]
    kinds = Counter((claim.measure_id, claim.source_id, claim.period, claim.basis) for claim in claims)
    claims = [c for c in claims if kinds[c.measure_id, c.source_id, c.period, c.basis] == 1]
    in_time = sorted(claims, key=lambda claim: (span_of(claim.period)[1], -claim.row))
    return {c.measure_id: national(book, c) for c in in_time}


def national(book: Book, claim: Claim) -> National:
    label, window = said_label(book, claim), window_html(book, window_of(book, claim))
    is_plain = label.text == book.names.measure(claim.measure_id)
    return National(claim.claim_id, window, Markup() if is_plain else label.html)


def measure_page(book: Book, row: dict, rows: list, number: int, last: int) -> Page:
    key = row["measure_id"]
    path, name = record_path("measure", key, number), book.names.measure(key)
    title = name if number == 1 else book.text("pages.numbered", name=name, n=number)
    counted, general = facts_by_collection(book, key)
    return print_page(
        book,
        Draft(
            path,
            "measure",
            "measure",
            title,
            book.text("pages.measure.description", name=name),
            {
                "row": row,
                "rows": rows,
                "pager": page_links(record_path("measure", key).removesuffix(".html"), last),
                "number": number,
                "facts": len(counted),
                "general": len(general),
                "about": book.pick(row, "description"),
                "charts": charts_named(book, f"national-series.measure.{key}") if number == 1 else [],
            },
            crumbs(book, section(book, "measures"), (name, "")),
            names=(row["title"], row["title_en"], *book.index.aliases.get(("measure", key), ())),
            is_found=number == 1,
        ),
    )

"""One document: what it is, how far it can be relied on, and everything that was taken from it, in order."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from build_scripts.labels.numbers import show_period
from build_scripts.pages.addresses import ROWS_A_PAGE, is_allowed, page_links, record_path, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.citing import use
from build_scripts.pages.evidence import reliability_words, watched_words
from build_scripts.pages.html_text import SCRIPT_LANGS
from build_scripts.pages.model import Page
from build_scripts.pages.names import source_name
from build_scripts.pages.rows import claim_row
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.pages.standing import audit_rows, conflict_rows, sureness, verdict_counts
from build_scripts.views.verdicts import AuditVerdict

TABLES = ("sources", "pairings", "pairing_claims", "projects", "funds", "observations", "events", "relations")


def pages(book: Book) -> Iterator[Page]:
    """Yields the pages of each source: as many as its claims need."""
    for row in book.index.rows["sources"].values():
        parts = split_rows(book.index.claims_of_source.get(row["source_id"], []), ROWS_A_PAGE["source"])
        for number, part in enumerate(parts, start=1):
            yield print_page(book, draft(book, row, part, number, len(parts)))


def published_words(book: Book, row: dict) -> str:
    """Returns who published a document and when; its number tells it from another one of the same title."""
    known = (row["publisher"], show_period(row["published"], book.lang) if row["published"] else "")
    return " · ".join([*filter(None, known), row["source_id"]])


def draft(book: Book, row: dict, claims: list, number: int, last: int) -> Draft:
    """Returns the page of a source with one part of its claims."""
    key = row["source_id"]
    path, name = record_path("source", key, number), book.names.source(key)
    title = name if number == 1 else book.text("pages.numbered", name=name, n=number)
    lang = SCRIPT_LANGS[row["script"]]
    return Draft(
        path,
        "source",
        "source",
        title,
        book.text("pages.source.description", name=name, publisher=published_words(book, row)),
        {
            "row": row,
            "number": number,
            "rows": [claim_row(book, c, len(book.index.fact_of[c.claim_id].claims) - 1) for c in claims],
            "pager": page_links(record_path("source", key).removesuffix(".html"), last),
            "name": source_name(book, key),
            "printed_lang": "" if lang == book.html_lang else lang,
            "has_original": name != row["title"],
        }
        | values(book, row)
        | use(book, "sources", key, name, path, TABLES),
        crumbs(book, section(book, "sources"), (name, "")),
        is_found=number == 1,
        names=tuple(filter(None, (row["title"], row["title_en"], row["publisher"], row["author"]))),
        meta={"place": row["publisher"] or "", "year": (row["published"] or "")[:4], "amount": ""},
    )


def values(book: Book, row: dict) -> dict:
    """Returns what the template shows of a source, its claims apart."""
    index, key = book.index, row["source_id"]
    claims = index.claims_of_source.get(key, [])
    audits = index.audits_of_source.get(key, [])
    conflicts = {c.conflict_id: c for claim in claims for c in index.conflicts_of_claim.get(claim.claim_id, ())}
    return {
        "texts": book.views.texts,
        "sure": sureness(book, claims),
        "verdicts": verdict_counts(audits),
        "reliability": reliability_words(book, key),
        "audits": audit_rows(book, (a for a in audits if a.verdict is not AuditVerdict.HOLDS)),
        "conflicts": conflict_rows(book, conflicts.values()),
        "quality": book.views.quality.sources[key],
        "taken": taken_words(book, claims),
        "pairings": unique(index.pairings_of_source.get(key, [])),
        "projects": index.projects_of_source.get(key, []),
        "events": index.events_of_source.get(key, []),
        "inner": index.parts_of_source.get(key, []),
        "watched": watched_words(book, key),
        "is_linked": bool(row["url"]) and is_allowed(row["url"], book.hosts),
    }


def taken_words(book: Book, claims: list) -> Markup:
    """Returns how many figures were taken from a source, and how many of them no other states; '' for none."""
    taken, only = len(claims), only_here(book, claims)
    if not taken:
        return Markup()
    said = book.say("pages.source.taken", n=taken)
    if only == taken:
        return said + book.say("pages.source.only.single" if taken == 1 else "pages.source.only.all")
    return said + (book.say("pages.source.only.some", n=only) if only else book.say("pages.source.only.none"))


def only_here(book: Book, claims: list) -> int:
    """Returns how many of a source's figures no other source states."""
    facts = [book.index.fact_of[claim.claim_id] for claim in claims]
    return sum(len({book.views.claims[c].source_id for c in fact.claims}) == 1 for fact in facts)


def unique(rows: list[dict]) -> list[dict]:
    """Returns one row a pairing, the first."""
    return list({row["pairing_id"]: row for row in reversed(rows)}.values())[::-1]

"""What a receipt says, as values for its template; nothing here is HTML of a page."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

from build_scripts.labels.numbers import full_number
from build_scripts.labels.remarks import stated_of
from build_scripts.pages.addresses import (
    audit_address,
    claim_address,
    conflict_address,
    is_allowed,
    original_address,
    record_path,
)
from build_scripts.pages.book import Book, count
from build_scripts.pages.citing import claim_correction_link, footnote
from build_scripts.pages.html_text import HAN, SCRIPT_LANGS, html_id, named
from build_scripts.pages.names import (
    claim_label,
    html_name,
    source_name,
    what_name,
)
from build_scripts.pages.said import period_of
from build_scripts.views.model import Audit, Claim, Conflict
from build_scripts.views.verdicts import AuditVerdict

NOT = {"=": "≠", "≤": ">", "≥": "<"}
CHECKSUM, SHOWN = Markup("<code>{}…</code>"), 16  # digits of a text's SHA-256; the source's page has all of them
CONFLICTING = 4  # other figures listed in a receipt


def is_split(book: Book, claim: Claim) -> bool:
    """True where the figure carries the split seal."""
    return claim.claim_id in book.index.split_claims


def claim_receipt(book: Book, claim: Claim) -> dict:
    """Returns everything a reader may ask about one figure."""
    source = book.row("sources", claim.source_id)
    fact = book.index.fact_of[claim.claim_id]
    label, what = claim_label(book, claim), what_name(book, claim)
    is_chinese = source["script"] in ("en", "other") and HAN.search(claim.as_printed)
    lang = SCRIPT_LANGS["Hans" if is_chinese else source["script"]]
    return {
        "target": html_id("r", claim.claim_id),
        "claim": claim,
        "label": label,
        "what": what if what != label else None,
        "stated_of": stated_of(claim, book.lang),
        "subject": subject_link(book, claim.subject_kind, claim.subject_id),
        "scope": scope_words(book, claim),
        "printed_lang": "" if lang == book.html_lang else lang,
        "full_value": full_value(book, claim),
        "source": source_link(book, claim),
        "source_row": source,
        "sha256": CHECKSUM.format(book.views.texts.get(claim.source_id, "")[:SHOWN]),
        "end": None if claim.start is None else claim.start + len(claim.as_printed),
        "inferred": [book.column_title(claim.table, column) for column in claim.inferred],
        "reliability": reliability_words(book, claim.source_id),
        "others": other_claims(book, claim, fact.claims),
        "rule": book.say(f"evidence.rule.{fact.rule}") if len(fact.claims) > 1 else None,
        "is_shown": fact.shown == claim.claim_id,
        "audits": [audit_line(book, audit) for audit in book.index.audits_of_claim.get(claim.claim_id, ())],
        "conflicts": [conflict_line(book, c, claim) for c in book.index.conflicts_of_claim.get(claim.claim_id, ())],
        "note": claim.note_zh if book.lang == "zh" else claim.note_en,
        "watched": watched_words(book, claim.source_id),
        "original": original_address(source["url"], claim.as_printed, book.hosts),
        "correct": claim_correction_link(book, claim),
        "footnote": footnote(book, claim),
        "host": urlsplit(source["url"] or "").hostname,
    }


def watched_words(book: Book, source_id: str) -> dict | None:
    """Returns {"said", "archive", "is_linked"}: what the watch saw of a source's address; None where nothing is said.

    A copy is linked only where its original would be.
    """
    seen = book.views.watched.get(source_id)
    if seen is None:
        return None
    number = count(seen["missing_prints"] or 0)
    said = book.say(f"evidence.watched.{seen['outcome']}", day=book.period(seen["asked_on"]), n=number)
    archive = seen["archive_url"] or ""
    is_linked = is_allowed(seen["url"], book.hosts) and is_allowed(archive, book.hosts)
    return {"said": said, "archive": archive, "is_linked": is_linked}


def subject_link(book: Book, kind: str, key: str) -> tuple[str, Markup]:
    """Returns (path, name); the path is '' for organisations, which have no page."""
    return ("" if kind == "organisation" else record_path(kind, key)), html_name(book, book.names.subject(kind, key))


def scope_words(book: Book, claim: Claim) -> list[Markup | str]:
    """Returns period, basis, and for money its source, stage and instrument."""
    words: list[Markup | str] = [period_of(book, claim) or book.say("evidence.no_period")]
    words.append(book.code("funds", "basis", claim.basis))
    if claim.table == "funds":
        words.append(book.code("funds", "instrument", claim.instrument) if claim.instrument != "not_stated" else "")
    return [word for word in words if word]


def full_value(book: Book, claim: Claim) -> str:
    """Returns the value in full with its qualifier and unit: 约 17,100,000 元; '' where the digits are lost."""
    if claim.value is None:
        return ""
    qualifier = book.code("funds", "qualifier", claim.qualifier) if claim.qualifier != "exact" else ""
    unit = book.names.unit(claim.unit, claim.value)
    return " ".join(filter(None, (qualifier, full_number(claim.value), unit)))


def source_link(book: Book, claim: Claim) -> tuple[str, Markup]:
    return claim_address(claim, book.index.place_in_source[claim.claim_id]), source_name(book, claim.source_id).html


def reliability_words(book: Book, source_id: str) -> dict:
    """Returns {"rank", "reasons"}: the rank in words and what gave or took points."""
    reliability = book.views.reliability[source_id]
    return {
        "rank": book.say(f"reliability.rank.{reliability.rank}"),
        "reasons": [reason_word(book, code) for code in reliability.reasons],
    }


def reason_word(book: Book, code: str) -> str:
    """Returns why a source gained or lost points."""
    return book.say(f"reliability.reason.{code}")


def other_claims(book: Book, claim: Claim, claims: tuple[str, ...]) -> list[dict]:
    """Returns the other statements of the same thing: figure and source."""
    return [claim_line(book, book.views.claims[c]) for c in claims if c != claim.claim_id]


def claim_line(book: Book, claim: Claim) -> dict:
    """Returns one claim as a line of another's receipt."""
    return {
        "claim": claim,
        "text": book.value(claim),
        "label": claim_label(book, claim).html,
        "subject": subject_link(book, claim.subject_kind, claim.subject_id),
        "source": source_link(book, claim),
    }


def audit_line(book: Book, audit: Audit) -> dict:
    """Returns the verdict of one sum and where it is worked out."""
    return {
        "path": audit_address(audit, book.index.place_of_audit[audit.audit_id]),
        "verdict": audit.verdict,
        "word": book.say(f"audit.verdict.{audit.verdict}"),
        "kind": audit_kind(book, audit),
        "checked": audit_checked(book, audit),
        "relation": relation(audit),
    }


def audit_checked(book: Book, audit: Audit) -> Markup:
    """Returns what a sum is about: its note, else the name of the whole that its parts should make up."""
    note = audit.note_zh if book.lang == "zh" else audit.note_en
    return named(note, page=book.lang) if note else claim_label(book, book.views.claims[audit.claims[0]]).html


def relation(audit: Audit) -> str:
    """Returns the sign between both sides as they turned out: ≠ where the statement says = and both differ."""
    differs = NOT[audit.operator]
    signs = {AuditVerdict.FAILS: differs, AuditVerdict.APART: differs, AuditVerdict.ROUNDING: "≈"}
    return signs.get(audit.verdict, audit.operator)


def audit_kind(book: Book, audit: Audit) -> str:
    own = audit.kind in ("parts", "account")  # what no relation of the table states
    return book.say(f"audit.kind_{audit.kind}") if own else book.code("relations", "kind", audit.kind)


def conflict_line(book: Book, conflict: Conflict, claim: Claim) -> dict:
    """Returns what other sources print for the same thing, and where all of it stands."""
    others = [book.views.claims[c] for c in conflict.claims if c != claim.claim_id]
    return {
        "path": conflict_address(conflict, book.index.place_of_conflict[conflict.conflict_id]),
        "verdict": conflict.verdict,
        "word": book.say(f"audit.conflict.{conflict.verdict}"),
        "others": [claim_line(book, other) for other in others[:CONFLICTING]],
    }

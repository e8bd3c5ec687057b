"""What a receipt says, as values for its template; nothing here is HTML of a page."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urlsplit

from markupsafe import Markup

from build_scripts.display import full_number, show_value
from build_scripts.pages.addresses import claim_address, original_address, record_path
from build_scripts.pages.book import Book
from build_scripts.pages.html_text import SCRIPT_LANGS, html_id, named
from build_scripts.pages.names import (
    claim_label,
    money_page,
    source_name,
    subject_name,
    total_name,
    what_name,
)
from build_scripts.views.model import Audit, Claim, Conflict, Total
from build_scripts.views.periods import span_of
from build_scripts.views.statement import split_statement

NOT = {"=": "≠", "≤": ">", "≥": "<"}
CONFLICTING = 4  # other figures listed in a receipt
LISTED = 12  # rows a receipt lists before it points to a page that lists all


def is_split(book: Book, claim: Claim) -> bool:
    """True where sources disagree about the figure, or a sum that it takes part in does not hold."""
    index = book.index
    return (
        index.fact_of[claim.claim_id].disagree
        or any(audit.verdict == "fails" for audit in index.audits_of_claim.get(claim.claim_id, ()))
        or any(
            conflict.verdict == "conflict" for conflict in index.conflicts_of_claim.get(claim.claim_id, ())
        )
    )


def claim_receipt(book: Book, claim: Claim) -> dict:
    """Returns everything a reader may ask about one figure."""
    source = book.row("sources", claim.source_id)
    fact = book.index.fact_of[claim.claim_id]
    label, what = claim_label(book, claim), what_name(book, claim)
    lang = SCRIPT_LANGS[source["script"]]
    return {
        "target": html_id("r", claim.claim_id),
        "claim": claim,
        "label": label,
        "what": what if what != label else None,
        "subject": subject_link(book, claim.subject_kind, claim.subject_id),
        "scope": scope_words(book, claim),
        "printed_lang": "" if lang == book.html_lang else lang,
        "full_value": full_value(book, claim),
        "source": source_link(book, claim),
        "source_row": source,
        "end": None if claim.start is None else claim.start + len(claim.as_printed),
        "inferred": [book.column_title(claim.table, column) for column in claim.inferred],
        "reliability": reliability_words(book, claim.source_id),
        "others": other_claims(book, claim, fact.claims),
        "rule": book.say(f"evidence.rule.{fact.rule}") if len(fact.claims) > 1 else None,
        "is_shown": fact.shown == claim.claim_id,
        "audits": [audit_line(book, audit) for audit in book.index.audits_of_claim.get(claim.claim_id, ())],
        "conflicts": [
            conflict_line(book, c, claim) for c in book.index.conflicts_of_claim.get(claim.claim_id, ())
        ],
        "note": claim.note_zh if book.lang == "zh" else claim.note_en,
        "original": original_address(source["url"], claim.as_printed, book.hosts),
        "host": urlsplit(source["url"] or "").hostname,
    }


def subject_link(book: Book, kind: str, key: str) -> tuple[str, Markup]:
    """Returns (path, name); the path is '' for organisations, which have no page."""
    return ("" if kind == "organisation" else record_path(kind, key)), subject_name(book, kind, key).html


def scope_words(book: Book, claim: Claim) -> list[Markup | str]:
    """Returns period, basis, and for money its source, stage and instrument."""
    words: list[Markup | str] = [book.period(claim.period) or book.say("evidence.no_period")]
    words.append(book.code("funds", "basis", claim.basis))
    if claim.table == "funds":
        words.append(
            book.code("funds", "instrument", claim.instrument) if claim.instrument != "not_stated" else ""
        )
    return [word for word in words if word]


def full_value(book: Book, claim: Claim) -> str:
    """Returns the value in full with its qualifier and unit: 约 17,100,000 元; '' where the digits are lost."""
    if claim.value is None:
        return ""
    qualifier = book.code("funds", "qualifier", claim.qualifier) if claim.qualifier != "exact" else ""
    unit = book.codes["measures", "unit"][claim.unit][book.lang]
    return " ".join(filter(None, (qualifier, full_number(claim.value), unit)))


def source_link(book: Book, claim: Claim) -> tuple[str, Markup]:
    return claim_address(claim, book.index.position_in_source[claim.claim_id]), source_name(
        book, claim.source_id
    ).html


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
        "path": book.index.audit_addresses[audit.audit_id],
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
    """Returns the sign between both sides as they turned out: ≠ where the source says = and the sum fails."""
    return {"fails": NOT[audit.operator], "rounding": "≈"}.get(audit.verdict, audit.operator)


def audit_number(book: Book, audit: Audit, number: Decimal) -> str:
    """Returns a worked-out number, to four decimals at most, in the unit of the sum where it has one."""
    rounded, unit = round(number, 4), audit_unit(book, audit)
    units = book.codes["measures", "unit"]
    text = show_value(rounded, unit, "exact", book.lang, units) if unit else full_number(rounded)
    return text.replace("-", "−")


def audit_unit(book: Book, audit: Audit) -> str | None:
    """Returns the unit of both sides: that of a side which is one printed figure, or the one that all terms share."""
    claims, tokens = book.views.claims, audit.statement.split()
    left, _, right = split_statement(audit.statement)
    alone = [claims[side[0]].unit for side in (left, right) if len(side) == 1 and side[0] in claims]
    shared = {claims[c].unit for c in audit.claims}
    if alone:
        return alone[0]
    return shared.pop() if len(shared) == 1 and not {"×", "÷"} & set(tokens) else None


def audit_kind(book: Book, audit: Audit) -> str:
    return (
        book.say("audit.kind_parts") if audit.kind == "parts" else book.code("relations", "kind", audit.kind)
    )


def conflict_line(book: Book, conflict: Conflict, claim: Claim) -> dict:
    """Returns what other sources print for the same thing, and where all of it stands."""
    others = [book.views.claims[c] for c in conflict.claims if c != claim.claim_id]
    return {
        "path": book.index.conflict_addresses[conflict.conflict_id],
        "verdict": conflict.verdict,
        "word": book.say(f"audit.conflict.{conflict.verdict}"),
        "others": [claim_line(book, other) for other in others[:CONFLICTING]],
    }


def total_receipt(book: Book, total: Total, target: str) -> dict:
    """Returns what a total adds and leaves out; long lists end with a link to the page that holds all rows."""
    claims = [book.views.claims[c] for c in total.included]
    return {
        "target": target,
        "total": total,
        "name": total_name(book, total.what).html,
        "unit_total": full_number(total.value),
        "unit": book.codes["measures", "unit"][total.unit][book.lang],
        "period": book.period(total_period(claims)),
        "included": [claim_line(book, c) for c in claims[:LISTED]],
        "more": max(0, len(claims) - LISTED),
        "count": len(claims),
        "left_out": left_out_lines(book, total),
        "all_path": money_page(claims[0])
        if claims[0].table == "funds"
        else record_path("measure", claims[0].measure_id),
    }


def total_period(claims: list[Claim]) -> str | None:
    """Returns the years from the first to the last period that is stated, as ISO 8601."""
    spans = [span for claim in claims if (span := span_of(claim.period))]
    if not spans:
        return None
    first, last = min(s[0] for s in spans)[:4], max(s[1] for s in spans)[:4]
    return first if first == last else f"{first}/{last}"


def left_out_lines(book: Book, total: Total) -> list[dict]:
    """Returns, for each reason, how many claims stayed out and the first of them."""
    reasons: dict[str, list[str]] = {}
    for claim, reason in total.left_out:
        reasons.setdefault(reason, []).append(claim)
    return [
        {
            "reason": book.say(f"evidence.left_out.{reason}"),
            "count": len(ids),
            "claims": [claim_line(book, book.views.claims[c]) for c in ids[:4]],
            "more": max(0, len(ids) - 4),
        }
        for reason, ids in reasons.items()
    ]


def audit_receipt(book: Book, audit: Audit, target: str) -> dict:
    """Returns how a sum was done again: both sides, what the print allows, the verdict."""
    return {
        "target": target,
        "audit": audit,
        **audit_line(book, audit),
        "claims": [claim_line(book, book.views.claims[c]) for c in audit.claims[:LISTED]],
        "more": max(0, len(audit.claims) - LISTED),
        "numbers": {
            key: audit_number(book, audit, getattr(audit, key))
            for key in ("left", "right", "difference", "tolerance")
            if getattr(audit, key) is not None and abs(getattr(audit, key)) < 10**17
        },
    }


def group_receipt(book: Book, claims: list[Claim], target: str, text: str) -> dict:
    return {
        "target": target,
        "text": text,
        "claims": [claim_line(book, c) for c in claims[:LISTED]],
        "more": max(0, len(claims) - LISTED),
        "count": len(claims),
    }

"""What the receipts of worked-out numbers say: totals, sums done again, figures that stand on several
claims.
"""

from __future__ import annotations

from decimal import Context, Decimal

from build_scripts.labels.numbers import full_number
from build_scripts.ledger.formulas import split_statement
from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book
from build_scripts.pages.evidence import audit_line, claim_line
from build_scripts.pages.names import money_page, total_name
from build_scripts.pages.said import newest_first, windows_of
from build_scripts.views.model import Audit, Claim, Total

WHOLE = 10_000  # from here on decimals say nothing: 1.6 billion yuan divided by 13
LISTED = 12  # rows a receipt lists before it points to a page that lists all


def judged_stages(book: Book, total: Total | None) -> int:
    """Returns for how many of the added amounts the stage was judged by the editors rather than printed."""
    return sum("stage" in book.views.claims[key].inferred for key in total.included) if total else 0


def total_receipt(book: Book, total: Total, target: str) -> dict:
    """Returns what a total adds and leaves out; long lists end with a link to the page that holds all
    rows.
    """
    claims = [book.views.claims[c] for c in total.included]
    return {
        "target": target,
        "total": total,
        "name": total_name(book, total),
        "unit_total": full_number(total.value),
        "unit": book.names.unit(total.unit, total.value),
        "period": windows_of(book, claims),
        "included": [addend(book, c) for c in newest_first(book, claims)[:LISTED]],
        "more": max(0, len(claims) - LISTED),
        "count": len(claims),
        "judged": judged_stages(book, total),
        "left_out": left_out_lines(book, total),
        "all_path": money_page(claims[0])
        if claims[0].table == "funds"
        else record_path("measure", claims[0].measure_id),
    }


def addend(book: Book, claim: Claim) -> dict:
    """Returns one claim of a sum as a line of its receipt, with the time it speaks of."""
    return claim_line(book, claim) | {"window": windows_of(book, [claim])}


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


def audit_number(book: Book, audit: Audit, number: Decimal) -> str:
    """Returns a worked-out number in the unit of the sum where it has one: to four decimals at most, a quotient
    to seven digits.
    """
    rounded, unit = round(number, 4), audit_unit(book, audit)
    if rounded != number and abs(number) >= WHOLE:
        rounded = number.normalize(Context(prec=7))
    text = book.names.value(rounded, unit) if unit else full_number(rounded)
    return text.replace("-", "−")


def audit_unit(book: Book, audit: Audit) -> str | None:
    """Returns the unit of both sides: that of a side which is one printed figure, or the one that all
    terms share.
    """
    claims, tokens = book.views.claims, audit.statement.split()
    left, _, right = split_statement(audit.statement)
    alone = [claims[side[0]].unit for side in (left, right) if len(side) == 1 and side[0] in claims]
    shared = {claims[c].unit for c in audit.claims}
    if alone:
        return alone[0]
    return shared.pop() if len(shared) == 1 and not {"×", "÷"} & set(tokens) else None

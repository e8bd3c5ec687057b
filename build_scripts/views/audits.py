"""Every sum a source implies, done again: parts against their whole, the relations table, more below than above.

Verdicts: holds (equal to the last digit), rounding (equal within what the print allows), fails, apart (the sides
differ, and so do their scopes, as the relation says), unknown (a term has no digits). All arithmetic is exact
decimals; the tolerance comes from views/precision.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from build_scripts.ledger.formulas import evaluate, split_statement
from build_scripts.views.account_line import LEVELS, AccountLine
from build_scripts.views.model import Audit, Claim
from build_scripts.views.precision import Interval, exact, interval_of
from build_scripts.views.verdicts import AuditVerdict
from build_scripts.views.witnesses import witness_of

Claims = dict[str, Claim]


def derive_audits(
    tables: dict[str, pd.DataFrame], claims: Claims, account: Iterable[AccountLine] = ()
) -> tuple[Audit, ...]:
    """Returns one Audit for each whole whose parts claim to be complete, one for each relation, and one for each line
    of the account with more below than above.

    A copy that repeats a sum of its original has no audit of its own: one witness, one sum.
    """
    relations = tables["relations"].to_dict("records")
    found = [*part_audits(claims), *(relation_audit(row, claims) for row in relations)]
    found += [account_audit(line, claims) for line in account if line.is_more_below]
    witness = witness_of(tables["sources"])
    originals = {sides_of(each) for each in found if witness(each.source_id) == each.source_id}
    return tuple(
        each
        for each in found
        if witness(each.source_id) == each.source_id or (witness(each.source_id), *sides_of(each)[1:]) not in originals
    )


def sides_of(audit: Audit) -> tuple:
    return audit.source_id, audit.operator, audit.left, audit.right


def part_audits(claims: Claims) -> Iterable[Audit]:
    """Yields the audit of each whole with `parts_complete`: whole = sum of its parts."""
    parts = defaultdict(list)
    for claim in claims.values():
        if claim.part_of:
            parts[claim.part_of].append(claim.claim_id)
    for whole, ids in parts.items():
        if claims[whole].parts_complete:
            statement = f"{whole} = " + " + ".join(ids)
            yield audit(f"parts.{whole}", "parts", claims[whole].source_id, statement, claims, None, None)


def account_audit(line: AccountLine, claims: Claims) -> Audit:
    """Returns the audit of a printed sum that what is printed below exceeds: above ≥ the sum of what is located.

    Less below is no finding, since not all has been read.
    """
    ids = [key for level in LEVELS for key in line.located.get(level, ())]
    statement = f"{line.claims[0]} ≥ " + " + ".join(ids)
    source = claims[line.claims[0]].source_id
    return audit(f"account.{line.claims[0]}", "account", source, statement, claims, None, None)


def relation_audit(row: dict, claims: Claims) -> Audit:
    """Returns the audit of a relation; where its sides are apart in scope, a difference shows nothing."""
    names = ("relation_id", "kind", "source_id", "statement")
    found = audit(*(row[name] for name in names), claims, row["note"], row["note_en"])
    is_apart = row["is_apart"] is True and found.verdict in (AuditVerdict.FAILS, AuditVerdict.ROUNDING)
    return replace(found, verdict=AuditVerdict.APART) if is_apart else found


def audit(audit_id, kind, source_id, statement, claims: Claims, note_zh, note_en) -> Audit:
    """Returns the evaluated Audit of one statement."""
    left, operator, right = split_statement(statement)
    named = tuple(dict.fromkeys(t for t in (left + right) if t in claims))
    values = [evaluate(side, lambda token: value_of(token, claims)) for side in (left, right)]
    ranges = [evaluate(side, lambda token: range_of(token, claims)) for side in (left, right)]
    a, b = values
    known = a is not None and b is not None
    return Audit(
        audit_id,
        kind,
        source_id,
        statement,
        named,
        a,
        b,
        operator,
        difference=a - b if known else None,
        tolerance=tolerance(a, b, *ranges) if known else None,
        verdict=verdict(a, b, operator, *ranges) if known else AuditVerdict.UNKNOWN,
        note_zh=note_zh,
        note_en=note_en,
    )


def value_of(token: str, claims: Claims) -> Decimal | None:
    return claims[token].value if token in claims else Decimal(token)


def range_of(token: str, claims: Claims) -> Interval | None:
    return interval_of(claims[token]) if token in claims else exact(Decimal(token))


def verdict(a: Decimal, b: Decimal, operator: str, left: Interval, right: Interval) -> AuditVerdict:
    """holds, rounding or fails; for ≤ and ≥ the bound itself decides, then the printed precision."""
    if {"=": a == b, "≤": a <= b, "≥": a >= b}[operator]:
        return AuditVerdict.HOLDS
    within = {"=": left.meets(right), "≤": left.low <= right.high, "≥": left.high >= right.low}[operator]
    return AuditVerdict.ROUNDING if within else AuditVerdict.FAILS


def tolerance(a: Decimal, b: Decimal, left: Interval, right: Interval) -> Decimal:
    """Returns how far the sides may lie apart in print, the way they do: the larger one down, the smaller one up."""
    return (a - left.low) + (right.high - b) if a >= b else (left.high - a) + (b - right.low)

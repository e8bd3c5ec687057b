"""Sums that may be shown, and what they leave out.

A total holds one class of money and one stage (or one measure that may be added). It never holds a whole and its
part, a row outside totals, an expected figure, two claims of one fact, or two claims of the same money over
periods that overlap: the longer period is kept. Funds of a pairing's projects count for the pairing.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pandas as pd

from build_scripts.views.model import Claim, Fact, Total
from build_scripts.views.periods import length_in_days, overlap

MONEY_CLASSES = {
    "assistance": ("fiscal_assistance", "social_donation", "mixed"),
    "enterprise": ("enterprise_investment",),
    "unstated": ("not_stated",),  # a total investment of unknown source is no assistance
    "recipient": ("central_fiscal", "local_fiscal", "self_raised", "bank_loan"),
}
CLASS_OF = {source: name for name, group in MONEY_CLASSES.items() for source in group}
Claims = dict[str, Claim]


def derive_totals(tables: dict[str, pd.DataFrame], claims: Claims, facts: tuple[Fact, ...]) -> tuple[Total, ...]:
    """Returns the totals of every pairing, project and place over all stated periods."""
    shown = {fact.shown for fact in facts}
    additive = set(tables["measures"].query("aggregation == 'sum'")["measure_id"])
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    owner = pairing_of_projects(tables["projects"])
    for claim in claims.values():
        what = total_what(claim, additive)
        for subject in what and subjects_of(claim, owner) or ():
            groups[(*subject, what)].append(claim)
    return tuple(total_of(key, group, shown) for key, group in groups.items())


def pairing_of_projects(projects: pd.DataFrame) -> dict[str, str]:
    """Returns project id -> pairing id for projects that name one."""
    named = projects.dropna(subset=["pairing_id"])
    return dict(zip(named["project_id"], named["pairing_id"], strict=True))


def total_what(claim: Claim, additive: set[str]) -> str | None:
    """Returns what the claim may be added under, or None for measures that must not be added."""
    if claim.table == "funds":
        return f"money:{CLASS_OF[claim.fund_source]}:{claim.stage}"
    return claim.what if claim.measure_id in additive else None


def subjects_of(claim: Claim, owner: dict[str, str]) -> list[tuple[str, str]]:
    """A claim counts for its own subject and, when that is a project, for the project's pairing."""
    if claim.subject_kind == "project" and claim.subject_id in owner:
        return [claim.subject, ("pairing", owner[claim.subject_id])]
    return [claim.subject]


def total_of(key: tuple[str, str, str], group: list[Claim], shown: set[str]) -> Total:
    """Returns the total of one group of claims with the reason for every claim left out."""
    included, left_out = choose(group, shown)
    qualifiers = {c.qualifier for c in included}
    return Total(
        *key,
        value=sum((c.value for c in included), Decimal(0)),
        unit=group[0].unit,
        qualifier=qualifiers.pop() if len(qualifiers) == 1 else "about",
        included=tuple(c.claim_id for c in included),
        left_out=tuple(left_out),
    )


def choose(group: list[Claim], shown: set[str]) -> tuple[list[Claim], list[tuple[str, str]]]:
    """Returns (claims that add up, [(claim id, reason)] of the rest)."""
    wholes = {c.claim_id for c in group if reason_to_leave_out(c, set(), shown, []) is None}
    included: list[Claim] = []
    left_out: list[tuple[str, str]] = []
    for claim in sorted(group, key=lambda c: (-length_in_days(c.period), c.row)):
        reason = reason_to_leave_out(claim, wholes, shown, included)
        if reason:
            left_out.append((claim.claim_id, reason))
        else:
            included.append(claim)
    return included, left_out


def reason_to_leave_out(claim: Claim, wholes: set[str], shown: set[str], included: list[Claim]) -> str | None:
    """Returns why a claim must not be added to those already included, or None.

    A part stays out only for a whole that may itself be added: where the whole stands outside totals, its parts count.
    """
    if claim.value is None:
        return "no_digits"
    if not claim.in_totals:
        return "not_in_totals"
    if claim.basis == "expected":
        return "expected"
    if claim.part_of in wholes:
        return "part"
    if claim.claim_id not in shown:
        return "other_claim"
    return "overlap" if any(same_money(claim, other) for other in included) else None


def same_money(a: Claim, b: Claim) -> bool:
    """True where two claims may count the same thing twice: same subject and label, or a whole beside a source.

    Inside one document, rows with different labels are different things; across documents nothing says so.
    """
    if a.subject != b.subject or not overlap(a.period, b.period):
        return False
    if a.source_id == b.source_id:
        return a.label_zh == b.label_zh and a.what == b.what
    return a.what == b.what or "mixed" in (a.fund_source, b.fund_source)

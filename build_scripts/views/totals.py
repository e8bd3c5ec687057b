"""Sums that may be shown, and what they leave out.

A total holds money of one source and one stage, or one measure under one label. What may be added is said in
adding.py. Money of a pairing's projects counts for the pairing, unless the pairing's own figure may hold it; the money
of a bundle of projects stands for its members.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial

import pandas as pd

from build_scripts.views.adding import across, choose, may_hold_the_same, reason_alone, shared_qualifier
from build_scripts.views.model import Claim, Fact, Total
from build_scripts.views.witnesses import witness_of

MONEY_CLASSES = {  # how lists of money are divided; no sum is taken over more than one source of money
    "assistance": ("fiscal_assistance", "social_donation", "mixed"),
    "enterprise": ("enterprise_investment",),
    "unstated": ("not_stated",),  # a total investment of unknown source is no assistance
    "recipient": ("central_fiscal", "local_fiscal", "self_raised", "bank_loan"),
}
CLASS_OF = {source: name for name, group in MONEY_CLASSES.items() for source in group}
Claims = dict[str, Claim]


def derive_totals(tables: dict[str, pd.DataFrame], claims: Claims, facts: tuple[Fact, ...]) -> tuple[Total, ...]:
    """Returns the totals of every pairing, project and place over all stated periods.

    A measure has a total only where its addable claims bear one label and name one provider: figures under several
    may count different populations, so their rows are shown and no sum.
    """
    shown = {fact.shown for fact in facts}
    additive = set(tables["measures"].query("aggregation == 'sum'")["measure_id"])
    owner = pairing_of_projects(tables["projects"])
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        what = total_what(claim, additive)
        for subject in what and subjects_of(claim, owner) or ():
            groups[(*subject, what)].append(claim)
    excludes = exclusion_in(tables)
    totals = (total_of(key, group, shown, excludes) for key, group in groups.items() if under_one_label(group, shown))
    return tuple(totals)


def pairing_of_projects(projects: pd.DataFrame) -> dict[str, str]:
    """Returns project id -> pairing id for projects that name one."""
    return projects.set_index("project_id")["pairing_id"].dropna().to_dict()


def total_what(claim: Claim, additive: set[str]) -> str | None:
    """Returns what the claim may be added under, or None for measures that must not be added."""
    return claim.what if claim.table == "funds" or claim.measure_id in additive else None


def subjects_of(claim: Claim, owner: dict[str, str]) -> list[tuple[str, str]]:
    """A claim counts for its own subject and, when that is a project, for the project's pairing."""
    if claim.subject_kind == "project" and claim.subject_id in owner:
        return [claim.subject, ("pairing", owner[claim.subject_id])]
    return [claim.subject]


def under_one_label(group: list[Claim], shown: set[str]) -> bool:
    labels = {(c.label_zh, c.payer_id) for c in group if c.table == "observations" and reason_alone(c, shown) is None}
    return len(labels) <= 1


def exclusion_in(tables: dict[str, pd.DataFrame]) -> Callable[[Claim, Claim], str | None]:
    """Returns `exclusion` as a function of two claims of a ledger."""
    bundles = tables["projects"].set_index("project_id")["parent_project_id"].dropna().to_dict()
    return partial(exclusion, bundles=bundles, witness=witness_of(tables["sources"]))


def exclusion(a: Claim, b: Claim, bundles: dict[str, str], witness: Callable[[str], str]) -> str | None:
    """Returns why two claims of one total must not be added, or None."""
    if a.subject == b.subject:
        return may_hold_the_same(a, b, witness)
    if a.part_of and a.part_of == b.part_of:
        return None
    if {a.subject_kind, b.subject_kind} == {"pairing", "project"}:
        return across(a, b, "in_pairing", witness)
    is_bundled = bundles.get(a.subject_id) == b.subject_id or bundles.get(b.subject_id) == a.subject_id
    return across(a, b, "in_bundle" if is_bundled else None, witness)


def total_of(key: tuple[str, str, str], group: list[Claim], shown: set[str], excludes: Callable) -> Total:
    """Returns the total of one group of claims with the reason for every claim left out."""
    choice = choose(group, shown, excludes, width=lambda c: c.subject_kind == "project")
    return Total(
        *key,
        group[0].fund_source,
        group[0].stage,
        group[0].measure_id,
        value=choice.value,
        unit=group[0].unit,
        qualifier=shared_qualifier(choice.included),
        included=tuple(c.claim_id for c in choice.included),
        left_out=choice.left_out,
    )

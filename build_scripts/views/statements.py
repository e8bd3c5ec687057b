"""What documents print of money, statement by statement: shown claims, never a sum of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from build_scripts.views.model import Claim, Total, Views
from build_scripts.views.periods import overlap
from build_scripts.views.totals import CLASS_OF, pairing_of_projects
from build_scripts.views.witnesses import witness_of

SOURCES = list(CLASS_OF)  # of money, fiscal assistance first, in the order of a chart
FEWEST_TOTALS, FEWEST_CLAIMS = 2, 3
Statements = dict[str, list[Claim]]  # pairing -> its statements


def money_statements(views: Views) -> Statements:
    """Returns the dated statements of money of each pairing that has totals at two stages, from three claims.

    Parts of a printed whole are left out; statements come by source of money, then by the time at which
    they begin. Statements of a pairing's projects are among them.
    """
    owner = pairing_of_projects(views.tables["projects"])
    enough = [key for key, group in totals_by_pairing(views.totals).items() if is_enough(group)]
    found: Statements = defaultdict(list)
    for fact in views.facts:
        claim = views.claims[fact.shown]
        pairing = owner.get(claim.subject_id) if claim.subject_kind == "project" else claim.subject_id
        if pairing in enough and is_dated_money(claim):
            found[pairing].append(claim)
    witness = witness_of(views.tables["sources"])
    return {key: said_once(sorted(found[key], key=in_time), witness) for key in enough if key in found}


def said_once(claims: list[Claim], witness: Callable[[str], str]) -> list[Claim]:
    """Returns the claims, less what a copy repeats with the month where its original has the year, and what a document
    says again.
    """
    first: dict[tuple, Claim] = {}
    for claim in claims:
        reading = witness(claim.source_id), claim.subject, claim.payer_id, claim.fund_source, claim.stage, claim.value
        before = first.setdefault(reading, claim)
        is_said_again = before.source_id == claim.source_id and not claim.in_totals
        if (before.source_id == claim.source_id and not is_said_again) or not overlap(before.period, claim.period):
            first[*reading, claim.claim_id] = claim  # two figures of one reading are two
    kept = {claim.claim_id for claim in first.values()}
    return [claim for claim in claims if claim.claim_id in kept]


def is_dated_money(claim: Claim) -> bool:
    return claim.table == "funds" and claim.value is not None and bool(claim.period) and not claim.part_of


def in_time(claim: Claim) -> tuple:
    return SOURCES.index(claim.fund_source), claim.period, claim.row


def totals_by_pairing(totals: tuple[Total, ...]) -> dict[str, list[Total]]:
    """Returns pairing id -> its totals of money; sums of nothing are left out."""
    found: dict[str, list[Total]] = defaultdict(list)
    for total in totals:
        if total.subject_kind == "pairing" and total.what.startswith("money:") and total.included:
            found[total.subject_id].append(total)
    return dict(found)


def is_enough(group: list[Total]) -> bool:
    return len(group) >= FEWEST_TOTALS and sum(len(t.included) for t in group) >= FEWEST_CLAIMS

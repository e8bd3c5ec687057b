"""What may be said of money: the one place where it is decided for answers, titles, search, lists, shares and feeds.

A headline is a statement that one document prints for that very scope, never a sum of ours. Fiscal assistance comes
first, then other money under its printed name; the latest whole single year, else what was printed last, with its
months and its basis; always with its payer. Pages and charts word what stands here; none decides for itself.

Out of it: parts of a whole (but the one part of a mixed sum that is fiscal says what was fiscal), rows outside totals,
expected figures, figures without digits, other currencies, goods, money of a single project, and whatever only a
source of the lowest reliability says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import pandas as pd

from build_scripts.views.adding import has_open_start, reason_alone
from build_scripts.views.main_amount import NEAREST_TO_PAYMENT
from build_scripts.views.model import Claim, Fact, Reliability
from build_scripts.views.periods import last_day, span_of, years_of
from build_scripts.views.said import Headline, Statement, Subject, Window

LOWEST_RANK = 5  # of reliability: such a source never leads
IN_ORDER = (
    "fiscal_assistance",
    "mixed",
    "enterprise_investment",
    "social_donation",
    "not_stated",
    "central_fiscal",
    "local_fiscal",
    "bank_loan",
    "self_raised",
)
STALE_YEARS = 3  # a single year that ends so long before the latest statement no longer leads
PROMISED = ("budgeted", "agreed")  # said only where nothing was moved, and as what it is


def derive_headlines(
    tables: dict[str, pd.DataFrame],
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    reliability: dict[str, Reliability],
    today: str,
) -> dict[Subject, Headline]:
    """Returns (kind, id) -> Headline of each pairing and place of which something may be said."""
    shown = {fact.shown for fact in facts}
    parts = Counter((c.part_of, c.fund_source, c.stage) for c in claims.values() if c.part_of)
    providers = provider_of_pairings(tables["pairings"])
    groups: dict[Subject, list[Statement]] = defaultdict(list)
    for claim in claims.values():
        if may_lead(claim, shown, reliability) and not is_a_share(claim, claims, parts):
            groups[claim.subject].append(statement_of(claim, providers, today))
    return {subject: headline_of(group) for subject, group in groups.items()}


def may_lead(claim: Claim, shown: set[str], reliability: dict[str, Reliability]) -> bool:
    """True where a claim may stand for its subject: see the module's docstring."""
    return (
        claim.table == "funds"
        and claim.subject_kind in ("pairing", "place")
        and reason_alone(claim, shown) is None
        and reliability[claim.source_id].rank < LOWEST_RANK
    )


def is_a_share(claim: Claim, claims: dict[str, Claim], parts: Counter) -> bool:
    """True for a part of a whole of the same source of money, or one of several parts of one source."""
    if not claim.part_of:
        return False
    same_source = claims[claim.part_of].fund_source == claim.fund_source
    return same_source or parts[claim.part_of, claim.fund_source, claim.stage] > 1


def provider_of_pairings(pairings: pd.DataFrame) -> dict[str, Subject]:
    """Returns pairing id -> the provider: the organisation where one is named, else the place."""
    sides = pairings.set_index("pairing_id")[["provider_org_id", "provider_place_id"]].itertuples()
    found = {key: ("organisation", org) if org else ("place", place) for key, org, place in sides}
    return {key: payer for key, payer in found.items() if payer[1]}


def statement_of(claim: Claim, providers: dict[str, Subject], today: str) -> Statement:
    payer = ("place", claim.payer_id) if claim.payer_id else providers.get(claim.subject_id)
    window = window_said(claim)
    return Statement(
        claim.claim_id,
        claim.subject,
        payer if claim.subject_kind == "pairing" or claim.payer_id else None,
        claim.fund_source,
        claim.stage,
        window,
        years_between(window.last, today),
    )


def window_said(claim: Claim) -> Window:
    """Returns the window of a claim's figure as it must be said."""
    is_inferred = "period" in claim.inferred
    if not claim.period:
        return Window("unstated_sum" if claim.basis == "cumulative" else "unstated", None)
    if claim.basis == "as_of":
        return Window("at", claim.period, is_inferred)
    if claim.basis == "cumulative":
        return Window("until" if has_open_start(claim) else "since", claim.period, is_inferred)
    if len(years_of(claim.period)) > 1:
        return Window("span", claim.period, is_inferred)
    first, last = span_of(claim.period)
    is_whole = (first[5:], last[5:]) == ("01-01", "12-31")
    return Window("year", first[:4], is_inferred) if is_whole else Window("part", claim.period, is_inferred)


def years_between(day: str, today: str) -> int | None:
    """Returns the whole years from a day to today, never below 0; None where there is no day."""
    if not day:
        return None
    then, now = date.fromisoformat(last_day(day)), date.fromisoformat(today)
    return max(0, now.year - then.year - ((now.month, now.day) < (then.month, then.day)))


def headline_of(group: Iterable[Statement]) -> Headline:
    """Returns the best statement of fiscal assistance, and of each other kind of money whose payer is said."""
    kinds: dict[str, list[Statement]] = defaultdict(list)
    for statement in group:
        kinds[statement.fund_source].append(statement)
    best = [best_of(kinds[source]) for source in IN_ORDER if source in kinds]
    lead = next((s for s in best if s.fund_source == "fiscal_assistance" and s.payer), None)
    fiscal = sorted(kinds["fiscal_assistance"], key=lambda s: (s.window.last, s.window.period or ""), reverse=True)
    return Headline(lead, tuple(s for s in best if s is not lead and s.payer), tuple(s for s in fiscal if s.payer))


def best_of(statements: list[Statement]) -> Statement:
    """Returns the latest whole single year, unless something was printed of a time years after it."""
    latest = max((s.window.last for s in statements if s.stage not in PROMISED), default="")
    current = [s for s in statements if s.window.kind != "year" or not is_long_before(s.window.last, latest)]
    return min(current or statements, key=precedence)


def is_long_before(day: str, latest: str) -> bool:
    return bool(day and latest) and int(latest[:4]) - int(day[:4]) >= STALE_YEARS


def precedence(statement: Statement) -> tuple:
    """The order of statements of one kind; the smallest is said.

    Money moved before money promised, a whole single year before all else, then the latest; of one window, a year
    whose period is printed, then the stage nearest to payment.
    """
    window = statement.window
    last = tuple(-ord(ch) for ch in window.last) or (0,)
    return (
        statement.stage in PROMISED,
        window.kind != "year",
        last,
        window.is_inferred,
        NEAREST_TO_PAYMENT.index(statement.stage),
        statement.claim_id,
    )

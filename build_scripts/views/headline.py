"""What may be said of money: the one place where it is decided for answers, titles, search, lists, shares and feeds.

A headline is a statement that one document prints for that very scope, never a sum of ours. Fiscal assistance comes
first, then other money under its printed name; the latest whole single year, else what was printed last, with its
months and its basis; always with its payer. Pages and charts word what stands here; none decides for itself.

A single year is said only while it is current: its end lies less than STALE_YEARS before the latest statement of
assistance moved (fiscal or mixed) to the same subject. Where all that is printed of fiscal money alone is older than
that, or nothing is, the mixed sum leads under its own name.

Out of it: parts of a whole of the same subject (but the one part of a mixed sum that is fiscal says what was fiscal),
rows outside totals, expected figures, figures without digits, other currencies, goods, money of a single project, and
whatever only a source of the lowest reliability says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from build_scripts.views.adding import reason_alone
from build_scripts.views.later_sums import joint_sums, last_days, with_what_follows
from build_scripts.views.main_amount import NEAREST_TO_PAYMENT
from build_scripts.views.model import Claim, Fact, Reliability
from build_scripts.views.periods import last_day
from build_scripts.views.places import Ends
from build_scripts.views.said import Headline, Statement, Subject
from build_scripts.views.windows import window_said
from build_scripts.views.witnesses import witness_of

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
ASSISTANCE = ("fiscal_assistance", "mixed")  # a mixed sum holds fiscal money, so it tells how old a fiscal figure is
STALE_YEARS = 3  # a single year that ends so long before the latest statement of assistance no longer leads
PROMISED = ("budgeted", "agreed")  # said only where nothing was moved, and as what it is


def derive_headlines(
    tables: dict[str, pd.DataFrame],
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    reliability: dict[str, Reliability],
    ends: Ends,
    today: str,
) -> dict[Subject, Headline]:
    """Returns (kind, id) -> Headline of each pairing and place of which something may be said."""
    shown = {fact.shown for fact in facts}
    parts = Counter(portion(claim) for claim in claims.values() if claim.part_of)
    providers = provider_of_pairings(tables["pairings"])
    programmes = tables["pairings"].set_index("pairing_id")["programme"].to_dict()
    groups: dict[Subject, list[Statement]] = defaultdict(list)
    for claim in claims.values():
        if may_lead(claim, shown, reliability) and not is_a_share(claim, claims, parts):
            groups[claim.subject].append(statement_of(claim, providers, programmes, today))
    witness = witness_of(tables["sources"])
    found = {subject: headline_of(said_once(group, claims, witness)) for subject, group in groups.items()}
    whole = [c for c in claims.values() if is_whole_sum(c, shown) and not is_a_share(c, claims, parts)]
    held_back = [(c.subject, c) for c in whole if is_low(c, reliability) or is_promised(c)]
    later = last_days([*held_back, *joint_sums(tables, whole, ends)])
    return {subject: with_what_follows(each, later.get(subject, "")) for subject, each in found.items()}


def may_lead(claim: Claim, shown: set[str], reliability: dict[str, Reliability]) -> bool:
    """True where a claim may stand for its subject: see the module's docstring."""
    return may_be_said(claim, shown) and not is_low(claim, reliability)


def may_be_said(claim: Claim, shown: set[str]) -> bool:
    return is_money(claim) and reason_alone(claim, shown) is None


def is_money(claim: Claim) -> bool:
    return claim.table == "funds" and claim.subject_kind in ("pairing", "place")


def is_whole_sum(claim: Claim, shown: set[str]) -> bool:
    """True for assistance that may be said, or that could be if it were not expected only."""
    is_assistance = is_money(claim) and claim.fund_source in ASSISTANCE
    return is_assistance and reason_alone(claim, shown) in (None, "expected")


def is_promised(claim: Claim) -> bool:
    return claim.stage in PROMISED or claim.basis == "expected"


def is_low(claim: Claim, reliability: dict[str, Reliability]) -> bool:
    return reliability[claim.source_id].rank >= LOWEST_RANK


def said_once(group: list[Statement], claims: dict[str, Claim], witness: Callable[[str], str]) -> list[Statement]:
    """Returns the statements of one subject, each print once where two readings of one document give it.

    The one whose kind of money the editors did not infer is said, else the one entered first.
    """
    first: dict[tuple, Statement] = {}
    for each in sorted(group, key=lambda s: "fund_source" in claims[s.claim_id].inferred):
        claim = claims[each.claim_id]
        window = each.window.kind, each.window.period
        reading = witness(claim.source_id), claim.value, window, each.stage, each.payer
        before = first.setdefault(reading, each)
        if claims[before.claim_id].source_id == claim.source_id:
            first[*reading, each.claim_id] = each  # two figures of one reading are two
    return [each for each in group if each in first.values()]


def is_a_share(claim: Claim, claims: dict[str, Claim], parts: Counter) -> bool:
    """True for a part of a whole of the same subject and source of money, or one of several parts of one source.

    What a document divides among several subjects is for each of them all that it says of it.
    """
    if not claim.part_of:
        return False
    whole = claims[claim.part_of]
    return (whole.subject, whole.fund_source) == (claim.subject, claim.fund_source) or parts[portion(claim)] > 1


def portion(claim: Claim) -> tuple:
    """Returns what parts of one whole have in common where each is only a share of its subject's money."""
    return claim.part_of, claim.subject, claim.fund_source, claim.stage


def provider_of_pairings(pairings: pd.DataFrame) -> dict[str, Subject]:
    """Returns pairing id -> the provider: the organisation where one is named, else the place."""
    sides = pairings.set_index("pairing_id")[["provider_org_id", "provider_place_id"]].itertuples()
    found = {key: ("organisation", org) if org else ("place", place) for key, org, place in sides}
    return {key: payer for key, payer in found.items() if payer[1]}


def statement_of(
    claim: Claim, providers: dict[str, Subject], programmes: dict[str, str], today: str
) -> Statement:
    payer = ("place", claim.payer_id) if claim.payer_id else providers.get(claim.subject_id)
    window = window_said(claim, programmes.get(claim.subject_id))
    return Statement(
        claim.claim_id,
        claim.subject,
        payer if claim.subject_kind == "pairing" or claim.payer_id else None,
        claim.fund_source,
        claim.stage,
        window,
        years_between(window.last, today),
    )


def years_between(day: str, today: str) -> int | None:
    """Returns the whole years from a day to today, never below 0; None where there is no day."""
    if not day:
        return None
    then, now = date.fromisoformat(last_day(day)), date.fromisoformat(today)
    return max(0, now.year - then.year - ((now.month, now.day) < (then.month, then.day)))


def headline_of(group: Iterable[Statement]) -> Headline:
    """Returns what leads, and the best statement of each other kind of money whose payer is said."""
    kinds: dict[str, list[Statement]] = defaultdict(list)
    for statement in group:
        kinds[statement.fund_source].append(statement)
    assistance = [statement for source in ASSISTANCE for statement in kinds.get(source, ())]
    best = {
        source: best_of(kinds[source], assistance if source in ASSISTANCE else kinds[source])
        for source in IN_ORDER if source in kinds
    }  # fmt: skip
    said = {source: statement for source, statement in best.items() if statement.payer}
    lead = leading(said.get("fiscal_assistance"), said.get("mixed"))
    fiscal = sorted(
        kinds.get("fiscal_assistance", ()), key=lambda s: (s.window.last, s.window.period or ""), reverse=True
    )
    passed_over = said.get("fiscal_assistance") if lead is said.get("mixed") else None
    others = tuple(s for s in said.values() if s is not lead and s is not passed_over)
    return Headline(lead, others, tuple(s for s in fiscal if s.payer))


def leading(fiscal: Statement | None, mixed: Statement | None) -> Statement | None:
    """Returns the fiscal statement, unless there is none or it is of a time long before the mixed one."""
    if fiscal and mixed and is_long_before(fiscal.window.last, mixed.window.last) and mixed.stage not in PROMISED:
        return mixed
    return fiscal or mixed


def best_of(statements: list[Statement], beside: list[Statement]) -> Statement:
    """Returns the latest whole single year, unless something was printed `beside` it of a time years after it."""
    latest = max((s.window.last for s in beside if s.stage not in PROMISED), default="")
    current = [s for s in statements if s.window.kind != "year" or not is_long_before(s.window.last, latest)]
    return min(current or statements, key=precedence)


def is_long_before(day: str, latest: str) -> bool:
    return bool(day and latest) and int(latest[:4]) - int(day[:4]) >= STALE_YEARS


def precedence(statement: Statement) -> tuple:
    """The order of statements of one kind; the smallest is said.

    Money moved before money promised, a whole single year that is printed as such before all else, then the latest; of
    one window, the stage nearest to payment.
    """
    window = statement.window
    last = tuple(-ord(ch) for ch in window.last) or (0,)
    return (
        statement.stage in PROMISED,
        window.kind != "year" or window.is_inferred,
        last,
        NEAREST_TO_PAYMENT.index(statement.stage),
        statement.claim_id,
    )

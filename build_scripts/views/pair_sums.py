"""Assistance printed of two provinces, or within them, whatever its window: what a diagram may not show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from build_scripts.views.adding import reason_alone
from build_scripts.views.edges import Flow
from build_scripts.views.headline import ASSISTANCE, is_a_share, is_low, portion
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import last_day, years_of
from build_scripts.views.programmes import EAST_WEST, PROGRAMME_CLASSES

Pair = tuple[str, str]  # provider and recipient province
MOVED = ("received", "disbursed", "spent")


def pair_sums(views: Views) -> dict[Pair, list[Claim]]:
    """Returns pair of provinces -> the dated sums of assistance moved that are printed of them, the latest first.

    Left out are shares of a whole and what belongs to no sum, and what only a source of the lowest reliability says.
    """
    return sums_of(views, "level == 'province'")


def local_sums(views: Views) -> dict[Pair, list[Claim]]:
    """Returns pair of provinces -> such sums that are printed of their cities, counties and townships."""
    return sums_of(views, "level != 'province'")


def sums_of(views: Views, pairings: str) -> dict[Pair, list[Claim]]:
    """Returns pair of provinces -> the sums of the `pairings`, a query of that table, the latest first."""
    found: dict[Pair, list[Claim]] = defaultdict(list)
    parts = Counter(portion(claim) for claim in views.claims.values() if claim.part_of)
    for key, programme in views.tables["pairings"].query(pairings)[["pairing_id", "programme"]].to_numpy():
        if PROGRAMME_CLASSES.get(programme) == EAST_WEST:
            shown = (views.claims[fact.shown] for fact in views.index.facts.get(("pairing", key), ()))
            sums = (c for c in shown if is_sum(c) and not is_low(c, views.reliability))
            own = [claim for claim in sums if not is_a_share(claim, views.claims, parts)]
            provider, recipient = views.ends[key]
            found[views.places.province_of(provider), views.places.province_of(recipient)] += own
    return {pair: sorted(sums, key=in_time, reverse=True) for pair, sums in found.items()}


def is_sum(claim: Claim) -> bool:
    """True for dated assistance moved that belongs to a sum: neither expected nor goods, of a claim that is shown."""
    is_assistance = claim.fund_source in ASSISTANCE and claim.stage in MOVED
    return bool(is_assistance and claim.period and reason_alone(claim, {claim.claim_id}) is None)


def in_time(claim: Claim) -> tuple:
    return last_day(claim.period.rpartition("/")[2]), claim.value


def sum_beside(period: str, drawn: Collection[str], sums: list[Claim]) -> Claim | None:
    """Returns the sum of those not `drawn` that says most of a period: one that ends in it before one that ends later,
    the later before the earlier; None where none has a year in common with it.
    """
    years = set(years_of(period))
    near = [each for each in sums if each.claim_id not in drawn and years.intersection(years_of(each.period))]
    return max(near, key=lambda each: (years_of(each.period)[-1] in years, *in_time(each)), default=None)


def larger_beside(period: str, flow: Flow, sums: list[Claim]) -> Claim | None:
    """Returns the largest of the sums of cities and counties above all that a flow draws of them, if anything: of those
    inside the period before those with a year in common; None where there is none.
    """
    years = set(years_of(period))
    near = (c for c in sums if c.claim_id not in flow.claims and years.intersection(years_of(c.period)))
    larger = (c for c in near if c.value > (flow.value or 0))
    return max(larger, key=lambda claim: (years.issuperset(years_of(claim.period)), claim.value), default=None)

"""Assistance printed of two provinces themselves, whatever its window: what the diagram of a period may not show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from build_scripts.views.headline import ASSISTANCE, LOWEST_RANK, is_a_share, portion
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import last_day, years_of
from build_scripts.views.programmes import EAST_WEST, PROGRAMME_CLASSES

Pair = tuple[str, str]  # provider and recipient province
MOVED = ("received", "disbursed", "spent")


def pair_sums(views: Views) -> dict[Pair, list[Claim]]:
    """Returns pair of provinces -> the dated sums of assistance moved that are printed of them, the latest first.

    Left out are shares of a whole and what belongs to no sum, and what only a source of the lowest reliability says.
    """
    found: dict[Pair, list[Claim]] = defaultdict(list)
    parts = Counter(portion(claim) for claim in views.claims.values() if claim.part_of)
    for row in views.tables["pairings"].query("level == 'province'").to_dict("records"):
        if PROGRAMME_CLASSES.get(row["programme"]) == EAST_WEST:
            shown = (views.claims[fact.shown] for fact in views.index.facts.get(("pairing", row["pairing_id"]), ()))
            sums = (c for c in shown if is_sum(c) and views.reliability[c.source_id].rank < LOWEST_RANK)
            own = [claim for claim in sums if not is_a_share(claim, views.claims, parts)]
            found[row["provider_place_id"], row["recipient_place_id"]] += own
    return {pair: sorted(sums, key=in_time, reverse=True) for pair, sums in found.items()}


def is_sum(claim: Claim) -> bool:
    is_assistance = claim.fund_source in ASSISTANCE and claim.stage in MOVED
    return bool(is_assistance and claim.in_totals and claim.value is not None and claim.period)


def in_time(claim: Claim) -> tuple:
    return last_day(claim.period.rpartition("/")[2]), claim.value


def sum_beside(period: str, drawn: Collection[str], sums: list[Claim]) -> Claim | None:
    """Returns the sum of those not `drawn` that says most of a period: one that ends in it before one that ends later,
    the later before the earlier; None where none has a year in common with it.
    """
    years = set(years_of(period))
    near = [each for each in sums if each.claim_id not in drawn and years.intersection(years_of(each.period))]
    return max(near, key=lambda each: (years_of(each.period)[-1] in years, *in_time(each)), default=None)

"""Assistance printed of two provinces themselves, whatever its window: what the diagram of a period may not show."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.views.headline import ASSISTANCE, LOWEST_RANK
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import last_day, years_of
from build_scripts.views.programmes import EAST_WEST, PROGRAMME_CLASSES

Pair = tuple[str, str]  # provider and recipient province
MOVED = ("received", "disbursed", "spent")


def pair_sums(views: Views) -> dict[Pair, list[Claim]]:
    """Returns pair of provinces -> the dated sums of assistance moved that are printed of them, the latest first.

    Left out are parts of a whole and what belongs to no sum, and what only a source of the lowest reliability says.
    """
    found: dict[Pair, list[Claim]] = defaultdict(list)
    for row in views.tables["pairings"].query("level == 'province'").to_dict("records"):
        if PROGRAMME_CLASSES.get(row["programme"]) == EAST_WEST:
            shown = (views.claims[fact.shown] for fact in views.index.facts.get(("pairing", row["pairing_id"]), ()))
            sums = [c for c in shown if is_sum(c) and views.reliability[c.source_id].rank < LOWEST_RANK]
            found[row["provider_place_id"], row["recipient_place_id"]] += sums
    return {pair: sorted(sums, key=in_time, reverse=True) for pair, sums in found.items()}


def is_sum(claim: Claim) -> bool:
    is_assistance = claim.fund_source in ASSISTANCE and claim.stage in MOVED
    return bool(is_assistance and claim.in_totals and not claim.part_of and claim.value is not None and claim.period)


def in_time(claim: Claim) -> tuple:
    return last_day(claim.period.rpartition("/")[2]), claim.value


def sum_beside(period: str, sums: list[Claim]) -> Claim | None:
    """Returns the latest of the sums whose window has a year in common with the period."""
    years = set(years_of(period))
    return next((claim for claim in sums if years.intersection(years_of(claim.period))), None)

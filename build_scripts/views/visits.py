"""Who went where: figures of people and delegations by pairing, kind and direction.

Visits of several years are added; people posted are not: whoever stays two years is counted in both. Of them stands
what is printed of one window: the latest for which both directions have a figure, else the latest of each.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from build_scripts.views.adding import added, shared_qualifier
from build_scripts.views.model import Claim, Total, Views
from build_scripts.views.periods import span_of

KINDS = ("delegates", "delegations", "officials", "specialists")  # measures `<kind>_to_recipient`, `…_to_provider`
POSTED = ("officials", "specialists")  # people who stay, often longer than a year
DIRECTIONS = {"to_recipient": ("provider", "recipient"), "to_provider": ("recipient", "provider")}  # (from, to)
Ways = dict[str, Total]  # direction -> total
Claims = dict[str, Claim]


def ways_by_pairing(views: Views) -> dict[str, dict[str, Ways]]:
    """Returns pairing -> kind -> direction -> total; only those with a figure, of people posted those of one window."""
    measures = {f"measure:{kind}_{way}": (kind, way) for kind in KINDS for way in DIRECTIONS}
    found: dict = defaultdict(lambda: defaultdict(dict))
    for total in views.totals:
        if total.subject_kind == "pairing" and total.what in measures and total.included:
            kind, way = measures[total.what]
            found[total.subject_id][kind][way] = total
    return {
        pairing: {
            kind: of_one_window(kinds[kind], views.claims) if kind in POSTED else kinds[kind]
            for kind in KINDS if kind in kinds
        }
        for pairing, kinds in found.items()
    }  # fmt: skip


def of_one_window(ways: Ways, claims: Claims) -> Ways:
    """Returns what the totals of both directions hold of one window; figures of other windows are not in it."""
    periods = {way: {claims[key].period or "" for key in total.included} for way, total in ways.items()}
    shared = set.intersection(*periods.values())
    return {way: of_window(total, latest(shared or periods[way]), claims) for way, total in ways.items()}


def latest(periods: set[str]) -> str:
    """Returns the period that ends last, of those the one that begins last."""
    return max(periods, key=lambda period: (span_of(period) or ("", ""))[::-1])


def of_window(total: Total, period: str, claims: Claims) -> Total:
    kept = [claims[key] for key in total.included if (claims[key].period or "") == period]
    ids = tuple(claim.claim_id for claim in kept)
    return replace(total, value=added(kept), qualifier=shared_qualifier(kept), included=ids)

"""Who went where: totals of people and delegations by pairing, kind and direction."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.views.model import Total

KINDS = ("delegates", "delegations", "officials", "specialists")  # measures `<kind>_to_recipient`, `…_to_provider`
DIRECTIONS = {"to_recipient": ("provider", "recipient"), "to_provider": ("recipient", "provider")}  # (from, to)
Ways = dict[str, Total]  # direction -> total


def ways_by_pairing(totals: tuple[Total, ...]) -> dict[str, dict[str, Ways]]:
    """Returns pairing -> kind -> direction -> total; only those with a figure."""
    measures = {f"measure:{kind}_{way}": (kind, way) for kind in KINDS for way in DIRECTIONS}
    found: dict = defaultdict(lambda: defaultdict(dict))
    for total in totals:
        if total.subject_kind == "pairing" and total.what in measures and total.included:
            kind, way = measures[total.what]
            found[total.subject_id][kind][way] = total
    return {pairing: {kind: kinds[kind] for kind in KINDS if kind in kinds} for pairing, kinds in found.items()}

"""Money of the whole ledger, one sum a programme, class and stage: the only totals that cross pairings.

A sum takes what the totals of the pairings take, and leaves out what a wider pairing already holds: where both a
province's and its county's pairing print money of one stage for periods that overlap, the wider one is kept.
The two rounds of East–West collaboration are one programme here; other programmes stay apart, and rows that
mix programmes belong to none. Money stated of a place alone stays out, since nothing says whether a pairing's
figure holds it already. Such a sum is what this ledger has read, never what was paid in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

from build_scripts.views.model import Claim, Total
from build_scripts.views.periods import overlap
from build_scripts.views.places import PlaceIndex
from build_scripts.views.programmes import PROGRAMME_CLASSES

Claims = dict[str, Claim]
Wider = dict[str, tuple[str, ...]]  # pairing id -> the pairings that hold it
LEDGER = "ledger"  # subject kind of these totals; the id is the programme


def derive_ledger_totals(
    pairings: pd.DataFrame, claims: Claims, totals: tuple[Total, ...], wider: Wider
) -> tuple[Total, ...]:
    """Returns one Total for each programme and `money:<class>:<stage>`, in order of first appearance."""
    programmes = dict(zip(pairings["pairing_id"], pairings["programme"], strict=True))
    groups: dict[tuple[str, str], list[Total]] = defaultdict(list)
    for total in totals:
        programme = PROGRAMME_CLASSES.get(programmes.get(total.subject_id))
        if programme and total.subject_kind == "pairing" and total.what.startswith("money:"):
            groups[programme, total.what].append(total)
    return tuple(ledger_total(*key, group, claims, wider) for key, group in groups.items())


def ledger_total(programme: str, what: str, group: list[Total], claims: Claims, wider: Wider) -> Total:
    """Returns the sum of the pairings' totals of one programme, class and stage."""
    held = {total.subject_id: [claims[c] for c in total.included] for total in group}
    included: list[Claim] = []
    left_out: list[tuple[str, str]] = []
    for total in group:
        left_out += total.left_out
        above = [claim for pairing in wider.get(total.subject_id, ()) for claim in held.get(pairing, ())]
        for claim in held[total.subject_id]:
            if any(overlap(claim.period, other.period) for other in above):
                left_out.append((claim.claim_id, "wider_pairing"))
            else:
                included.append(claim)
    qualifiers = {c.qualifier for c in included}
    return Total(
        LEDGER,
        programme,
        what,
        value=sum((c.value for c in included), Decimal(0)),
        unit="cny",
        qualifier=qualifiers.pop() if len(qualifiers) == 1 else "about",
        included=tuple(c.claim_id for c in included),
        left_out=tuple(left_out),
    )


def wider_pairings(pairings: pd.DataFrame, places: PlaceIndex) -> Wider:
    """Returns pairing id -> the pairings that hold it: its parents, and those whose ends lie above its own."""
    rows = {row["pairing_id"]: row for row in pairings.to_dict("records")}
    by_ends = defaultdict(list)
    for key, row in rows.items():
        by_ends[row["provider_place_id"], row["recipient_place_id"]].append(key)
    return {
        key: tuple(dict.fromkeys([*pairing_parents(key, rows), *place_parents(row, by_ends, places, key)]))
        for key, row in rows.items()
    }


def pairing_parents(key: str, rows: dict[str, dict]) -> Iterable[str]:
    """Yields the chain of `parent_pairing_id`; a circle ends it."""
    seen = {key}
    while (key := rows[key]["parent_pairing_id"]) in rows and key not in seen:
        seen.add(key)
        yield key


def place_parents(row: dict, by_ends: dict, places: PlaceIndex, own: str) -> Iterable[str]:
    """Yields pairings between places at or above both ends of a row."""
    for provider in places.chain(row["provider_place_id"]):
        for recipient in places.chain(row["recipient_place_id"]):
            if (provider, recipient) != (row["provider_place_id"], row["recipient_place_id"]):
                yield from (key for key in by_ends.get((provider, recipient), ()) if key != own)

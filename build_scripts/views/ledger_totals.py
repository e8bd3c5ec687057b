"""Money of the whole ledger, one sum a programme, source of money and stage: the only totals that cross pairings.

A sum takes what the totals of the pairings take. Where a pairing and a wider one, or two rounds of one pairing, print
money of one stage for windows that may meet, what says more is kept (adding.py). The two rounds of East–West
cooperation are one programme here; other programmes stay apart, and rows that mix programmes belong to none. Money
stated of a place alone stays out, since nothing says whether a pairing's figure holds it already. Such a sum is what
this ledger has read, never what was paid in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pandas as pd

from build_scripts.views.adding import across, choose, shared_qualifier
from build_scripts.views.model import Claim, Total
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.programmes import PROGRAMME_CLASSES
from build_scripts.views.witnesses import witness_of

Claims = dict[str, Claim]
Wider = dict[str, tuple[str, ...]]  # pairing id -> the pairings that hold it
LEDGER = "ledger"  # subject kind of these totals; the id is the programme


def derive_ledger_totals(
    tables: dict[str, pd.DataFrame], claims: Claims, totals: tuple[Total, ...], wider: Wider
) -> tuple[Total, ...]:
    """Returns one Total for each programme and `money:<fund source>:<stage>`, in order of first appearance."""
    pairings, witness = tables["pairings"], witness_of(tables["sources"])
    ends, programmes = printed_ends(pairings), pairings.set_index("pairing_id")["programme"]
    families = families_of(wider, ends)
    groups: dict[tuple[str, str], list[Total]] = defaultdict(list)
    for total in totals:
        if total.subject_kind == "pairing" and total.fund_source:
            programme = PROGRAMME_CLASSES.get(programmes[total.subject_id])
            groups[programme, total.what].append(total)
    found = {key: group for key, group in groups.items() if key[0]}
    return tuple(ledger_total(*key, group, claims, wider, ends, families, witness) for key, group in found.items())


def ledger_total(
    programme: str,
    what: str,
    group: list[Total],
    claims: Claims,
    wider: Wider,
    ends: Ends,
    families: dict[str, str],
    witness: Callable[[str], str],
) -> Total:
    """Returns the sum of the pairings' totals of one programme, source of money and stage."""
    pairing = {key: total.subject_id for total in group for key in total.included}

    def excludes(a: Claim, b: Claim) -> str | None:
        x, y = pairing[a.claim_id], pairing[b.claim_id]
        return across(a, b, between_pairings(x, y, wider, ends), witness) if x != y else None

    choice = choose(
        [claims[key] for key in pairing],
        set(pairing),
        excludes,
        width=lambda claim: len(wider[pairing[claim.claim_id]]),
        family=lambda claim: families[pairing[claim.claim_id]],
    )
    return Total(
        LEDGER,
        programme,
        what,
        group[0].fund_source,
        group[0].stage,
        None,
        value=choice.value,
        unit="cny",
        qualifier=shared_qualifier(choice.included),
        included=tuple(c.claim_id for c in choice.included),
        left_out=tuple(pair for total in group for pair in total.left_out) + choice.left_out,
    )


def families_of(wider: Wider, ends: Ends) -> dict[str, str]:
    """Returns pairing id -> one pairing of its family: those that the rules of `between_pairings` may tie together."""
    tied: dict[str, set[str]] = defaultdict(set)
    first: dict[tuple, str] = {}  # ends -> the first pairing that has them
    for key, above in wider.items():
        for other in (*above, first.setdefault(ends[key], key)):
            tied[key].add(other)
            tied[other].add(key)
    found: dict[str, str] = {}
    for start in wider:
        waiting = [] if start in found else [start]
        while waiting:
            key = waiting.pop()
            found[key] = start
            waiting += [other for other in tied[key] if other not in found]
    return found


def between_pairings(x: str, y: str, wider: Wider, ends: Ends) -> str | None:
    """Returns why money of two pairings must not be added where its windows meet, or None."""
    if x in wider[y] or y in wider[x]:
        return "wider_pairing"
    return "overlap" if ends[x] == ends[y] and all(ends[x]) else None


def printed_ends(pairings: pd.DataFrame) -> Ends:
    """Returns pairing id -> (provider place, recipient place) as its row has them."""
    return {row["pairing_id"]: (row["provider_place_id"], row["recipient_place_id"])
            for row in pairings.to_dict("records")}  # fmt: skip


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

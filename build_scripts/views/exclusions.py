"""Which claims must not be added to which: the rules of every sum as pairs, for whoever adds a selection of rows.

A script in the browser cannot know windows, copies and bundles; it is told who excludes whom, and only chooses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations, product

import pandas as pd

from build_scripts.views.adding import across, reason_alone
from build_scripts.views.ledger_totals import between_pairings, printed_ends
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import length_in_days
from build_scripts.views.places import Ends
from build_scripts.views.totals import exclusion_in, pairing_of_projects, total_what
from build_scripts.views.witnesses import witness_of

Owner = tuple[str, str]  # whose claims are added first: a pairing with its projects, else the subject
Edge = tuple[str, str, str]  # claim id, claim id, reason


def adding_frame(views: Views) -> pd.DataFrame:
    """Returns a row a claim: `added_under`, `reason_alone`, `excludes` and `adding_order`.

    `added_under` is what it may be added under (missing for what is never added), `reason_alone` why it belongs to no
    sum; `excludes` lists, with spaces, `id:reason` of those it must not be added to; of two, the one with the smaller
    `adding_order` is taken first.
    """
    shown = {fact.shown for fact in views.facts}
    additive = set(views.tables["measures"].query("aggregation == 'sum'")["measure_id"])
    ordered = sorted(views.claims.values(), key=lambda c: (-length_in_days(c.period), c.row))
    places = {claim.claim_id: place for place, claim in enumerate(ordered)}
    alone = {key: reason_alone(claim, shown) for key, claim in views.claims.items()}
    under = {key: total_what(claim, additive) for key, claim in views.claims.items()}
    addable = [claim for key, claim in views.claims.items() if under[key] and alone[key] is None]
    others = defaultdict(list)
    for a, b, reason in edges(views, addable, under):
        others[a].append(f"{b}:{reason}")
        others[b].append(f"{a}:{reason}")
    rows = [
        {"claim_id": key, "added_under": under[key], "reason_alone": alone[key],
         "excludes": " ".join(others[key]) or None, "adding_order": places[key]}
        for key in views.claims
    ]  # fmt: skip
    return pd.DataFrame(rows, dtype=object)


def edges(views: Views, addable: list[Claim], under: dict[str, str]) -> Iterator[Edge]:
    """Yields every pair of claims that may be added alone and must not be added together."""
    pairing_of, excludes = pairing_of_projects(views.tables["projects"]), exclusion_in(views.tables)
    ends, witness = printed_ends(views.tables["pairings"]), witness_of(views.tables["sources"])
    groups: dict[str, dict[Owner, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in addable:
        groups[under[claim.claim_id]][owner_of(claim, pairing_of)].append(claim)
    for owners in groups.values():
        for own in owners.values():
            yield from pairs(combinations(own, 2), excludes)
        for (x, y), reason in owners_that_meet(owners, views, ends):
            yield from pairs(product(owners[x], owners[y]), partial(across, reason=reason, witness=witness))


def pairs(candidates: Iterable[tuple[Claim, Claim]], excludes) -> Iterator[Edge]:
    for a, b in candidates:
        if reason := excludes(a, b):
            yield a.claim_id, b.claim_id, reason


def owner_of(claim: Claim, pairing_of: dict[str, str]) -> Owner:
    pairing = pairing_of.get(claim.subject_id) if claim.subject_kind == "project" else None
    return ("pairing", pairing) if pairing else claim.subject


def owners_that_meet(owners: Iterable[Owner], views: Views, ends: Ends) -> Iterator[tuple[tuple[Owner, Owner], str]]:
    """Yields pairs of owners of which one may hold the money of the other, with the reason."""
    pairings = [owner for owner in owners if owner[0] == "pairing"]
    for x, y in combinations(pairings, 2):
        if reason := between_pairings(x[1], y[1], views.wider, ends):
            yield (x, y), reason
    places = {owner for owner in owners if owner[0] == "place"}
    for owner in owners:
        spot = place_of(owner, views)
        for above in views.places.chain(spot):
            if ("place", above) in places and owner != ("place", above):
                yield (owner, ("place", above)), "wider_place"


def place_of(owner: Owner, views: Views) -> str | None:
    """Returns the place of what names no pairing; None for pairings and organisations."""
    kind, key = owner
    return views.index.rows["projects"][key]["place_id"] if kind == "project" else key if kind == "place" else None

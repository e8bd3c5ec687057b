"""Where each figure stands among the figures of its document: the order in which a source's page lists them."""

from __future__ import annotations

from build_scripts.views.model import Claim

LAST = 10**12  # what has no offset comes after what has one


def places_in_sources(claims: dict[str, Claim]) -> dict[str, int]:
    """Returns claim id -> 1 for the first figure of its source, 2 for the next: by offset, then by table and row."""
    ordered = sorted(claims.values(), key=lambda c: (LAST if c.start is None else c.start, c.table, c.row))
    counts: dict[str, int] = {}
    places = {}
    for claim in ordered:
        places[claim.claim_id] = counts[claim.source_id] = counts.get(claim.source_id, 0) + 1
    return places

"""Which claims of a flow may be added, the widest area and the longest period first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from build_scripts.views.adding import across, choose, may_hold_the_same, reaches_back
from build_scripts.views.edges import Edge
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of
from build_scripts.views.places import PlaceIndex

Row = tuple[Edge, Claim]
LEVEL_ORDER = {"province": 0, "city": 1, "mixed": 2, "county": 3}  # what else there is comes last
END_OF_TIME = "9999"


@dataclass(frozen=True)
class Known:
    """What every sum of a flow asks: the claims that facts show, the places, and of which document each is a copy."""

    shown: set[str]
    places: PlaceIndex
    witness: Callable[[str], str]


def total(claims: list[Claim]) -> Decimal:
    return sum((c.value for c in claims), Decimal(0))


def add_up(rows: list[Row], key: str, known: Known) -> tuple[list[Claim], list[tuple[str, str]]]:
    """Returns (claims that may be added, [(claim id, reason)] of the rest).

    Reasons: those of adding.py; `open_start`, a figure of which nobody knows since when: cumulative, or of a day;
    `period`, a figure that reaches beyond the flow's period; `wider`, a figure that may be counted in another one of a
    wider area.
    """
    edge_of = {claim.claim_id: edge for edge, claim in rows}
    outside = [(c.claim_id, reason) for _, c in rows if (reason := reason_of_window(c, key))]
    within = [claim for _, claim in rows if not reason_of_window(claim, key)]

    def excludes(a: Claim, b: Claim) -> str | None:
        x, y = edge_of[a.claim_id], edge_of[b.claim_id]
        if x.pairing_id == y.pairing_id:
            return may_hold_the_same(a, b, known.witness)
        reason = "overlap" if x.ends == y.ends else "wider" if same_area(x, y, known.places) else None
        return across(a, b, reason, known.witness)

    choice = choose(within, known.shown, excludes, width=lambda claim: width_of(edge_of[claim.claim_id]))
    return list(choice.included), [*outside, *choice.left_out]


def reason_of_window(claim: Claim, key: str) -> str | None:
    """Returns why a claim's window does not belong to the flow's period, or None."""
    if reaches_back(claim):
        return "open_start"
    return None if inside(claim.period, key) else "period"


def width_of(edge: Edge) -> int:
    return LEVEL_ORDER.get(edge.level, len(LEVEL_ORDER))


def same_area(a: Edge, b: Edge, places: PlaceIndex) -> bool:
    """True where both ends of two pairings lie in one another: the money of one may be in the other's."""
    return all(places.related(x, y) for x, y in zip(a.ends, b.ends, strict=True))


def bounded(period: str) -> str:
    """Returns a period whose open end lies after everything."""
    return period + END_OF_TIME if period.endswith("/") else period


def inside(period: str, key: str) -> bool:
    (first, last), (low, high) = span_of(period), span_of(bounded(key))
    return low <= first and last <= high


def covers(claims: list[Claim], key: str) -> bool:
    """True where the claims' periods leave no day of a period open; never for one that is still running."""
    if key.endswith("/"):
        return False
    first, last = map(date.fromisoformat, span_of(key))
    for low, high in sorted(span_of(c.period) for c in claims):
        if date.fromisoformat(low) > first:
            return False
        first = max(first, date.fromisoformat(high) + timedelta(days=1))
    return first > last

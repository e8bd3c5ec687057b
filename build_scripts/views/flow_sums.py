"""Which claims of a flow may be added, the widest area and the longest period first."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from build_scripts.views.edges import Edge
from build_scripts.views.model import Claim
from build_scripts.views.periods import length_in_days, overlap, span_of
from build_scripts.views.places import PlaceIndex
from build_scripts.views.totals import reason_to_leave_out

Row = tuple[Edge, Claim]
LEVEL_ORDER = {"province": 0, "city": 1, "mixed": 2, "county": 3}  # what else there is comes last
END_OF_TIME = "9999"


def total(claims: list[Claim]) -> Decimal:
    return sum((c.value for c in claims), Decimal(0))


def add_up(
    rows: list[Row], key: str, shown: set[str], places: PlaceIndex
) -> tuple[list[Claim], list[tuple[str, str]]]:
    """Returns (claims that may be added, [(claim id, reason)] of the rest).

    Reasons: those of Total; `open_start`, a cumulative figure that does not say since when; `period`, a
    figure that reaches beyond the flow's period; `wider`, a figure that may be counted in another one of a
    wider area.
    """
    present = {claim.claim_id for _, claim in rows}
    included: list[Row] = []
    left_out: list[tuple[str, str]] = []
    for row in sorted(rows, key=widest_first):
        reason = reason_to_leave_row(row, key, present, shown, included, places)
        if reason:
            left_out.append((row[1].claim_id, reason))
        else:
            included.append(row)
    return [claim for _, claim in included], left_out


def widest_first(row: Row) -> tuple[int, int, int]:
    edge, claim = row
    return LEVEL_ORDER.get(edge.level, len(LEVEL_ORDER)), -length_in_days(claim.period), claim.row


def reason_to_leave_row(
    row: Row, key: str, present: set[str], shown: set[str], included: list[Row], places: PlaceIndex
) -> str | None:
    """Returns why a claim must not be added to those already included, or None."""
    edge, claim = row
    if claim.basis == "cumulative" and "/" not in claim.period:
        return "open_start"
    if not inside(claim.period, key):
        return "period"
    reason = reason_to_leave_out(claim, present, shown, [c for _, c in included])
    if reason:
        return reason
    others = [e for e, c in included if e.pairing_id != edge.pairing_id and overlap(c.period, claim.period)]
    if any(e.ends == edge.ends for e in others):
        return "overlap"
    return "wider" if any(same_area(edge, e, places) for e in others) else None


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

"""Printed numbers of counties and of county pairs, each held against the pairings that the ledger can name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_scripts.views.coverage import PrintedCount
from build_scripts.views.dated_pairings import PROGRAMMES, DatedPairing, round_of
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of
from build_scripts.views.places import PlaceIndex

MEASURES = ("counties_covered", "counties_provider", "pairs_county")
COUNTRY = ("place", "cn")
Wider = dict[str, tuple[str, ...]]


def printed_counts(
    shown: Iterable[Claim], dated: dict[str, DatedPairing], places: PlaceIndex, wider: Wider
) -> tuple[PrintedCount, ...]:
    """Returns a line for each printed number with a period, the latest first.

    Of pairings other than East–West ones there is none, nor of counties newly paired (basis in_period). A number
    printed of a place other than the country stands, but is held against nothing: whose helpers are counted is said
    only in its words.
    """
    found = [
        count_of(claim, dated, places, wider)
        for claim in shown
        if claim.measure_id in MEASURES and claim.period and claim.basis == "as_of" and claim.value is not None
        and (claim.subject_kind == "place" or claim.subject_id in dated)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda count: (span_of(count.period)[::-1], count.printed), reverse=True))


def count_of(claim: Claim, dated: dict[str, DatedPairing], places: PlaceIndex, wider: Wider) -> PrintedCount:
    round_key = round_of(claim.period)
    is_held = claim.subject == COUNTRY or claim.subject_kind == "pairing"
    programme = dated[claim.subject_id].programme if claim.subject_kind == "pairing" else PROGRAMMES[round_key]
    inner = [p for p in dated.values() if is_held and p.programme == programme
             and (claim.subject == COUNTRY or claim.subject_id in wider[p.pairing_id])]  # fmt: skip
    counted = counted_by(claim.measure_id, places)
    known = named_in(inner, "paired", claim.period, counted)
    undated = named_in(inner, "undated", claim.period, counted)
    return PrintedCount(
        round_key, claim.claim_id, *claim.subject, claim.measure_id, claim.period, int(claim.value),
        known, tuple(key for key in undated if key not in known), is_held,
    )  # fmt: skip


def named_in(
    pairings: list[DatedPairing], state: str, period: str, counted: Callable[[DatedPairing], str | None]
) -> tuple[str, ...]:
    found = {counted(pairing) for pairing in pairings if pairing.state_in(period) == state}
    return tuple(sorted(found - {None}))


def counted_by(measure_id: str, places: PlaceIndex) -> Callable[[DatedPairing], str | None]:
    """Returns what a measure counts in a pairing: its county at one end, or both; None where that is no county."""
    def county(place_id: str | None) -> str | None:
        return place_id if places.level(place_id) == "county" else None

    def counted(pairing: DatedPairing) -> str | None:
        provider, recipient = county(pairing.provider_id), county(pairing.recipient_id)
        match measure_id:
            case "counties_provider":
                return provider if recipient else None
            case "pairs_county":
                return f"{provider}/{recipient}" if provider and recipient else None
        return recipient

    return counted

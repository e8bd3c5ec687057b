"""Every recipient with its providers through the rounds."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from build_scripts.views.places import PlaceIndex

PROVIDER = ("provider_place_id", "provider_org_id")
TERM = ("valid_from", "valid_to", "dates_basis")


@dataclass(frozen=True)
class PairedRow:
    """One pairing as seen from its recipient; ends that are organisations have no place of their own."""

    recipient_place_id: str
    county_id: str | None  # the county the recipient is or lies in; None for cities, provinces and groups
    provider_place_id: str | None
    provider_org_id: str | None
    programme: str
    level: str
    valid_from: str | None
    valid_to: str | None
    dates_basis: str
    pairing_id: str


def who_is_paired(pairings: pd.DataFrame, places: PlaceIndex) -> tuple[PairedRow, ...]:
    """Returns every pairing with a recipient place, by recipient, then by beginning (unstated last)."""
    found = [paired_row(row, places) for row in pairings.to_dict("records") if row["recipient_place_id"]]
    return tuple(sorted(found, key=lambda r: (r.recipient_place_id, r.valid_from or "9999", r.pairing_id)))


def paired_row(row: dict, places: PlaceIndex) -> PairedRow:
    recipient = row["recipient_place_id"]
    return PairedRow(
        recipient_place_id=recipient,
        county_id=places.county_of(recipient),
        **{name: row[name] for name in (*PROVIDER, *TERM, "programme", "level", "pairing_id")},
    )

"""The helpers of a county, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.views.answers import is_pair_judged, stated_pairs
from build_scripts.views.gaps import ANNOUNCED, FIRST_YEAR, WINDOW, term_years
from build_scripts.views.model import Views
from build_scripts.views.who_is_paired import PairedRow

ROUNDS = {"ew1": (FIRST_YEAR, 2020), "ew2": (2021, None), "gz": (2013, None)}  # programme -> its years


@dataclass(frozen=True)
class Leg:
    """One helper's term. `state`: printed | window (the years that a document speaks of) | round (the end, or both
    years, follow from the round) | undated. `is_judged` where no document pairs the two.
    """

    pairing_id: str
    period: str
    state: str
    is_judged: bool


def relays(views: Views) -> dict[str, list[Leg]]:
    """Returns county -> its helpers in time, for counties that have had at least two."""
    pairings = views.tables["pairings"].set_index("pairing_id", drop=False).to_dict("index")
    latest = views.gaps.latest_year
    found: dict[str, list[PairedRow]] = {}
    for row in views.paired:
        is_of_counties = row.county_id == row.recipient_place_id and row.level == "county"
        if is_of_counties and row.programme in ROUNDS and row.dates_basis != ANNOUNCED:
            found.setdefault(row.county_id, []).append(row)
    helpers = {place: {row.provider_place_id or row.provider_org_id for row in rows} for place, rows in found.items()}
    several = {place: rows for place, rows in found.items() if len(helpers[place]) > 1}
    stated = stated_pairs(views.tables)

    def leg(row: dict) -> Leg:
        return Leg(row["pairing_id"], *term_in(row, latest), is_pair_judged(row) and row["pairing_id"] not in stated)

    legs = {place: [leg(pairings[row.pairing_id]) for row in rows] for place, rows in several.items()}
    return {place: sorted(each, key=lambda leg: (leg.period, leg.pairing_id)) for place, each in legs.items()}


def term_in(row: dict, latest: int) -> tuple[str, str]:
    """Returns the period of a pairing, over its round where it is undated, and how it is known: see Leg."""
    years = term_years(row, latest)
    if years is None:
        first, last = ROUNDS[row["programme"]]
        return f"{first}/{last or latest}", "undated"
    period = f"{years[0]:04d}/{years[-1]:04d}" if len(years) > 1 else f"{years[0]:04d}"
    if row["dates_basis"] == WINDOW:
        return period, WINDOW
    return period, "printed" if row["dates_basis"] == "printed" and row["valid_to"] else "round"

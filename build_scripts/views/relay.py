"""The helpers of a county, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.views.gaps import ANNOUNCED, FIRST_YEAR, term_years
from build_scripts.views.model import Views
from build_scripts.views.periods import years_of
from build_scripts.views.who_is_paired import PairedRow

ROUNDS = {"ew1": (FIRST_YEAR, 2020), "ew2": (2021, None), "gz": (2013, None)}  # programme -> its years


@dataclass(frozen=True)
class Leg:
    """One helper's term. `state`: printed | round (the end, or both years, follow from the round) | undated."""

    pairing_id: str
    period: str
    state: str


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
    legs = {place: [leg_of(pairings[row.pairing_id], latest) for row in rows] for place, rows in several.items()}
    return {place: sorted(each, key=lambda leg: (leg.period, leg.pairing_id)) for place, each in legs.items()}


def leg_of(row: dict, latest: int) -> Leg:
    years = term_years(row, latest)
    if years is None:
        first, last = ROUNDS[row["programme"]]
        return Leg(row["pairing_id"], f"{first}/{last or latest}", "undated")
    period = f"{years[0]}/{years[-1]}" if len(years) > 1 else str(years[0])
    return Leg(row["pairing_id"], period, "printed" if row["dates_basis"] == "printed" and row["valid_to"] else "round")


def turns(terms: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Returns helpers, given with their periods in time; those whose terms share more than the year of a change stand
    together.
    """
    found: list[list[str]] = []
    last = first = 0
    for helper, period in terms:
        years = years_of(period)
        if found and (years[0] < last or years[0] == first):
            found[-1] += [helper] * (helper not in found[-1])
            last = max(last, years[-1])
        else:
            found.append([helper])
            first, last = years[0], years[-1]
    return found

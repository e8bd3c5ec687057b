"""For which years something is known: of each pairing within its term, and of each province.

A year is `known` where a figure covers that year alone, `range` where only a figure over several years (or a
cumulative one, whose beginning may lie earlier) covers it, else `unknown`. Expected figures, figures that
lost their digits and figures without a period make no year known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

from build_scripts.views.coverage import Gaps, States
from build_scripts.views.edges import term_of
from build_scripts.views.model import Claim
from build_scripts.views.periods import years_of
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.totals import pairing_of_projects
from build_scripts.views.witnesses import paired_sources

Tables = dict[str, pd.DataFrame]
Claims = dict[str, Claim]
FIRST_YEAR = 1996  # the programme's first
WINDOW = "window"  # dates_basis of the years that a document speaks of, which are not those of the pairing
ANNOUNCED = "planned"  # dates_basis of what an announcement alone tells, which later documents may not bear out


def derive_gaps(tables: Tables, claims: Claims, places: PlaceIndex, ends: Ends) -> Gaps:
    """Returns for which years something is known.

    A pairing has the years of its term and those with a figure of their own; where no beginning is stated, only
    the years that figures cover. A
    province has all years from 1996 to the last one for which there is a figure; left out are provinces
    without any pairing or figure. Reports on poverty work in general make no year known.
    """
    paired = paired_sources(tables["sources"])
    claims = {key: claim for key, claim in claims.items() if claim.source_id in paired}
    latest = latest_year(tables, claims)
    return Gaps(
        pairing_years(tables, claims, latest), province_years(tables, claims, places, ends, latest), latest
    )


def latest_year(tables: Tables, claims: Claims) -> int:
    """Returns the last year that a figure covers, never later than the last publication."""
    covered = max((max(years_of(c.period)) for c in claims.values() if counts(c)), default=FIRST_YEAR)
    published = max((int(date[:4]) for date in tables["sources"]["published"] if date), default=covered)
    return max(FIRST_YEAR, min(covered, published))


def counts(claim: Claim) -> bool:
    """True where a claim says something of its years."""
    return bool(claim.period) and claim.value is not None and claim.basis != "expected"


def pairing_years(tables: Tables, claims: Claims, latest: int) -> dict[str, States]:
    """Returns pairing id -> States; figures of a pairing's projects count for the pairing."""
    owner = pairing_of_projects(tables["projects"])
    found = states_by_key((pairing_of(claim, owner), claim) for claim in claims.values())
    return {
        row["pairing_id"]: filled(found.get(row["pairing_id"], {}), term_years(row, latest))
        for row in tables["pairings"].to_dict("records")
    }


def pairing_of(claim: Claim, owner: dict[str, str]) -> str | None:
    if claim.subject_kind == "pairing":
        return claim.subject_id
    return owner.get(claim.subject_id) if claim.subject_kind == "project" else None


def states_by_key(pairs: Iterable[tuple[str | None, Claim]]) -> dict[str, States]:
    """Returns key -> {year: known | range} from (key, claim); claims without a key are left out."""
    states: dict[str, States] = defaultdict(dict)
    for key, claim in pairs:
        if key is not None and counts(claim):
            for year, state in claim_states(claim):
                if states[key].get(year) != "known":
                    states[key][year] = state
    return dict(states)


def claim_states(claim: Claim) -> Iterator[tuple[int, str]]:
    years = years_of(claim.period)
    state = "known" if len(years) == 1 and claim.basis != "cumulative" else "range"
    return ((year, state) for year in years)


def term_years(row: dict, latest: int) -> range | None:
    """Returns the years of a pairing's term, None where no beginning is stated, or one that was only announced.

    A term without an end runs to the end of its programme's round; where the programme has none, only the
    first year is sure.
    """
    if not row["valid_from"] or row["dates_basis"] == ANNOUNCED:
        return None
    first, _, last = (term_of(row) or "").partition("/")
    end = int(last[:4]) if last else latest
    return range(int(first[:4]), max(int(first[:4]), min(end, latest)) + 1)


def filled(found: States, years: range | None) -> States:
    """Returns the states of the years in order, with `unknown` where nothing is found; a year with a figure of its
    own counts wherever it lies.
    """
    if years is None:
        return dict(sorted(found.items()))
    known = {year for year, state in found.items() if state == "known"}
    return {year: found.get(year, "unknown") for year in sorted({*years, *known})}


def province_years(
    tables: Tables, claims: Claims, places: PlaceIndex, ends: Ends, latest: int
) -> dict[str, States]:
    """Returns province id -> States, as recipient or provider of the figures' subjects."""
    provinces = {pairing: provinces_of(places, pair) for pairing, pair in ends.items()}
    subjects = subject_provinces(tables, places, provinces)
    pairs = ((province, c) for c in claims.values() for province in subjects(c))
    found = states_by_key(pairs)
    present = {province for pair in provinces.values() for province in pair} | set(found)
    years = range(FIRST_YEAR, latest + 1)
    return {place: filled(found.get(place, {}), years) for place in places.levels if place in present}


def provinces_of(places: PlaceIndex, ids: Iterable[str | None]) -> tuple[str, ...]:
    """Returns the distinct provinces that places lie in."""
    return tuple(dict.fromkeys(p for place in ids if (p := places.province_of(place))))


def subject_provinces(tables: Tables, places: PlaceIndex, of_pairings: dict[str, tuple[str, ...]]):
    """Returns a function claim -> provinces of its subject: of the place, or of both ends of the pairing."""
    projects = {
        row["project_id"]: of_pairings.get(row["pairing_id"]) or provinces_of(places, [row["place_id"]])
        for row in tables["projects"].to_dict("records")
    }
    seats = dict(zip(tables["organisations"]["org_id"], tables["organisations"]["place_id"], strict=True))

    def look_up(claim: Claim) -> tuple[str, ...]:
        match claim.subject_kind:
            case "pairing":
                return of_pairings.get(claim.subject_id, ())
            case "project":
                return projects.get(claim.subject_id, ())
            case "organisation":
                return provinces_of(places, [seats.get(claim.subject_id)])
        return provinces_of(places, [claim.subject_id])

    return look_up

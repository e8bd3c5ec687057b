"""Coverage by year: of the pairings that a year is known to have had, how many have a figure of that year."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_scripts.views.coverage import Gaps, YearCoverage
from build_scripts.views.dated_pairings import PROGRAMMES, DatedPairing, round_of
from build_scripts.views.gaps import FIRST_YEAR
from build_scripts.views.places import PlaceIndex


def coverage_by_year(dated: dict[str, DatedPairing], gaps: Gaps, places: PlaceIndex) -> tuple[YearCoverage, ...]:
    """Returns a line a recipient province and year that has an East–West pairing, in order of year and province.

    A pairing counts in a year that one of its windows holds; one whose years no document states is told apart. What is
    known of the year is what gaps.py says of it.
    """
    found: dict[tuple[int, str], Counter] = defaultdict(Counter)
    for pairing in dated.values():
        province, states = places.province_of(pairing.recipient_id), gaps.pairing_years.get(pairing.pairing_id, {})
        for year in range(FIRST_YEAR, gaps.latest_year + 1):
            is_of_round = province and PROGRAMMES[round_of(str(year))] == pairing.programme
            if is_of_round and (state := pairing.state_in(str(year))):
                found[year, province][states.get(year, "unknown") if state == "paired" else "undated"] += 1
    return tuple(YearCoverage(year, province, **counts_of(found[year, province])) for year, province in sorted(found))


def counts_of(states: Counter) -> dict[str, int]:
    return {name: states[name] for name in ("known", "range", "unknown", "undated")}


def whole_years(lines: tuple[YearCoverage, ...]) -> list[YearCoverage]:
    """Returns the lines of all provinces together, a line a year, the latest first."""
    found: dict[int, Counter] = defaultdict(Counter)
    for line in lines:
        found[line.year].update(known=line.known, range=line.range, unknown=line.unknown, undated=line.undated)
    return [YearCoverage(year, "", **counts_of(found[year])) for year in sorted(found, reverse=True)]

"""Years with and without figures, pairing by pairing, of each province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from build_scripts.views.gaps import States
from build_scripts.views.places import PlaceIndex

FEWEST = 3  # pairings with a dated year that make a province's strips


def strips(
    pairing_years: dict[str, States], pairings: dict[str, dict], places: PlaceIndex
) -> dict[str, dict[str, States]]:
    """Returns province -> its pairings with their states, those with more known years first."""
    found: dict[str, dict[str, States]] = {}
    for key, states in pairing_years.items():
        ends = (places.province_of(pairings[key][f"{end}_place_id"]) for end in ("provider", "recipient"))
        for province in dict.fromkeys(place for place in ends if place and states):
            found.setdefault(province, {})[key] = states
    enough = {province: group for province, group in found.items() if len(group) >= FEWEST}
    return {province: dict(sorted(group.items(), key=lambda item: rank(item[1]))) for province, group in enough.items()}


def rank(states: States) -> tuple:
    counts = Counter(states.values())
    return -counts["known"], -counts["range"], min(states)


def runs(states: States) -> Iterator[tuple[str, int, int]]:
    """Yields (state, first year, last year) of each run of neighbouring years in the same state."""
    for _, run in groupby(enumerate(sorted(states)), key=lambda item: (item[1] - item[0], states[item[1]])):
        years = [year for _, year in run]
        yield states[years[0]], years[0], years[-1]

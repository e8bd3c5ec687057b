"""Money between two provinces year by year: the best-known figure of each year, and the years of which none is known.

A year is unknown where something paired the two provinces and no stage has a figure. Years in which nothing did, and
of which nothing is printed, are left out: there was nothing to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from build_scripts.views.best_flows import best_flows
from build_scripts.views.edges import ROUNDS, Edge, Flow
from build_scripts.views.flow_sums import bounded
from build_scripts.views.periods import overlap
from build_scripts.views.programmes import EAST_WEST

FEWEST = 2  # years with a figure of the two provinces themselves that make a series
Pair = tuple[str, str]
Edges = dict[tuple[str, str, str], list[Edge]]


def flows_by_year(flows: Iterable[Flow], edges: Edges) -> dict[Pair, dict[int, Flow | None]]:
    """Returns pair of provinces -> year -> its best-known flow, None where the year is unknown.

    Of the pairs with at least two years of a figure of their own, from the first such year of any of them to the last
    year with any figure.
    """
    found = known_years(flows)
    series = {pair: years for pair, years in found.items() if len(own_years(years)) >= FEWEST}
    if not series:
        return {}
    first = min(year for years in series.values() for year in own_years(years))
    last = max(year for years in series.values() for year in years)
    return {
        pair: {year: years.get(year) for year in range(first, last + 1)
               if year in years or is_paired(edges[*pair, EAST_WEST], year)}
        for pair, years in series.items()
    }  # fmt: skip


def known_years(flows: Iterable[Flow]) -> dict[Pair, dict[int, Flow]]:
    """Returns pair of provinces -> year -> its best-known flow, of single years with a figure."""
    found: dict[Pair, dict[int, Flow]] = defaultdict(dict)
    for key, best in best_flows(flows).items():
        for flow in best:
            if key not in ROUNDS and flow.value is not None:
                found[flow.pair][int(key)] = flow
    return dict(found)


def own_years(years: dict[int, Flow]) -> list[int]:
    """Returns the years with a figure of the two provinces, not of their cities and counties."""
    return [year for year, flow in years.items() if flow.basis != "parts"]


def is_paired(edges: Iterable[Edge], year: int) -> bool:
    """True where the certain term of a pairing holds the year."""
    return any(edge.term and overlap(bounded(edge.term), f"{year:04d}") for edge in edges)

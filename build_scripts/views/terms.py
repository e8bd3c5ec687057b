"""County pairings in force, year by year, and how each year is known."""

from __future__ import annotations

from collections import Counter

from build_scripts.views.gaps import ANNOUNCED, term_years

Years = dict[int, Counter]  # year -> {"printed": n, "round": n}


def years_in_force(pairings: list[dict], latest: int) -> tuple[dict[str, Years], Counter]:
    """Returns (programme -> year -> county pairings by how the year is known, programme -> number without a date).

    What was only announced is left out.
    """
    found: dict[str, Years] = {}
    undated: Counter = Counter()
    for row in (row for row in pairings if row["level"] == "county" and row["dates_basis"] != ANNOUNCED):
        years = term_years(row, latest)
        undated[row["programme"]] += years is None
        for year in years or ():
            found.setdefault(row["programme"], {}).setdefault(year, Counter())[basis_of(row, year)] += 1
    return found, undated


def basis_of(row: dict, year: int) -> str:
    """Returns `printed` for a year that a source prints as within the term, else `round`."""
    if row["dates_basis"] == "printed" and row["valid_to"]:
        return "printed"
    is_first = row["dates_basis"] in ("printed", "from_printed") and f"{year:04d}" == row["valid_from"][:4]
    return "printed" if is_first else "round"

"""No figure covers some years of a pairing's printed term.

Only a term whose both ends are printed counts; years that are not over yet do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Signal
from build_scripts.views.periods import years_of
from build_scripts.views.signals.ground import Ground, signal_of

RULE, GRADE = "missing_years", 3
ENDS = ("valid_from", "valid_to")


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal a pairing, with all its missing years as periods: single years or ranges of years."""
    for row in ground.pairings:
        missing = missing_years(row, ground) if is_printed(row) else []
        if missing:
            yield signal_of(RULE, GRADE, ("pairing", row["pairing_id"]), (), periods=ranges(missing))


def is_printed(row: dict) -> bool:
    supplied = (row["inferred"] or "").split()
    return row["dates_basis"] == "printed" and all(row[end] and end not in supplied for end in ENDS)


def missing_years(row: dict, ground: Ground) -> list[int]:
    """Returns the past years of the term without any figure, in order."""
    states = ground.years[row["pairing_id"]]
    term = years_of(f"{row['valid_from']}/{row['valid_to']}")
    past = [year for year in term if year < int(ground.today[:4])]
    return [year for year in past if states.get(year, "unknown") == "unknown"]


def ranges(years: list[int]) -> tuple[str, ...]:
    """Returns ordered years as ISO periods: 2013, 2015, 2016 become ("2013", "2015/2016")."""
    groups: list[list[int]] = []
    for year in years:
        if groups and groups[-1][-1] == year - 1:
            groups[-1].append(year)
        else:
            groups.append([year])
    return tuple(str(g[0]) if len(g) == 1 else f"{g[0]}/{g[-1]}" for g in groups)

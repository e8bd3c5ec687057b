"""A place's parent exists, is of a higher level, and its code begins the place's own; a `note` excuses."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4, "township": 5, "village": 6}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Places with a parent that is missing, not above them, or of another code."""
    rows = {row.place_id: row for row in tables["places"].itertuples()}
    return [
        p for row in rows.values() if row.parent_id for p in parent_problems(row, rows.get(row.parent_id))
    ]


def parent_problems(row: object, parent: object | None) -> list[Problem]:
    if parent is None:
        return [
            Problem(
                "places",
                row.Index,
                "parent_id",
                f"{quote(row.parent_id)}不在 places.csv 里",
                f"{quote(row.parent_id)} is not in places.csv",
                "改正代码，或先加上这个上级",
                "mend the code, or first add the parent",
            )
        ]
    if row.note:
        return []
    if row.level in RANKS and parent.level in RANKS and RANKS[parent.level] >= RANKS[row.level]:
        return [
            Problem(
                "places",
                row.Index,
                "parent_id",
                f"上级{quote(parent.place_id)}是 {parent.level}，并不高于 {row.level}",
                f"its parent {quote(parent.place_id)} is a {parent.level}, not above a {row.level}",
                "改正上级或级别；确属例外请在 note 里说明",
                "mend the parent or the level; an exception needs a note",
            )
        ]
    if not begins(row.place_id, parent.place_id, parent.level):
        return [
            Problem(
                "places",
                row.Index,
                "parent_id",
                f"{quote(row.place_id)}不在上级{quote(parent.place_id)}的代码之下",
                f"{quote(row.place_id)} is not below the code of its parent {quote(parent.place_id)}",
                "改正其中一个；确属例外请在 note 里说明",
                "mend one of the two; an exception needs a note",
            )
        ]
    return []


def begins(code: str | None, parent: str, parent_level: str | None) -> bool:
    """True where the code lies below its parent's; ids that are not all digits are left to `place_codes`."""
    if not code or not (code.isdigit() and parent.isdigit()) or parent_level in ("country", "group"):
        return True
    width = {"province": 2, "prefecture": 4}.get(parent_level, len(parent))
    return code.startswith(parent[:width])

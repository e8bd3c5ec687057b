"""A place's parent exists, is of a higher level, and its code begins the place's own; a `note` excuses."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4, "township": 5, "village": 6}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Places with a parent that is missing, not above them, or of another code."""
    rows = {row.place_id: row for row in rows_of(tables["places"])}
    return [
        p
        for row in rows.values()
        if row.parent_id
        for p in parent_problems(row, rows.get(row.parent_id))
    ]


def parent_problems(row: object, parent: object | None) -> list[Problem]:
    """Returns why a place cannot stand below its parent, the first reason only."""
    if parent is None:
        return [finding("places", row.Index, "parent_id", "missing", parent=row.parent_id)]
    if row.note:
        return []
    if row.level in RANKS and parent.level in RANKS and RANKS[parent.level] >= RANKS[row.level]:
        values = {"parent": parent.place_id, "its_level": parent.level, "own_level": row.level}
        return [finding("places", row.Index, "parent_id", "not_above", **values)]
    if not begins(row.place_id, parent.place_id, parent.level):
        return [finding("places", row.Index, "parent_id", "not_below", place=row.place_id, parent=parent.place_id)]
    return []


def begins(code: str | None, parent: str, parent_level: str | None) -> bool:
    """True where the code lies below its parent's; ids that are not all digits are left to `place_codes`."""
    if not code or not (code.isdigit() and parent.isdigit()) or parent_level in ("country", "group"):
        return True
    width = {"province": 2, "prefecture": 4}.get(parent_level, len(parent))
    return code.startswith(parent[:width])

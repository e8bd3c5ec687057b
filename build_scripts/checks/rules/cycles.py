"""No row is its own ancestor: `part_of`, parents and successions come to an end."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

LINKS = {
    "places": ("parent_id",),
    "sources": ("parent_source_id",),
    "pairings": ("parent_pairing_id", "supersedes_id"),
    "projects": ("parent_project_id",),
    "funds": ("part_of",),
    "observations": ("part_of",),
}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Every row of every circle of links."""
    found = []
    for table, columns in LINKS.items():
        frame, key = tables[table], package.schemas[table]["primaryKey"][0]
        for column in columns:
            once = frame[~frame[key].duplicated(keep=False)]  # of a key that stands twice, no row can be followed
            rings = in_rings(dict(zip(once[key], once[column], strict=True)))
            found += [ring_problem(table, line, column, i) for line, i in frame[key].items() if i in rings]
    return found


def in_rings(up: dict[str | None, str | None]) -> set[str]:
    """Returns the keys that come back to themselves when links are followed; linear in the number of keys."""
    rings, seen = set(), {None}
    for first in up:
        path, at = [], first
        while at not in seen:
            seen.add(at)
            path.append(at)
            at = up.get(at)
        if at in path:
            rings.update(path[path.index(at) :])
    return rings


def ring_problem(table: str, line: int, column: str, key: str) -> Problem:
    return finding(table, line, column, "ring", key=key, along=column)

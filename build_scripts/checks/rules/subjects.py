"""A figure is about exactly one pairing, project or place; an observation may be about an organisation."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

SUBJECTS = {
    "funds": ("pairing_id", "project_id", "place_id"),
    "observations": ("pairing_id", "project_id", "place_id", "org_id"),
}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` and `observations` that name no subject, or more than one."""
    found = []
    for table, columns in SUBJECTS.items():
        for row in rows_of(tables[table]):
            named = [c for c in columns if getattr(row, c) is not None]
            if len(named) != 1:
                found.append(subject_problem(table, row.Index, columns, named))
    return found


def subject_problem(table: str, line: int, columns: tuple[str, ...], named: list[str]) -> Problem:
    if not named:
        return finding(table, line, columns[0], "none", columns=columns)
    return finding(table, line, named[1], "several", named=named, columns=columns)

"""Only an umbrella holds other projects; a project of the type umbrella is marked as one."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Projects inside a project that is no umbrella, and umbrellas that are not marked."""
    rows = {row.project_id: row for row in rows_of(tables["projects"])}
    found = []
    for row in rows.values():
        parent = rows.get(row.parent_project_id)
        if parent is not None and parent.is_umbrella is False:
            found.append(
                finding("projects", row.Index, "parent_project_id", "parent_is_none", parent=row.parent_project_id)
            )
        if row.project_type == "umbrella" and row.is_umbrella is False:
            found.append(finding("projects", row.Index, "is_umbrella", "not_marked"))
    return found

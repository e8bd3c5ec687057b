"""Only an umbrella holds other projects; a project of the type umbrella is marked as one."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Projects inside a project that is no umbrella, and umbrellas that are not marked."""
    rows = {row.project_id: row for row in tables["projects"].itertuples()}
    found = []
    for row in rows.values():
        parent = rows.get(row.parent_project_id)
        if parent is not None and parent.is_umbrella is False:
            found.append(
                Problem(
                    "projects",
                    row.Index,
                    "parent_project_id",
                    f"所属的{quote(row.parent_project_id)}不是总称",
                    f"{quote(row.parent_project_id)} is no umbrella",
                    "把那一行的 is_umbrella 填为 true，或改正编号",
                    "set is_umbrella to true there, or mend the id",
                )
            )
        if row.project_type == "umbrella" and row.is_umbrella is False:
            found.append(
                Problem(
                    "projects",
                    row.Index,
                    "is_umbrella",
                    "类型是 umbrella，is_umbrella 却是 false",
                    "its type is umbrella but is_umbrella is false",
                    "两处写成一致",
                    "make the two agree",
                )
            )
    return found

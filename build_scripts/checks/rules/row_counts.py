"""A table keeps to `min_rows` (or an error) and `max_rows` (or a warning) of datapackage.yaml."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Tables that lost rows, or grew beyond what was expected."""
    found = []
    for resource in package.descriptor["resources"]:
        table, rows = resource["name"], len(tables[resource["name"]])
        if rows < resource.get("min_rows", 0):
            found.append(
                Problem(
                    table,
                    0,
                    "",
                    f"只有 {rows} 行，至少应有 {resource['min_rows']} 行",
                    f"has {rows} rows, fewer than {resource['min_rows']}",
                    "找回丢失的行，或在 datapackage.yaml 里改 min_rows",
                    "restore the lost rows, or change min_rows in datapackage.yaml",
                )
            )
        if rows > resource.get("max_rows", rows):
            found.append(
                Problem(
                    table,
                    0,
                    "",
                    f"有 {rows} 行，多于预期的 {resource['max_rows']} 行",
                    f"has {rows} rows, more than the {resource['max_rows']} expected",
                    "看看是否重复；没有就在 datapackage.yaml 里改 max_rows",
                    "look for repeats; if there are none change max_rows in datapackage.yaml",
                    level="warning",
                )
            )
    return found

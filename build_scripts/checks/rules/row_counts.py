"""A table keeps to `min_rows` (or an error) and `max_rows` (or a warning) of datapackage.yaml."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Tables that lost rows, or grew beyond what was expected."""
    found = []
    for resource in package.descriptor["resources"]:
        table, rows = resource["name"], len(tables[resource["name"]])
        if rows < resource.get("min_rows", 0):
            found.append(finding(table, 0, "", "too_few", rows=rows, expected=resource["min_rows"]))
        if rows > resource.get("max_rows", rows):
            found.append(finding(table, 0, "", "too_many", level="warning", rows=rows, expected=resource["max_rows"]))
    return found

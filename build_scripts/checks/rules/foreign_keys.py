"""Every reference of a schema leads to a row.

Frictionless can check this too, but reads the other table anew for each reference: a third of its time.
"""

from __future__ import annotations

from build_scripts.checks.suggest import suggest_rows
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Cells that name a row which is not there; an empty cell refers to nothing."""
    return [
        problem
        for table, schema in package.schemas.items()
        for reference in schema.get("foreignKeys", [])
        for problem in reference_problems(table, reference, tables)
    ]


def reference_problems(table: str, reference: dict, tables: Tables) -> list[Problem]:
    """Returns a finding for each cell of one reference that leads nowhere, with the row it may have meant.

    A key of several columns is not used here; an empty resource is the table itself.
    """
    (column,), (key,) = reference["fields"], reference["reference"]["fields"]
    target = reference["reference"]["resource"] or table
    known = set(tables[target][key])
    lost = {line: cell for line, cell in tables[table][column].items() if cell is not None and cell not in known}
    meant = suggest_rows(set(lost.values()), tables[target], key)
    code = "missing_here" if target == table else "missing"
    return [
        finding(table, line, column, code, cell=cell, key=key, target=target, **meant.get(cell, {}))
        for line, cell in lost.items()
    ]

"""Every reference of a schema leads to a row.

Frictionless can check this too, but reads the other table anew for each reference: a third of its time.
"""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Cells that name a row which is not there; an empty cell refers to nothing."""
    return [
        missing_row(table, line, column, cell, target, key)
        for table, schema in package.schemas.items()
        for reference in schema.get("foreignKeys", [])
        for column, target, key in [ends_of(reference)]
        for known in [set(tables[target or table][key])]
        for line, cell in tables[table][column].items()
        if cell is not None and cell not in known
    ]


def ends_of(reference: dict) -> tuple[str, str, str]:
    """Returns column, table ("" for its own) and the key there; a key of several columns is not used here."""
    (column,), (key,) = reference["fields"], reference["reference"]["fields"]
    return column, reference["reference"]["resource"], key


def missing_row(table: str, line: int, column: str, cell: str, target: str, key: str) -> Problem:
    where_zh, where_en = (f" {target}.csv ", f"{target}.csv") if target else ("本表", "this table")
    return Problem(
        table,
        line,
        column,
        f"{quote(cell)}在{where_zh}的 {key} 里找不到",
        f"{quote(cell)} is not among the {key} of {where_en}",
        f"改正编号，或先在{where_zh}加上这一行",
        f"mend the id, or first add the row to {where_en}",
    )

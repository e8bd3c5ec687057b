"""A question: a part is larger than the whole it is part of."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

VALUES = {"funds": ("fund_id", "amount", "stage"), "observations": ("observation_id", "value", "measure_id")}
AT_LEAST = ("over", "at_least")  # a whole that is printed as a lower bound may be larger


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose value is above that of their whole, of the same stage or measure."""
    found = []
    for table, (key, column, kind) in VALUES.items():
        rows = {getattr(row, key): row for row in rows_of(tables[table])}
        for row in rows.values():
            whole = rows.get(row.part_of)
            if whole is not None and getattr(row, kind) == getattr(whole, kind) and exceeds(row, whole, column):
                values = {"value": getattr(row, column), "whole": row.part_of, "its": getattr(whole, column)}
                found.append(finding(table, row.Index, column, "larger", level="warning", **values))
    return found


def exceeds(row: object, whole: object, column: str) -> bool:
    value, its = getattr(row, column), getattr(whole, column)
    return None not in (value, its) and value > its and whole.qualifier not in AT_LEAST

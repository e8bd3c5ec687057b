"""A part has its whole's unit, money promised is no part of money moved, and only wholes say `parts_complete`.

A document may say what was paid out of a sum received, so allocated, received, disbursed and spent may be part and
whole of each other; budgeted and agreed may not be parts of them.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

PROMISED = frozenset({"budgeted", "agreed"})


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Parts that cannot be added up to their whole, and rows that promise parts but have none."""
    unit = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    return [
        *part_problems("funds", "fund_id", "stage", tables, lambda row: row.stage, PROMISED),
        *part_problems("observations", "observation_id", "measure_id", tables, lambda row: unit.get(row.measure_id)),
    ]


def part_problems(
    table: str, key: str, column: str, tables: Tables, kind: Callable, apart: frozenset[str] | None = None
) -> list[Problem]:
    """Checks one table: `kind(row)` is what a part must share with its whole, `column` where it stands.

    With `apart`, only kinds inside that set and kinds outside it may not be part and whole of each other.
    """
    rows = {getattr(row, key): row for row in rows_of(tables[table])}
    wholes = {row.part_of for row in rows.values()}
    found = []
    for row in rows.values():
        whole = rows.get(row.part_of) if row.part_of else None
        if whole is not None and None not in (kind(row), kind(whole)) and not alike(kind(row), kind(whole), apart):
            found.append(unlike(table, row.Index, column, (row.part_of, kind(row), kind(whole))))
        if row.parts_complete is not None and getattr(row, key) not in wholes:
            found.append(without_parts(table, row.Index, row.parts_complete))
    return found


def alike(a: str, b: str, apart: frozenset[str] | None) -> bool:
    return a == b if apart is None else (a in apart) == (b in apart)


def unlike(table: str, line: int, column: str, values: tuple[str, str, str]) -> Problem:
    whole, own, its = values
    return finding(table, line, column, "unlike", whole=whole, own=own, its=its)


def without_parts(table: str, line: int, value: bool) -> Problem:
    return finding(table, line, "parts_complete", "without_parts", value=value)

"""A part has its whole's unit, money promised is no part of money moved, and only wholes say `parts_complete`.

A document may say what was paid out of a sum received, so allocated, received, disbursed and spent may be part and
whole of each other; budgeted and agreed may not be parts of them.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

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
    rows = {getattr(row, key): row for row in tables[table].itertuples()}
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
    return Problem(
        table,
        line,
        column,
        f"{own} 与总数{quote(whole)}的 {its} 不同，不能相加",
        f"{own} differs from {its} of its whole {quote(whole)}",
        "改正 part_of，或把关系写进 relations",
        "mend part_of, or say it in relations",
    )


def without_parts(table: str, line: int, value: bool) -> Problem:
    return Problem(
        table,
        line,
        "parts_complete",
        f"填了 {str(value).lower()}，却没有分项指向这一行",
        f"is {str(value).lower()}, but no row is a part of this one",
        "留空，或在分项上填 part_of",
        "leave it empty, or fill part_of on the parts",
    )

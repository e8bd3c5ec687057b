"""`uniqueKeys` of a schema hold; Frictionless 5 reads them and does nothing."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows that share all cells of a unique key of their table; a key with an empty cell is not compared."""
    return [
        problem
        for table, schema in package.schemas.items()
        for key in schema.get("uniqueKeys", [])
        for problem in repeats(table, key, tables[table][key].itertuples(name=None))
    ]


def repeats(table: str, key: list[str], rows: object) -> list[Problem]:
    lines = defaultdict(list)
    for line, *cells in rows:
        if None not in cells:
            lines[tuple(cells)].append(line)
    return [
        finding(table, line, ", ".join(key), "repeat", cells=cells, columns=key)
        for cells, same in lines.items()
        if len(same) > 1
        for line in same
    ]

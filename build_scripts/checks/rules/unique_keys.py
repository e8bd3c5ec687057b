"""`uniqueKeys` of a schema hold; Frictionless 5 reads them and does nothing."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
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
    names = ", ".join(key)
    return [
        Problem(
            table,
            line,
            names,
            f"{quote(', '.join(map(str, cells)))}在 {names} 上重复",
            f"{quote(', '.join(map(str, cells)))} stands more than once in {names}",
            "合并这些行，或改正其中一行",
            "merge the rows, or mend one of them",
        )
        for cells, same in lines.items()
        if len(same) > 1
        for line in same
    ]

"""An id that was retired never stands again, and leads on: to a row of its table, or to a reason."""

from __future__ import annotations

from build_scripts.checks.suggest import suggest_words
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `retired` that name no table, an id in use, a successor that is not there, or lead nowhere."""
    if "retired" not in tables:
        return []
    standing = {table: set(tables[table][schema["primaryKey"][0]]) for table, schema in package.schemas.items()}
    successors = {(row.table, row.row_id): row.successor_id for row in rows_of(tables["retired"])}
    return [
        problem
        for row in rows_of(tables["retired"])
        for problem in row_problems(row, standing, successors)
    ]


def row_problems(row: object, standing: dict[str, set], successors: dict[tuple, str | None]) -> list[Problem]:
    """Returns what is wrong with one retired id; `standing` are the ids in use, `successors` those of all rows."""
    if row.table not in standing:
        meant = suggest_words(row.table, standing)
        return [finding("retired", row.Index, "table", "no_table", named=row.table, **meant)]
    if row.row_id in standing[row.table]:
        return [finding("retired", row.Index, "row_id", "in_use", key=row.row_id, named=row.table)]
    if not row.successor_id and not row.reason:
        return [finding("retired", row.Index, "reason", "no_reason", key=row.row_id)]
    last = last_successor(row.table, row.successor_id, successors)
    if row.successor_id and last not in standing[row.table] and not ends_with_reason(row.table, last, successors):
        values = {"key": row.successor_id, "named": row.table, **suggest_words(row.successor_id, standing[row.table])}
        return [finding("retired", row.Index, "successor_id", "nowhere", **values)]
    return []


def last_successor(table: str, key: str | None, successors: dict[tuple, str | None]) -> str | None:
    """Returns where a chain of successors ends: an id that has none, or one that was met before."""
    met = set()
    while (table, key) in successors and successors[table, key] and key not in met:
        met.add(key)
        key = successors[table, key]
    return key


def ends_with_reason(table: str, key: str | None, successors: dict[tuple, str | None]) -> bool:
    """True where the last of a chain was itself retired without a successor: its own page gives the reason."""
    return (table, key) in successors and not successors[table, key]

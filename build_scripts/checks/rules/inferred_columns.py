"""`inferred` names columns of its own table, each once, and never the place or the print of the evidence."""

from __future__ import annotations

from build_scripts.checks.suggest import suggest_words
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

PRINTED = ("source_id", "start", "also_at", "as_printed", "inferred")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose `inferred` names something that is no column the reader can have supplied."""
    found = []
    for table, frame in tables.items():
        if "inferred" not in frame:
            continue
        allowed = [c for c in package.columns(table) if c not in PRINTED]
        for line, cell in frame["inferred"].items():
            names = (cell or "").split()
            wrong = [n for n in names if n not in allowed] + [n for n in set(names) if names.count(n) > 1]
            found += [column_problem(table, line, name, allowed) for name in wrong]
    return found


def column_problem(table: str, line: int, name: str, allowed: list[str]) -> Problem:
    return finding(table, line, "inferred", "no_column", name=name, allowed=allowed, **suggest_words(name, allowed))

"""An id is used once: in its table without regard to case, and among all claims of the ledger.

Claims share one namespace because relations and addresses name them without a table; `.` and `-` count as the
same there, since the id in a page's HTML cannot hold a dot.
"""

from __future__ import annotations

from collections import defaultdict

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

CLAIMS = ("funds", "observations", "pairing_claims", "events", "relations")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose id another row has too, once case and (among claims) punctuation are folded."""
    groups: dict[tuple[str, str], list[tuple[str, int, str, str]]] = defaultdict(list)
    for table, schema in package.schemas.items():
        column = schema["primaryKey"][0]
        for line, key in tables[table][column].items():
            if key is not None:
                groups[namespace(table, key)].append((table, line, column, key))
    return [clash(row) for rows in groups.values() if len(rows) > 1 and is_ours(rows) for row in rows]


def namespace(table: str, key: str) -> tuple[str, str]:
    return ("claims", key.casefold().replace(".", "-")) if table in CLAIMS else (table, key.casefold())


def is_ours(rows: list[tuple[str, int, str, str]]) -> bool:
    """False where the same id stands twice in the same table: the schema report says so already."""
    return len({(table, key) for table, _, _, key in rows}) > 1


def clash(row: tuple[str, int, str, str]) -> Problem:
    table, line, column, key = row
    return finding(table, line, column, "clash", key=key)

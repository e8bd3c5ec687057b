"""A source read in full names its text file and the file's SHA-256, itself or through its compendium."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

COLUMNS = ("text_name", "text_sha256")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources with coverage full_text that lack the name or the hash of their text."""
    rows = {row.source_id: row for row in rows_of(tables["sources"])}
    return [
        finding("sources", row.Index, column, "missing", name=column)
        for row in rows.values()
        if row.coverage == "full_text"
        for column in COLUMNS
        if getattr(row, column) is None and getattr(rows.get(row.parent_source_id), column, None) is None
    ]

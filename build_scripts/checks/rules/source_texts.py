"""A source read in full names its text file and the file's SHA-256, itself or through its compendium."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

COLUMNS = ("text_name", "text_sha256")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources with coverage full_text that lack the name or the hash of their text."""
    rows = {row.source_id: row for row in tables["sources"].itertuples()}
    return [
        Problem(
            "sources",
            row.Index,
            column,
            f"读的是全文，却没有 {column}",
            f"was read in full but has no {column}",
            "填上；只读到摘录的，coverage 填 excerpt",
            "fill it in; where only an excerpt was read, coverage is excerpt",
        )
        for row in rows.values()
        if row.coverage == "full_text"
        for column in COLUMNS
        if getattr(row, column) is None and getattr(rows.get(row.parent_source_id), column, None) is None
    ]

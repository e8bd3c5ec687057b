"""A place whose name was withheld (`x-…`) is named only by rows of sources that withhold names."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

PLACES = ("place_id", "provider_place_id", "recipient_place_id", "from_place_id", "to_place_id")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows that name a redacted place on the word of a source that redacts nothing."""
    sources = {row.source_id: row for row in rows_of(tables["sources"])}
    return [
        finding(table, row.Index, column, "not_redacted", place=getattr(row, column), source=row.source_id)
        for table, frame in tables.items()
        if "source_id" in frame and table != "sources"
        for column in PLACES
        if column in frame
        for row in rows_of(frame)
        if (getattr(row, column) or "").startswith("x-")
        and row.source_id in sources
        and not redacts(row.source_id, sources)
    ]


def redacts(source_id: str, sources: dict) -> bool:
    """True where the source, or the compendium it stands in, is marked as redacted."""
    row = sources[source_id]
    parent = sources.get(row.parent_source_id)
    return bool(row.is_redacted or (parent is not None and parent.is_redacted))

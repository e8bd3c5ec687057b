"""Only rows of a source read in full have offsets, inside its range; `also_at` adds to `start`."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows with an offset that their source cannot have, and repeats without a first place."""
    sources = {row.source_id: row for row in rows_of(tables["sources"])}
    return [
        problem
        for table, frame in tables.items()
        if "start" in frame
        for row in rows_of(frame)
        for problem in row_problems(table, row, sources.get(row.source_id))
    ]


def row_problems(table: str, row: object, source: object | None) -> list[Problem]:
    """Returns what is wrong with the offsets of one row: among themselves, and in its source."""
    further = further_offsets(getattr(row, "also_at", None))
    found = further_problems(table, row, further)
    if source is None or row.start is None:
        return found
    if source.coverage != "full_text":
        found.append(finding(table, row.Index, "start", "of_an_excerpt", source=row.source_id))
    return found + [
        outside(table, row, offset, source) for offset in (row.start, *further) if not inside(offset, source)
    ]


def further_problems(table: str, row: object, further: list[int]) -> list[Problem]:
    """Returns a finding for further places without a first one, and one for a place written twice."""
    wrong = {
        "no_first": further and row.start is None,
        "twice": row.start in further or len(set(further)) < len(further),
    }
    return [finding(table, row.Index, "also_at", code) for code, holds in wrong.items() if holds]


def further_offsets(cell: str | None) -> list[int]:
    """Returns the offsets of an `also_at` cell; what is no number is the schema's matter."""
    return [int(part) for part in (cell or "").split() if part.isascii() and part.isdigit() and len(part) <= 18]


def inside(offset: int, source: object) -> bool:
    return (source.text_start or 0) <= offset and (source.text_end is None or offset < source.text_end)


def outside(table: str, row: object, offset: int, source: object) -> Problem:
    column = "start" if offset == row.start else "also_at"
    end = "…" if source.text_end is None else source.text_end
    return finding(table, row.Index, column, "outside", offset=offset, first=source.text_start or 0, end=end)

"""Only rows of a source read in full have offsets, inside its range; `also_at` adds to `start`."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows with an offset that their source cannot have, and repeats without a first place."""
    sources = {row.source_id: row for row in tables["sources"].itertuples()}
    return [
        problem
        for table, frame in tables.items()
        if "start" in frame
        for row in frame.itertuples()
        for problem in row_problems(table, row, sources.get(row.source_id))
    ]


def row_problems(table: str, row: object, source: object | None) -> list[Problem]:
    """Returns what is wrong with the offsets of one row: among themselves, and in its source."""
    further = further_offsets(getattr(row, "also_at", None))
    found = further_problems(table, row, further)
    if source is None or row.start is None:
        return found
    if source.coverage != "full_text":
        found.append(of_an_excerpt(table, row))
    return found + [
        outside(table, row, offset, source) for offset in (row.start, *further) if not inside(offset, source)
    ]


def further_problems(table: str, row: object, further: list[int]) -> list[Problem]:
    """Returns a finding for further places without a first one, and one for a place written twice."""
    found = []
    if further and row.start is None:
        message = ("有又见位置，却没有首见位置", "has further places but no first one")
        fix = ("把第一处填进 start", "put the first place into start")
        found.append(Problem(table, row.Index, "also_at", *message, *fix))
    if row.start in further or len(set(further)) < len(further):
        message = ("同一位置写了两次", "the same place is written twice")
        fix = ("每个位置只写一次", "write every place once")
        found.append(Problem(table, row.Index, "also_at", *message, *fix))
    return found


def of_an_excerpt(table: str, row: object) -> Problem:
    source = quote(row.source_id)
    message = (f"来源{source}只读到摘录，不应有位置", f"only an excerpt of {source} was read")
    return Problem(table, row.Index, "start", *message, "把 start 留空", "leave start empty")


def further_offsets(cell: str | None) -> list[int]:
    """Returns the offsets of an `also_at` cell; what is no number is the schema's matter."""
    return [int(part) for part in (cell or "").split() if part.isascii() and part.isdigit()]


def inside(offset: int, source: object) -> bool:
    return (source.text_start or 0) <= offset and (source.text_end is None or offset < source.text_end)


def outside(table: str, row: object, offset: int, source: object) -> Problem:
    start, end = source.text_start or 0, source.text_end if source.text_end is not None else "…"
    return Problem(
        table,
        row.Index,
        "start" if offset == row.start else "also_at",
        f"位置 {offset} 不在来源的范围 {start}–{end} 之内",
        f"the offset {offset} is outside the source's range {start}–{end}",
        "改正位置或来源",
        "mend the offset or the source",
    )

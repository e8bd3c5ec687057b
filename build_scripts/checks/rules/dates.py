"""Dates are real and in order: no 30 February, no period or term that ends before it begins."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

DATES = ("period", "published", "valid_from", "valid_to", "date", "status_date", "asked_on")
PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Cells with a day that is not in the calendar, and spans that run backwards."""
    found = []
    for table, frame in tables.items():
        for column in (c for c in DATES if c in frame):
            found += [
                p
                for line, cell in frame[column].items()
                if cell
                for p in cell_problems(table, line, column, cell)
            ]
        if "valid_from" in frame:
            found += [
                backwards(table, row.Index, "valid_to", f"{row.valid_from}/{row.valid_to}")
                for row in rows_of(frame)
                if is_backwards(row.valid_from, row.valid_to)
            ]
    return found


def cell_problems(table: str, line: int, column: str, cell: str) -> list[Problem]:
    """What is wrong with one date, partial date or span; a cell of another form is the schema's matter."""
    ends = cell.split("/")
    if not all(PART.fullmatch(end) for end in ends):
        return []
    unreal = [not_a_day(table, line, column, end) for end in ends if not days_of(end)]
    if unreal:
        return unreal
    return [backwards(table, line, column, cell)] if len(ends) == 2 and is_backwards(*ends) else []


def days_of(text: str | None) -> tuple[date, date] | None:
    """Returns the first and last day of `2017`, `2017-05` or `2017-05-04`; None if there is no such day."""
    match = PART.fullmatch(text or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = date(year, last_month, monthrange(year, last_month)[1] if day is None else day)
    except ValueError:
        return None
    return first, last


def is_backwards(start: str | None, end: str | None) -> bool:
    """True where the whole of `end` lies before `start` begins; 2017-05/2017 is in order."""
    starts, ends = days_of(start), days_of(end)
    return bool(starts and ends and ends[1] < starts[0])


def not_a_day(table: str, line: int, column: str, text: str) -> Problem:
    return finding(table, line, column, "not_a_day", cell=text)


def backwards(table: str, line: int, column: str, text: str) -> Problem:
    return finding(table, line, column, "backwards", span=text)

"""A question: a year before 1949, or later than any plan that the newest documents can speak of; none before 1900."""

from __future__ import annotations

import re

from build_scripts.checks.rules.dates import DATES
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

FIRST, EARLIEST = 1900, 1949  # no document speaks of a year before the first
PLANS, LATER = 15, 5  # years that a plan, or one more document, may lie beyond the newest documents
YEAR = re.compile(r"(?:^|/)([0-9]{4})")
DONE = ("published", "date", "code_year")  # what has happened cannot be later than the documents


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Cells of dates whose year lies outside, measured by the documents and not by the clock of the machine."""
    newest = newest_year(tables)
    return [
        finding(table, line, column, code, level=level, year=year, cell=cell)
        for table, frame in tables.items()
        for column in (c for c in (*DATES, "code_year") if c in frame)
        for latest in [newest + (LATER if column in DONE else PLANS)]
        for line, cell in frame[column].items()
        for year in YEAR.findall(str(cell or ""))
        if not EARLIEST <= int(year) <= latest
        for code, level in [code_of(int(year), latest)]
    ]


def code_of(year: int, latest: int) -> tuple[str, str]:
    """Returns the code and the level of what is said of a year that lies outside."""
    if year < FIRST:
        return "impossible", "error"
    return "late" if year > latest else "early", "warning"


def newest_year(tables: Tables) -> int:
    """Returns the year of the newest documents but one: a single slip of the pen does not move it."""
    years = sorted(int(y) for cell in tables["sources"]["published"].dropna() for y in YEAR.findall(cell))
    return years[-2] if len(years) > 1 else (years or [EARLIEST])[-1]

"""A figure that runs past 2020 under a pairing of the first round says so in its note."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

LATEST = "2035"  # a later year is a slip of the pen, which the rule of years asks about
LAST = "2020"  # the last year of East–West poverty-alleviation collaboration and of paired assistance to Guizhou
FIRST_ROUND = ("ew1", "gz")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Figures of pairings of the first round whose period ends later and that carry no note."""
    programmes = dict(zip(tables["pairings"]["pairing_id"], tables["pairings"]["programme"], strict=True))
    return [
        finding(table, row.Index, "period", "past", period=row.period, last=LAST)
        for table in ("funds", "observations")
        for row in rows_of(tables[table])
        if runs_past(row.period, programmes.get(row.pairing_id)) and row.note is None
    ]


def runs_past(period: str | None, programme: str | None) -> bool:
    """True for a period that ends after the first round, under a pairing of that round."""
    return programme in FIRST_ROUND and LAST < (period or "").rpartition("/")[2][:4] <= LATEST

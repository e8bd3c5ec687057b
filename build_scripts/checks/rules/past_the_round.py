"""A figure that runs past 2020 under a pairing of the first round says so in its note."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

LAST = "2020"  # the last year of East–West poverty-alleviation collaboration and of paired assistance to Guizhou
FIRST_ROUND = ("ew1", "gz")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Figures of pairings of the first round whose period ends later and that carry no note."""
    programmes = dict(zip(tables["pairings"]["pairing_id"], tables["pairings"]["programme"], strict=True))
    return [
        Problem(
            table,
            row.Index,
            "period",
            f"{quote(row.period)}过了 {LAST} 年，结对却是第一轮的",
            f"{quote(row.period)} runs past {LAST}, yet the pairing is of the first round",
            "改归第二轮的结对，或在 note 里说明时段跨两轮",
            "name the pairing of the second round, or say in the note that the period runs over both",
        )
        for table in ("funds", "observations")
        for row in tables[table].itertuples()
        if programmes.get(row.pairing_id) in FIRST_ROUND
        and (row.period or "").rpartition("/")[2][:4] > LAST
        and row.note is None
    ]

"""A figure of the year in which its document appeared, before December: does it cover the whole year? A question."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

YEAR = re.compile(r"[0-9]{4}")
MOVED = ("received", "disbursed", "spent")  # planned, agreed and allocated money is of the whole year


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Figures in a bare year that had not ended; those with a note, or a period in `inferred`, have answered."""
    published = dict(zip(tables["sources"]["source_id"], tables["sources"]["published"], strict=True))
    return [
        finding(
            table,
            row.Index,
            "period",
            "not_ended",
            period=row.period,
            published=published[row.source_id],
            level="warning",
        )
        for table in ("funds", "observations")
        for row in rows_of(tables[table])
        if row.basis == "in_period"
        and getattr(row, "stage", "spent") in MOVED
        and is_unfinished(row.period, published.get(row.source_id))
        and row.note is None
        and "period" not in (row.inferred or "").split()
    ]


def is_unfinished(period: str | None, published: str | None) -> bool:
    """True for a bare year whose December had not begun when the document appeared."""
    return bool(
        YEAR.fullmatch(period or "")
        and published
        and published[:4] == period
        and len(published) > 4
        and published[5:7] < "12"
    )

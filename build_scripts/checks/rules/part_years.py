"""A figure of the year in which its document appeared, before December: does it cover the whole year? A question."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

YEAR = re.compile(r"[0-9]{4}")
MOVED = ("received", "disbursed", "spent")  # planned, agreed and allocated money is of the whole year


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Figures in a bare year that had not ended; those with a note, or a period in `inferred`, have answered."""
    published = dict(zip(tables["sources"]["source_id"], tables["sources"]["published"], strict=True))
    return [
        Problem(
            table,
            row.Index,
            "period",
            f"文件刊于 {published[row.source_id]}，{row.period} 年还没有过完",
            f"the document is of {published[row.source_id]}, when {row.period} had not ended",
            f"写到印出的月份，如 {row.period}-01/{row.period}-06；没有印出的，把 period 列进 inferred",
            f"write the months printed, as {row.period}-01/{row.period}-06; else list period in inferred",
            "warning",
        )
        for table in ("funds", "observations")
        for row in tables[table].itertuples()
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

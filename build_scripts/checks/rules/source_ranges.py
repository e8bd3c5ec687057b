"""A report inside a compendium has a range of its text: in order, in the parent's, over no sibling's."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

ENDLESS = 10**12  # a whole text ends beyond every offset


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources whose range is half given, empty, outside the parent's or laid over a sibling's."""
    rows = {row.source_id: row for row in tables["sources"].itertuples()}
    found = [p for row in rows.values() for p in range_problems(row, rows.get(row.parent_source_id))]
    siblings = defaultdict(list)
    for row in rows.values():
        if row.parent_source_id and None not in (row.text_start, row.text_end):
            siblings[row.parent_source_id].append(row)
    return found + [p for family in siblings.values() for p in overlaps(family)]


def range_problems(row: object, parent: object | None) -> list[Problem]:
    start, end = row.text_start, row.text_end
    if (start is None) != (end is None):
        return [
            problem(row, "text_start 和 text_end 只填了一个", "only one of text_start and text_end is filled")
        ]
    if start is None:
        if parent is not None and row.coverage == "full_text" and row.text_name is None:
            return [problem(row, "没有说明在汇编中的范围", "its range in the compendium is not given")]
        return []
    if start >= end:
        return [problem(row, f"范围 {start}–{end} 是空的", f"the range {start}–{end} is empty")]
    if parent is not None and (start < (parent.text_start or 0) or end > (parent.text_end or ENDLESS)):
        return [
            problem(
                row, f"范围 {start}–{end} 超出所属汇编", f"the range {start}–{end} leaves that of its parent"
            )
        ]
    return []


def overlaps(family: list) -> list[Problem]:
    """Returns a finding for each report whose range another report of the same compendium enters."""
    ordered = sorted(family, key=lambda row: (row.text_start, row.text_end, row.source_id))
    return [
        problem(
            later,
            f"范围与{quote(earlier.source_id)}重叠",
            f"the range overlaps that of {quote(earlier.source_id)}",
        )
        for earlier, later in zip(ordered, ordered[1:], strict=False)
        if later.text_start < earlier.text_end
    ]


def problem(row: object, zh: str, en: str) -> Problem:
    fix = ("照原文填起止字符位置", "fill in where the report begins and ends in the text")
    return Problem("sources", row.Index, "text_start", zh, en, *fix)

"""A report inside a compendium has a range of its text: in order, in the parent's, over no sibling's."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

ENDLESS = 10**12  # a whole text ends beyond every offset


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources whose range is half given, empty, outside the parent's or laid over a sibling's."""
    rows = {row.source_id: row for row in rows_of(tables["sources"])}
    found = [p for row in rows.values() for p in range_problems(row, rows.get(row.parent_source_id))]
    siblings = defaultdict(list)
    for row in rows.values():
        if row.parent_source_id and None not in (row.text_start, row.text_end):
            siblings[row.parent_source_id].append(row)
    return found + [p for family in siblings.values() for p in overlaps(family)]


def range_problems(row: object, parent: object | None) -> list[Problem]:
    """Returns why the range of one source cannot be, the first reason only."""
    start, end = row.text_start, row.text_end
    if (start is None) != (end is None):
        return [of_range(row, "half")]
    if start is None:
        lost = parent is not None and row.coverage == "full_text" and row.text_name is None
        return [of_range(row, "not_given")] if lost else []
    if start >= end:
        return [of_range(row, "empty", first=start, end=end)]
    if parent is not None and (start < (parent.text_start or 0) or end > (parent.text_end or ENDLESS)):
        return [of_range(row, "leaves_parent", first=start, end=end)]
    return []


def overlaps(family: list) -> list[Problem]:
    """Returns a finding for each report whose range another report of the same compendium enters."""
    ordered = sorted(family, key=lambda row: (row.text_start, row.text_end, row.source_id))
    return [
        of_range(later, "overlaps", other=earlier.source_id)
        for earlier, later in zip(ordered, ordered[1:], strict=False)
        if later.text_start < earlier.text_end
    ]


def of_range(row: object, code: str, **values: object) -> Problem:
    return finding("sources", row.Index, "text_start", code, **values)

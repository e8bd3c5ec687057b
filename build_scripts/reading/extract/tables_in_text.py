"""Tables inside a text: cells between tabs or bars, their unit in the head of the column or above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from build_scripts.reading.extract.figures import Found, kinds

CELL = re.compile(r"[^\t|]+")
UNIT_IN_HEAD = re.compile(r"[(（/](?P<unit>[^()（）/\d]{1,4})[)）]?\s*$")
UNIT_ABOVE = re.compile(r"单位 ?[:：] ?(?P<unit>[^\s,，、;；/)）|]{1,4})")
SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6}
ABOVE = 80  # characters in which 单位：万元 may stand above a table


def with_units_of_tables(folded: str, figures: Sequence[Found]) -> list[Found]:
    """Returns the figures; those in a cell without a unit get the unit of their column or table."""
    lines = table_lines(folded)
    return [in_cell(folded, figure, lines) for figure in figures]


def table_lines(folded: str) -> list[tuple[int, int, int]]:
    """Returns (start, end, start of the head line) of the lines of tables: two or more cells, the first line the head."""
    result, head, at = [], None, 0
    for line in folded.splitlines(keepends=True):
        is_row = len(CELL.findall(line.strip(" \n|"))) > 1 and bool(re.search(r"[\t|]", line.strip()))
        head = (at if head is None else head) if is_row else None
        if head is not None:
            result.append((at, at + len(line), head))
        at += len(line)
    return result


def in_cell(folded: str, figure: Found, lines: list[tuple[int, int, int]]) -> Found:
    """Returns a figure with the unit of its column where it is a bare number in a row of a table."""
    row = next((line for line in lines if line[0] <= figure.core < line[1]), None)
    if row is None or figure.unit or row[0] == row[2] or figure.low is None:
        return figure
    printed = heading_unit(folded, figure, row)
    scale = re.match("百万|[万亿千](?!瓦|克|米)", printed)
    unit = printed[scale.end() :] if scale else printed
    if not unit and not scale:
        return figure
    factor = Decimal(SCALES[scale.group()] if scale else 1)
    unit = unit or "元"
    high = figure.high * factor if figure.high is not None else None
    return replace(figure, low=figure.low * factor, high=high, unit=unit, kind=kinds().get(unit.lower(), "piece"))


def heading_unit(folded: str, figure: Found, row: tuple[int, int, int]) -> str:
    """Returns the unit in the head of the figure's column, else the one printed above the table."""
    head = folded[row[2] :].split("\n", 1)[0]
    column = len(re.findall(r"[\t|]", folded[row[0] : figure.core]))
    cells = re.split(r"[\t|]", head)
    named = UNIT_IN_HEAD.search(cells[column].strip()) if column < len(cells) else None
    if named and kinds().get(re.sub("^[万亿千百]+", "", named["unit"]).lower()):
        return named["unit"]
    above = list(UNIT_ABOVE.finditer(folded[max(0, row[2] - ABOVE) : row[2] + len(head)]))
    return above[-1]["unit"] if above else ""

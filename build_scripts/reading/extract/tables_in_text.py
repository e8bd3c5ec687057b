"""Tables inside a text: cells between tabs, bars or wide spaces; what a cell counts stands in its column's head."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.figures import Found, kinds, noun_kind
from build_scripts.reading.extract.folding import NUMBER_CELL, cells_in, heads, is_row, lines_of

UNIT_IN_HEAD = re.compile(r"[(（/,，](?:单位 ?[:：]?)?(?P<unit>[^()（）/\d]{1,5})[)）]?\s*$")
UNIT_ABOVE = re.compile(r"单位 ?[:：] ?(?P<unit>[^\s,，、;；/)）|]{1,4})")
SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6}
MONEY_HEAD = re.compile("资金|投资|金额|财政|捐|产值|收入|销售额|贷款|拨付|到位")
SHORT = 14  # characters of a cell that stands on a line of its own
RULE = re.compile(r"^[\s|:+=-]*[-=]{2}[\s|:+=-]*$")
SERIAL = re.compile("序号|编号|年[度份]?$|排名|No")
ABOVE = 3  # lines in which 单位:万元 and the caption may stand above a table


@dataclass(frozen=True)
class Cell:
    """The number cells of a table: where one stands, its column's head, its row's label, the caption, the unit."""

    start: int
    end: int
    row: tuple[int, int]  # begin and end of its line
    head: str
    label: str
    caption: str
    unit: str
    by_label: bool  # the label of the row, not the head of the column, says what is counted


def cells_of(folded: str) -> list[Cell]:
    """Returns the number cells of all tables of a text, in order."""
    lines = lines_of(folded)
    result: list[Cell] = []
    head, caption, unit = [], "", ""
    above_rows = heads(lines)
    for place, (first, line) in enumerate(lines):
        if RULE.match(line):
            continue
        cells = [(first + at, text) for at, text in cells_in(line) or above_rows.get(place, [])]
        if not any(NUMBER_CELL.match(text) for _, text in cells):
            if cells:
                head = [text for _, text in cells]
                above = [text for _, text in lines[max(0, place - ABOVE) : place] if text.strip()]
                caption, named = "".join(above[-2:])[-40:], UNIT_ABOVE.findall(" ".join([*above[-2:], line]))
                unit = named[-1] if named else ""
            elif line.strip():
                head = []
            continue
        if head:
            result += row_cells((first, first + len(line)), cells, head, caption, unit)
    return sorted([*result, *upright(lines)], key=lambda cell: cell.start)


def upright(lines: list[tuple[int, str]]) -> list[Cell]:
    """Returns the number cells of tables whose every cell stands on a line of its own, as web pages are saved."""
    result: list[Cell] = []
    block: list[tuple[int, str]] = []
    for first, line in [*lines, (0, "")]:
        if 0 < len(line.strip()) <= SHORT and not re.search("[。,，;；]", line) and not is_row(line):
            block.append((first + len(line) - len(line.lstrip()), line.strip()))
        else:
            result += block_cells(block)
            block = []
    return result


def block_cells(block: list[tuple[int, str]]) -> list[Cell]:
    """Returns the number cells of one block of short lines; nothing where its columns cannot be told."""
    numeric = [bool(NUMBER_CELL.match(text)) for _, text in block]
    if sum(numeric) < 4 or not any(numeric[:12]):
        return []
    first = numeric.index(True)
    for width in (first - 1, first):
        for skip in (0, 1, 2):
            head, body = block[skip:width], block[width:]
            columns = len(head)
            rows = (
                [numeric[width:][at : at + columns] for at in range(0, len(body) - columns + 1, columns)]
                if columns > 1
                else []
            )
            if len(rows) > 1 and len(body) - len(rows) * columns < 2 and all(row == rows[0] for row in rows):
                return block_rows([text for _, text in head], body, columns, " ".join(text for _, text in block[:skip]))
    return []


def block_rows(head: list[str], body: list[tuple[int, str]], columns: int, above: str) -> list[Cell]:
    named = UNIT_ABOVE.findall(above)
    rows = [body[at : at + columns] for at in range(0, len(body) - columns + 1, columns)]
    return [
        cell
        for row in rows
        for cell in row_cells((row[0][0], row[-1][0] + len(row[-1][1])), row, head, above, named[-1] if named else "")
    ]


def row_cells(
    row: tuple[int, int], cells: list[tuple[int, str]], head: list[str], caption: str, unit: str
) -> list[Cell]:
    """Returns the number cells of one row; a row shorter than its head is taken from the right."""
    shift = max(0, len(head) - len(cells))
    named = [(head[place + shift] if place + shift < len(head) else "", cell) for place, cell in enumerate(cells)]
    label = "".join(text for name, (_, text) in named if not NUMBER_CELL.match(text) and name != "单位")
    own = next((text for name, (_, text) in named if name == "单位"), "") or unit_of(label, "")
    return [
        Cell(at, at + len(text), row, name, label, caption, unit_of(name, "") or own or unit_of(name, unit), bool(own))
        for name, (at, text) in named
        if NUMBER_CELL.match(text)
    ]


def unit_of(head: str, above: str) -> str:
    """Returns the unit in the head of a column; that above the table for money, and for heads without any."""
    if SERIAL.match(head):
        return ""
    named = UNIT_IN_HEAD.search(head)
    if named and is_unit(named["unit"]):
        return named["unit"]
    if above and ("元" not in above or MONEY_HEAD.search(head)):
        return above
    counted = re.search(r"(人次|人|户|个|家|亩|公里|所|期|批|次|名|对|吨|%)[)）]?数?$", head.removesuffix("数"))
    return counted[1] if counted else ""


def is_unit(text: str) -> bool:
    return bool(kinds().get(re.sub("^(?:百万|[万亿千百])", "", text).lower())) or text in SCALES


def at_cell(figure: Found, cells: list[Cell]) -> Cell | None:
    return next((cell for cell in cells if cell.start <= figure.core < cell.end), None)


def in_cell(figure: Found, cells: list[Cell]) -> Found:
    """Returns a figure with the unit of its column where it is a bare number in a table."""
    cell = at_cell(figure, cells)
    if cell is None or figure.unit or figure.low is None:
        return figure
    if not cell.unit:
        return replace(
            figure, kind="" if SERIAL.match(cell.head) else noun_kind(re.sub("数量?$|[(（].*", "", cell.head))
        )
    scale = re.match("百万|[万亿千](?!瓦|克|米)", cell.unit)
    unit = cell.unit[scale.end() :] if scale else cell.unit
    factor = Decimal(SCALES[scale.group()] if scale else 1)
    unit = unit or ("元" if MONEY_HEAD.search(cell.head + cell.label) else "")
    kind = kinds().get(unit.lower(), "piece")
    if kind == "piece":
        kind = noun_kind(re.sub("数?量?[(（].*", "", cell.head)) or kind
    return replace(figure, low=figure.low * factor, high=figure.high and figure.high * factor, unit=unit, kind=kind)


def in_table(row: Context, cells: list[Cell]) -> Context:
    """Returns a figure's surroundings; in a table these are the head of its column, its label and the caption."""
    cell = at_cell(row.found, cells)
    if cell is None:
        return row
    head, label = (re.sub(r"[(（][^()（）]*[)）]|数量?$", "", text) for text in (cell.head, cell.label))
    first, last = (head, label) if cell.by_label else (label, head)
    return replace(
        row,
        sentence_start=cell.row[0],
        sentence=cell.label,
        before=f"{cell.caption},{first},{last}",
        near_before=f"{first}{last}",
        near_after="",
        after="",
        cell=True,
    )

"""Tables inside a text: what a cell counts stands in its column's head, what it is about in its row's label."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.figures import Found, noun_kind
from build_scripts.reading.extract.rows import NUMBER_CELL, RULE, Cell, cells_in, heads, is_row, lines_of, place_in
from build_scripts.reading.extract.table_units import kind_of_unit, named_units, scaled, unit_of

SHORT = 14  # characters of a cell that stands on a line of its own
SERIAL = re.compile("^(?:序号|编号|项次|排名|No)")
ABOVE = 3  # lines in which 单位:万元 and the caption may stand above a table


@dataclass(frozen=True)
class Head:
    """The head of a table: its line, its cells with their offsets in it, the caption above and the units it names."""

    table: int
    line: str
    cells: tuple[tuple[int, str], ...]
    caption: str
    units: tuple[str, ...]


def cells_of(folded: str) -> list[Cell]:
    """Returns the number cells of all tables of a text, in order."""
    lines = lines_of(folded)
    result: list[Cell] = []
    head: Head | None = None
    above_rows = heads(lines)
    for place, (first, line) in enumerate(lines):
        cells = cells_in(line) or above_rows.get(place, [])
        if any(NUMBER_CELL.match(text) for _, text in cells):
            result += row_cells(first, line, cells, head) if head else []
        elif cells:
            head = head_of(lines, place, cells)
        elif line.strip() and not RULE.match(line):
            head = None
    return sorted([*result, *upright(lines)], key=lambda cell: cell.start)


def head_of(lines: list[tuple[int, str]], place: int, cells: list[tuple[int, str]]) -> Head:
    first, line = lines[place]
    above = [text for _, text in lines[max(0, place - ABOVE) : place] if text.strip() and not RULE.match(text)]
    return Head(first, line, tuple(cells), "".join(above[-2:])[-60:], named_units(" ".join([*above[-2:], line])))


def row_cells(first: int, line: str, cells: list[tuple[int, str]], head: Head) -> list[Cell]:
    """Returns the number cells of one row under the columns of its head."""
    columns = columns_of(line, cells, head)
    names = [head.cells[column][1] if column is not None else "" for column in columns]
    words = [
        (name, text)
        for name, (_, text) in zip(names, cells, strict=True)
        if text and not NUMBER_CELL.match(text) and not re.fullmatch("[-—/]+", text)
    ]
    label = "".join(text for name, text in words if name != "单位")
    own = next((text for name, text in words if name == "单位"), "") or unit_of(label, ())
    named = [(text, name) for name, text in words if not SERIAL.match(name) and name != "单位"]
    subject = (named or [(text, "") for _, text in words] or [("", "")])[0]
    found = []
    for column, name, (at, text) in zip(columns, names, cells, strict=True):
        if NUMBER_CELL.match(text):
            unit = "" if SERIAL.match(name) else unit_of(name, ()) or own or unit_of(name, head.units)
            where = (first + at, first + at + len(text), text, (first, first + len(line)), head.table)
            found.append(
                Cell(*where, -1 if column is None else column, name, label, *subject, head.caption, unit, bool(own))
            )
    return found


def columns_of(line: str, cells: list[tuple[int, str]], head: Head) -> list[int | None]:
    """Returns the column of each cell: in order; of a shorter row by where it is shown, else from the right."""
    if len(cells) == len(head.cells):
        return list(range(len(cells)))
    if not re.search(r"[\t|]", line) and "  " in line:
        shown = [(place_in(head.line, at), place_in(head.line, at + len(text))) for at, text in head.cells]
        return [nearest(place_in(line, at), place_in(line, at + len(text)), shown) for at, text in cells]
    shift = len(head.cells) - len(cells)
    return [place + shift if 0 <= place + shift < len(head.cells) else None for place in range(len(cells))]


def nearest(start: int, end: int, shown: list[tuple[int, int]]) -> int:
    """Returns the column whose head begins or ends nearest to a cell."""
    return min(range(len(shown)), key=lambda at: min(abs(start - shown[at][0]), abs(end - shown[at][1])))


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
                return block_rows(head, body, " ".join(text for _, text in block[:skip]))
    return []


def block_rows(head: list[tuple[int, str]], body: list[tuple[int, str]], above: str) -> list[Cell]:
    columns = len(head)
    named = Head(head[0][0], "", tuple(head), above, named_units(above))
    rows = [body[at : at + columns] for at in range(0, len(body) - columns + 1, columns)]
    return [
        replace(cell, row=(row[0][0], row[-1][0] + len(row[-1][1])))
        for row in rows
        for cell in row_cells(0, "\t", row, named)
    ]


def at_cell(figure: Found, cells: list[Cell]) -> Cell | None:
    return next((cell for cell in cells if cell.start <= figure.core < cell.end), None)


def cell_figure(cell: Cell) -> Found | None:
    """Returns the figure of a number cell with the unit of its column; None where its digits are no number."""
    digits = re.sub("[ ,%约近—-]", "", cell.text)
    if digits.count(".") > 1 or not digits:
        return None
    percent = cell.text.endswith("%")
    factor, unit = scaled("%" if percent else cell.unit, cell.head + cell.label)
    head = re.sub("数?量?[(（].*|数$", "", cell.head)
    kind = kind_of_unit(unit, head) if unit else "" if SERIAL.match(cell.head) else noun_kind(head)
    value = Decimal(digits.strip(".")) * factor
    start = cell.start + (cell.text[0] in "-—")
    qualifier = {"近": "nearly", "约": "about"}.get(cell.text[0], "exact")
    return Found(start, cell.end, cell.start + (not cell.text[0].isdigit()), value, value, unit, kind, qualifier, False)


def with_cells(figures: list[Found], cells: list[Cell], lines: list[tuple[int, int]]) -> list[Found]:
    """Returns the figures of a text with those of its tables, as their columns count them, in their place.

    A number in words inside a row (二期, two pairs) is part of a label and no figure.
    """
    kept = [
        figure
        for figure in figures
        if at_cell(figure, cells) is None
        and not (figure.han and any(first <= figure.core < end for first, end in lines))
    ]
    return sorted([*kept, *(f for cell in cells if (f := cell_figure(cell)))], key=lambda figure: figure.core)


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
        near_before=f"{first},{last}",
        near_after="",
        after="",
        cell=cell,
    )

"""Lines that are rows of a table: their cells, whatever divides them: tabs, bars, wide spaces, commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

DIVIDERS = (
    (r"[\t|]", 2, 0),
    (" {2,}", 3, 0),
    (" {2,}", 2, 1),
    ("[,，]", 3, 2),
    (" ", 3, 2),
)  # pattern, cells, numbers at least
KEEPS_BLANKS = r"[\t|]"  # an empty cell between two of these is a cell
SPACED = re.compile("[\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff0-9]")  # a space between any two characters
NUMBER_CELL = re.compile(r"^[-—约近]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9][0-9,.]*)%?$")
TOTAL = re.compile(r"^(?:合 ?计|总 ?计|小 ?计|全年|累计|共计|全[县市州区省]|total)|together|in all", re.I)
LONGEST_ROW = 90  # characters of a row whose cells only spaces or commas divide
RULE = re.compile(r"^[\s|:+=─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛═╔╦╗╠╬╣╚╩╝-]*[-=─━═]{2}[\s|:+=─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛═╔╦╗╠╬╣╚╩╝-]*$")


@dataclass(frozen=True)
class Cell:
    """A number cell of a table: where it stands, what its column's head, its row's label and the caption say."""

    start: int
    end: int
    text: str
    row: tuple[int, int]  # begin and end of its line
    table: int  # begin of its table
    column: int
    head: str
    label: str  # all words of its row
    name: str  # the first of them: what the row is about
    name_head: str  # the head above that
    caption: str
    unit: str
    by_label: bool  # the label of the row, not the head of the column, says what is counted


def lines_of(text: str) -> list[tuple[int, str]]:
    """Returns (offset, line) of every line."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((at, line.rstrip("\n")))
        at += len(line)
    return lines


def is_row(line: str) -> bool:
    """True for a row of a table, whatever divides its cells."""
    return bool(cells_in(line))


def cells_in(line: str) -> list[tuple[int, str]]:
    """Returns (offset, text) of the cells of a row, blank ones between tabs or bars too; nothing for a sentence."""
    if re.search("[。;；]", line) or SPACED.search(line) or RULE.match(line):
        return []
    for divider, fewest, numbers in DIVIDERS:
        cells = split(line, divider)
        if divider in ("[,，]", " ") and (len(line) > LONGEST_ROW or len(cells) > 2 * numeric(cells)):
            continue
        if sum(bool(text) for _, text in cells) >= fewest and numeric(cells) >= numbers:
            return cells
    return []


def numeric(cells: list[tuple[int, str]]) -> int:
    return sum(bool(NUMBER_CELL.match(text)) for _, text in cells)


def split(line: str, divider: str) -> list[tuple[int, str]]:
    """Returns (offset, text) of the pieces of a line, without blank ones at its ends or between spaces."""
    pieces, at = [], 0
    for gap in [*re.finditer(divider, line), None]:
        end = gap.start() if gap else len(line)
        text = line[at:end]
        pieces.append((at + len(text) - len(text.lstrip()), text.strip()))
        at = gap.end() if gap else end
    filled = [place for place, (_, text) in enumerate(pieces) if text]
    if not filled:
        return []
    inner = pieces[filled[0] : filled[-1] + 1]
    return inner if divider == KEEPS_BLANKS else [piece for piece in inner if piece[1]]


def heads(lines: list[tuple[int, str]]) -> dict[int, list[tuple[int, str]]]:
    """Returns line -> its cells for the line above each table whose cells only spaces or commas divide."""
    result = {}
    for place in range(1, len(lines)):
        cells, above = cells_in(lines[place][1]), lines[place - 1][1]
        for divider in ("[,，]", " ") if cells and not cells_in(above) else ():
            pieces = split(above, divider)
            if len(pieces) == len(cells) > 2 and not numeric(pieces):
                result[place - 1] = pieces
    return result


def place_in(line: str, offset: int) -> int:
    """Returns the column in which an offset is shown; a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line[:offset])

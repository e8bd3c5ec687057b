"""Workbooks by XlsxWriter: text stays text, numbers are numbers, links are live, the same bytes from the same rows."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from build_scripts.ledger.collector import uncollected

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME, LONGEST_TEXT, MOST_ROWS, LONGEST_LINK = 31, 32_767, 1_048_575, 2_079  # limits of the format
NUMBER = "#,##0.########"
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MANY_ROWS = 20_000  # from here on a row is written down at once, its texts in it, and stays in no memory


@dataclass(frozen=True)
class Head:
    """A column of a sheet: its title, its width in characters, and whether its texts are addresses to follow."""

    title: str
    width: int = 18
    is_link: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet. With heads it begins with one row of titles that stays in view and carries the filters.

    Rows beyond what the format holds (1,048,575) are left out; whoever makes the sheet says so.
    """

    name: str
    rows: Sequence[Sequence]
    heads: Sequence[Head] = ()
    width: int = 110  # of the one column of a sheet without heads


@dataclass(frozen=True)
class Properties:
    """What a workbook says of itself where a file manager shows it; `day` is its date (ISO)."""

    title: str
    author: str
    comments: str
    day: str


def workbook(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """Returns the XLSX file of the sheets: millions of objects, one a cell, through which Python need not search."""
    with uncollected():
        return written(sheets, properties)


def written(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    out = io.BytesIO()
    are_many = sum(len(sheet.rows) for sheet in sheets) > MANY_ROWS
    book = Workbook(out, OPTIONS | {"in_memory": not are_many, "constant_memory": are_many})
    book.set_properties({
        "title": properties.title, "author": properties.author, "comments": properties.comments,
        "created": datetime.fromisoformat(properties.day),
    })  # fmt: skip
    bold, number = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": NUMBER})
    plain, link = book.add_format(), book.get_default_url_format()
    for sheet in sheets:
        page = book.add_worksheet(sheet_name(sheet.name))
        write_head(page, sheet, bold)
        links = [head.is_link for head in sheet.heads]
        for line, row in enumerate(sheet.rows[:MOST_ROWS], start=1 if sheet.heads else 0):
            for place, cell in enumerate(row):
                if cell is not None:
                    write_cell(page, line, place, cell, number, link if links and links[place] else plain)
    book.close()
    return out.getvalue()


def write_head(page: Worksheet, sheet: Sheet, bold: Format) -> None:
    """Writes the row of titles, sets widths, keeps it in view and gives every column a filter."""
    if not sheet.heads:
        page.set_column(0, 0, sheet.width)
        return
    for place, head in enumerate(sheet.heads):
        page.write_string(0, place, head.title, bold)
        page.set_column(place, place, head.width)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, min(len(sheet.rows), MOST_ROWS)), len(sheet.heads) - 1)


def write_cell(page: Worksheet, line: int, place: int, cell: object, number: Format, text: Format) -> None:
    """Writes one cell; text is stored as text, so that none of it can be read as a formula."""
    if isinstance(cell, str):  # most are
        if text.hyperlink and len(cell) <= LONGEST_LINK and cell.startswith(("http://", "https://")):
            page.write_url(line, place, cell, text)
        else:
            page.write_string(line, place, NOT_XML.sub("", cell)[:LONGEST_TEXT])
    elif isinstance(cell, bool):
        page.write_boolean(line, place, cell)
    else:
        page.write_number(line, place, cell, number if isinstance(cell, Decimal | float) else None)


def sheet_name(name: str) -> str:
    """Returns the name without the characters that sheets may not have, in 31 characters."""
    return NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME]

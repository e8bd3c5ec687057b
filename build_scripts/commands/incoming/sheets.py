"""Bytes that were sent -> grids of bare text: CSV in any encoding and with any separator, XLSX, the text of a form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from zipfile import BadZipFile, ZipFile

from build_scripts.commands.incoming.remarks import Remark, UnreadableFile, mended
from build_scripts.reading.packed import unpacked_bytes

ZIP = b"PK\x03\x04"
OTHERS = {b"\xd0\xcf\x11\xe0": "old_excel", b"%PDF": "report", b"{\\rtf": "report"}  # how a file begins
PACKED = {"content.xml": "open_document", "word/document.xml": "report"}  # what a packed file holds
WEB_PAGE = re.compile(rb"\s*<(!doctype|html|table|\?xml)", re.I)
DAILY = {"GB18030": (b"\xb0", b"\xd7"), "Big5": (b"\xa4", b"\xc6")}  # first byte of characters of daily use
SEPARATORS = {",": "，", ";": "；", "\t": "Tab", "|": "|"}
HEADING = re.compile(r"^### +(.+?)[ \t]*$", re.M)
NO_ANSWER = ("_No response_", "None", "不填")
OTHER_TABLE, SOURCES = re.compile(r"\bsources\.(?=\w+$)"), "sources"  # of a form that also tells its document
CONFLICT = re.compile(r"^(<{7}|>{7}|={7})( |$)")
MOST_LINES_IN_A_CELL = 20  # a cell with more has swallowed rows: its quotation mark is not closed
MOST_UNPACKED = 100_000_000  # bytes of a workbook's parts; ten thousand rows take about five million


@dataclass(frozen=True)
class Grid:
    """Rows of text as sent. `dates` are the (line, place in the row) of cells that a spreadsheet holds as dates."""

    name: str
    rows: list[tuple[int, list[str]]]
    remarks: tuple[Remark, ...] = ()
    dates: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def read_grids(name: str, content: bytes, known: Callable[[list[str]], int]) -> list[Grid]:
    """Returns the grids of a file; `known` counts the columns of the ledger in a row, to tell separators apart.

    Raises UnreadableFile where the file is no table, of an unknown encoding, or full of conflict markers.
    """
    if other := other_kind(content):
        raise UnreadableFile(other, name=name)
    if content.startswith(ZIP):
        return list(workbook_grids(name, content))
    text, encoding = decoded(name, content)
    remarks = () if encoding == "UTF-8" else (mended("encoding", encoding=encoding),)
    if HEADING.match(text.lstrip()):
        return form_grids(name, text, remarks)
    return [csv_grid(name, text, remarks, known)]


def other_kind(content: bytes) -> str:
    """Returns why a file is no table, by how it begins or what is packed in it; '' where it may be one."""
    if not content.strip():
        return "empty"
    if WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")):
        return "web_page"
    if not content.startswith(ZIP):
        return next((kind for mark, kind in OTHERS.items() if content.startswith(mark)), "")
    try:
        names = ZipFile(io.BytesIO(content)).namelist()
    except BadZipFile:
        return "cut_off"
    kind = next((kind for held, kind in PACKED.items() if held in names), "")
    return kind or ("" if "[Content_Types].xml" in names else "packed")


def decoded(name: str, content: bytes) -> tuple[str, str]:
    """Returns the text and the encoding it was in; a mark at its beginning decides, then NULs, then strict reading."""
    for mark, encoding in ((b"\xef\xbb\xbf", "UTF-8-SIG"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if content.startswith(mark):
            return content.decode(encoding), encoding.replace("-SIG", " BOM")
    tries = ["UTF-8", *chinese_encodings(content)]
    if content.count(0) > len(content) // 4:
        tries = ["UTF-16-LE", "UTF-16-BE"] if content[1:2] == b"\0" else ["UTF-16-BE", "UTF-16-LE"]
    for encoding in tries:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("encoding", name=name)


def chinese_encodings(content: bytes) -> list[str]:
    """Returns GB18030 and Big5, first the one in which the bytes are characters of daily use: either reads the other's.

    Both standards keep characters of daily use on rows of their own.
    """
    return sorted(DAILY, key=lambda encoding: -daily_share(content, encoding))


def daily_share(content: bytes, encoding: str) -> float:
    text = content.decode(encoding, errors="replace")
    foreign = [char for char in text if not char.isascii()]
    first, last = DAILY[encoding]
    leads = [char.encode(encoding, errors="ignore")[:1] for char in foreign]
    return sum(first <= lead <= last for lead in leads) / max(1, len(leads))


def csv_grid(name: str, text: str, remarks: tuple[Remark, ...], known: Callable[[list[str]], int]) -> Grid:
    """Returns the grid of a CSV text, read with the separator that yields the most known columns."""
    for number, line in enumerate(text.splitlines(), start=1):
        if CONFLICT.match(line):
            raise UnreadableFile("conflict", name=name, line=str(number), text=line[:20])
    read = {separator: split(text, separator) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda s: max((known(cells) for _, cells in read[s][:12]), default=0))
    for line, cells in read[separator]:
        if any(cell.count("\n") > MOST_LINES_IN_A_CELL or separator_swallowed(cell, separator) for cell in cells):
            raise UnreadableFile("quotes", name=name, line=str(line))
    if separator != ",":
        remarks += (mended("separator", separator=SEPARATORS[separator]),)
    if "\r" in text:
        remarks += (mended("line_ends"),)
    return Grid(name, read[separator], remarks)


def separator_swallowed(cell: str, separator: str) -> bool:
    """True where a cell holds whole further lines with separators: its quotation mark was never closed."""
    return any(line.count(separator) > 3 for line in cell.split("\n")[1:])


def split(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Returns every record with the line it begins on; one cell of the whole rest where it stops being CSV."""
    reader, rows, line = csv.reader(io.StringIO(text, newline=""), delimiter=separator), [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:  # a cell longer than any: its quotation mark is not closed
        rows.append((line, ["\n" * (MOST_LINES_IN_A_CELL + 1)]))
    return rows


def form_grids(name: str, text: str, remarks: tuple[Remark, ...]) -> list[Grid]:
    """Returns an issue form as grids of one row: its headings are the header, its answers the cells.

    Headings such as `sources.title` are the row of another table. Where no source is named, that document is it.
    """
    parts = HEADING.split(text.replace("\r\n", "\n"))[1:]
    answers = [(head, answered(cell)) for head, cell in zip(parts[::2], parts[1::2], strict=True)]
    own = [(head, cell) for head, cell in answers if "." not in head.split()[-1]]
    of_source = [(OTHER_TABLE.sub("", head), cell) for head, cell in answers if OTHER_TABLE.search(head)]
    titles = [cell for head, cell in of_source if head.split()[-1] == "title"]
    if any(titles):
        own = [(head, cell or titles[0] if head.split()[-1] == "source_id" else cell) for head, cell in own]
    grids = [(name, own), *([(SOURCES, of_source)] if any(titles) else [])]
    return [Grid(called, [(1, [h for h, _ in cells]), (2, [c for _, c in cells])], remarks) for called, cells in grids]


def answered(answer: str) -> str:
    """Returns an answer on one line; '' where none was given."""
    answer = " ".join(answer.split())
    return "" if answer in NO_ANSWER else answer


def workbook_grids(name: str, content: bytes) -> Iterator[Grid]:
    """Yields one grid a sheet; a cell that spans rows is repeated in each of them."""
    if (size := unpacked_bytes(content)) > MOST_UNPACKED:
        raise UnreadableFile("too_large", name=name, size=f"{size:,}", most=f"{MOST_UNPACKED:,}")
    from openpyxl import load_workbook  # late: 0.2 s that CSV need not wait for

    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
        formulas = formulas_of(content)
    except (KeyError, ValueError, OSError) as error:
        raise UnreadableFile("workbook", name=name, reason=str(error)) from error
    for sheet in book.worksheets:
        cells = {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value is not None}
        cells = {at: formula for at, formula in formulas.get(sheet.title, {}).items() if at not in cells} | cells
        grid = Grid(sheet.title, [], dates=frozenset(at for at, cell in cells.items() if isinstance(cell, date)))
        for area in sheet.merged_cells.ranges:
            if area.max_row > area.min_row and (area.min_row, area.min_col) in cells:
                top = cells[area.min_row, area.min_col]
                cells |= {(row, area.min_col): top for row in range(area.min_row, area.max_row + 1)}
                grid = replace(grid, remarks=(*grid.remarks, mended("merged", area.min_row, cells=str(area))))
        if hidden := [row for row in {row for row, _ in cells} if sheet.row_dimensions[row].hidden]:
            grid = replace(grid, remarks=(*grid.remarks, mended("hidden", min(hidden), n=str(len(hidden)))))
        width = max((column for _, column in cells), default=0)
        rows = [
            (row, [cell_text(cells.get((row, column))) for column in range(1, width + 1)])
            for row in range(1, sheet.max_row + 1)
        ]
        yield replace(grid, rows=rows, dates=frozenset((row, column - 1) for row, column in grid.dates))


def formulas_of(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Returns sheet -> (row, column) -> formula, for cells whose result a file may lack; {} where it has none."""
    packed = ZipFile(io.BytesIO(content))
    if not any(b"<f" in packed.read(each) for each in packed.namelist() if each.startswith("xl/worksheets/")):
        return {}
    from openpyxl import load_workbook  # late, as above

    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: {(c.row, c.column): str(c.value) for row in sheet.iter_rows() for c in row if c.data_type == "f"}
        for sheet in book.worksheets
    }


def cell_text(value: object) -> str:
    """Returns a cell of a workbook as text: dates as ISO, whole numbers without a point, truths in small letters."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}"
    return str(value)

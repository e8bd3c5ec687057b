"""The tables on disk, each file read once: its bare cells, and the typed frames made from them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.sizes import MAX_BYTES, large_files

if TYPE_CHECKING:
    import pandas as pd

Tables = dict[str, "pd.DataFrame"]
Rows = list[tuple[int, list[str]]]  # (line number in the CSV file, cells)
Fault = tuple[str, int] | None  # why a file could not be read whole, and the line where
INTEGER, NUMBER = (
    re.compile(r"-?[0-9]{1,18}"),
    re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?"),
)  # Python alone would take 1_000 and １２


MAX_CHARACTERS, MAX_CELLS = 10_000, 1_000  # of one cell, of one row
ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "gb18030"))  # tried where a file is not UTF-8
SEPARATORS = (";", "\t", "|", "，")  # what spreadsheets and people write for the comma


@dataclass(frozen=True)
class RawTable:
    """A CSV file as it lies on disk: its bytes, its header and its rows as bare text.

    `records` are all records with header and blank lines, up to where the file stops being CSV; `rows` are
    those below the header that are not blank. `fault` says why the file could not be read whole: missing,
    nothing, too_big, encoding, quotes, long_cell, wide_row, and the line where.
    """

    content: bytes = b""
    header: list[str] = field(default_factory=list)
    rows: Rows = field(default_factory=list)
    records: Rows = field(default_factory=list)
    encoding: str = "utf-8"
    separator: str = ","
    fault: Fault = None

    @cached_property
    def texts(self) -> dict[str, dict[str, list[int]]]:
        """Column -> each text that fills cells of it -> the lines of these cells."""
        found: dict[str, dict[str, list[int]]] = {column: {} for column in self.header}
        for line, cells in self.rows:
            for column, cell in zip(self.header, cells, strict=False):
                if cell:
                    found[column].setdefault(cell, []).append(line)
        return found


RawTables = dict[str, RawTable]
ROWS: dict[int, tuple[ref, list]] = {}  # id of a frame -> the frame, as long as there is one, and its rows


def read_tables(package: Package) -> Tables:
    """Returns one typed frame a table (see `type_tables`), read from disk."""
    return type_tables(package, read_raw_tables(package))


def read_raw_tables(package: Package) -> RawTables:
    """Returns the bare cells of every table, in the order of the descriptor; each file is opened once."""
    raw = {}
    for table in package.schemas:
        try:
            raw[table] = read_raw_table(package, table)
        except Exception as error:
            error.add_note(str(package.path(table)))  # the command line names the file that was being read
            raise
    return raw


def read_raw_table(package: Package, table: str) -> RawTable:
    """Returns the bare cells of one table, read as far as they can be, with the fault that stopped it.

    A file that is not UTF-8 is read as UTF-16 or GB18030 where it can be, so that other tables still find its
    ids; one that is larger than `max_bytes` is not read at all.
    """
    path = package.path(table)
    if not path.is_file():
        return RawTable(fault=("missing", 0))
    if path.stat().st_size > package.descriptor.get("max_bytes", MAX_BYTES):
        return RawTable(fault=("too_big", 0))
    content = path.read_bytes()
    text, encoding, fault = decode(content)
    separator = separator_of(text, package.columns(table))
    records, stop = split_records(text, separator)
    header = records[0][1] if records else []
    rows = [record for record in records[1:] if record[1]]
    fault = fault or stop or (None if header else ("nothing", 0))
    return RawTable(content, header, rows, records, encoding, separator, fault)


def decode(content: bytes) -> tuple[str, str, Fault]:
    """Returns the text, the encoding it was read in, and the fault and its line where that is not UTF-8."""
    try:
        return content.decode("utf-8-sig"), "utf-8", None
    except UnicodeDecodeError as error:
        fault = ("encoding", content[: error.start].count(b"\n") + 1)
    for mark, encoding in ENCODINGS:
        try:
            if content.startswith(mark):
                return content.decode(encoding), encoding, fault
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8-sig", errors="replace"), "", fault


def separator_of(text: str, columns: list[str]) -> str:
    """Returns what stands between the cells: a comma, unless the header has the columns only with another sign."""
    first = text.split("\n", 1)[0].strip().replace('"', "")
    return next((sign for sign in SEPARATORS if sorted(first.split(sign)) == sorted(columns)), ",")


def split_records(text: str, separator: str = ",") -> tuple[Rows, Fault]:
    """Returns every record of a CSV text with the line it begins on, up to a fault: quotes, long_cell, wide_row."""
    csv.field_size_limit(MAX_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records, line = [], 1
    try:
        for cells in reader:
            if len(cells) > MAX_CELLS:
                return records, ("wide_row", line)
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        is_long = max(map(len, text.splitlines()[line - 1 : line]), default=0) > MAX_CHARACTERS
        return records, ("long_cell" if is_long else "quotes", line)
    return records, None


def type_tables(package: Package, raw: RawTables) -> Tables:
    """Returns one frame a table, a column a field, indexed by line number in the CSV file.

    Cells are plain objects: str, int, Decimal, bool, or None where the cell is empty or does not fit its
    type. A cell that does not fit is always a finding of `schema_problems` or of the rule `plain_cells`, so a
    ledger without errors loses nothing here, and one with errors can be looked at as far as it reads. A
    column the file lacks holds None.
    """
    return {table: type_table(package.schemas[table]["fields"], raw[table]) for table in package.schemas}


def type_table(fields: list[dict], raw: RawTable) -> pd.DataFrame:
    """Returns the typed frame of one table (see `type_tables`)."""
    import pandas as pd  # late: `check` has Frictionless begin before, in a process of its own

    header = raw.header
    places = [(header.index(f["name"]) if f["name"] in header else -1, f["type"]) for f in fields]
    cells = [[read_cell(row[i], kind) if 0 <= i < len(row) else None for i, kind in places] for _, row in raw.rows]
    lines = [line for line, _ in raw.rows]
    return pd.DataFrame(cells, columns=[f["name"] for f in fields], index=lines, dtype=object)


def rows_of(frame: pd.DataFrame) -> list:
    """Returns the rows of a frame as named tuples, `Index` the line; made once, since no frame is ever changed."""
    made_of, rows = ROWS.get(id(frame), (None, []))
    if made_of is None or made_of() is not frame:
        place, rows = id(frame), list(frame.itertuples())
        ROWS[place] = ref(frame, lambda _: ROWS.pop(place, None)), rows
    return rows


def filled_texts(raw: RawTables) -> Iterator[tuple[str, str, str, list[int]]]:
    """Yields (table, column, bare text, lines) of every text that fills cells; what a text is, is asked of it once."""
    for table, file in raw.items():
        for column, texts in file.texts.items():
            yield from ((table, column, text, lines) for text, lines in texts.items())


def read_texts(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Returns the bytes of the named source texts that are in the folder; raises LedgerError where one is too large."""
    paths = {name: folder / name for name in sorted(set(names)) if (folder / name).is_file()}
    if large := large_files(paths.values()):
        raise LedgerError(large)
    return {name: path.read_bytes() for name, path in paths.items()}


def read_cell(cell: str, kind: str) -> str | int | Decimal | bool | None:
    """Returns the value of a cell of a schema type; None where it is empty or does not fit."""
    return CELL_READERS.get(kind, str)(cell) if cell else None


def read_integer(cell: str) -> int | None:
    return int(cell) if INTEGER.fullmatch(cell) else None


def read_decimal(cell: str) -> Decimal | None:
    """Exact decimals: money is added without rounding."""
    return Decimal(cell) if NUMBER.fullmatch(cell) else None


CELL_READERS: dict[str, Callable] = {
    "string": str,
    "integer": read_integer,
    "number": read_decimal,
    "boolean": {"true": True, "false": False}.get,
}

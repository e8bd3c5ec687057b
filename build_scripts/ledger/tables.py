"""The tables on disk, each file read once: its bare cells, and the typed frames made from them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd

from build_scripts.ledger.package import Package

Tables = dict[str, pd.DataFrame]
Rows = list[tuple[int, list[str]]]  # (line number in the CSV file, cells)
INTEGER, NUMBER = (
    re.compile(r"-?[0-9]+"),
    re.compile(r"-?[0-9]+(\.[0-9]+)?"),
)  # Python alone would take 1_000 and １２


@dataclass(frozen=True)
class RawTable:
    """A CSV file as it lies on disk: its bytes, its header and its rows as bare text.

    `records` are all records with header and blank lines, up to where the file stops being CSV; `rows` are
    those below the header that are not blank.
    """

    content: bytes
    header: list[str]
    rows: Rows
    records: Rows


RawTables = dict[str, RawTable]


def read_tables(package: Package) -> Tables:
    """Returns one typed frame a table (see `type_tables`), read from disk."""
    return type_tables(package, read_raw_tables(package))


def read_raw_tables(package: Package) -> RawTables:
    """Returns the bare cells of every table, in the order of the descriptor; each file is opened once."""
    return {table: read_raw_table(package, table) for table in package.schemas}


def read_raw_table(package: Package, table: str) -> RawTable:
    """Returns the bare cells of one table.

    Bytes that are not UTF-8 become U+FFFD; a missing file has neither header nor rows.
    """
    content = read_file(package.path(table))
    records = split_records(content.decode("utf-8-sig", errors="replace"))
    header = records[0][1] if records else []
    return RawTable(content, header, [record for record in records[1:] if record[1]], records)


def split_records(text: str) -> Rows:
    """Returns every record of a CSV text with the line it begins on, up to where the text stops being CSV."""
    reader, records, line = csv.reader(io.StringIO(text, newline="")), [], 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:  # reported by schema_problems
        pass
    return records


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
    header = raw.header
    places = [(header.index(f["name"]) if f["name"] in header else -1, f["type"]) for f in fields]
    cells = [[read_cell(row[i], kind) if 0 <= i < len(row) else None for i, kind in places] for _, row in raw.rows]
    lines = [line for line, _ in raw.rows]
    return pd.DataFrame(cells, columns=[f["name"] for f in fields], index=lines, dtype=object)


def filled_cells(raw: RawTables) -> Iterator[tuple[str, int, str, str]]:
    """Yields (table, line number, column, bare text) of every cell that is not empty."""
    for table, file in raw.items():
        for line, cells in file.rows:
            yield from ((table, line, column, cell) for column, cell in zip(file.header, cells, strict=False) if cell)


def read_file(path: Path) -> bytes:
    """Returns the bytes of a file; nothing where there is none, which the schema report says."""
    return path.read_bytes() if path.is_file() else b""


def read_texts(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Returns the bytes of the named source texts that are in the folder."""
    return {name: (folder / name).read_bytes() for name in set(names) if (folder / name).is_file()}


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

"""The tables on disk: bare cells and typed frames."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
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


def read_tables(package: Package) -> Tables:
    """Returns one frame a table, a column a field, indexed by line number in the CSV file.

    Cells are plain objects: str, int, Decimal, bool, or None where the cell is empty or does not fit its
    type. A cell that does not fit is always a finding of `schema_problems` or of the rule `plain_cells`, so a
    ledger without errors loses nothing here, and one with errors can be looked at as far as it reads.
    """
    return {name: read_table(package, name) for name in package.schemas}


def read_table(package: Package, table: str) -> pd.DataFrame:
    """Returns the typed frame of one table (see `read_tables`); a column the file lacks holds None."""
    fields = package.schemas[table]["fields"]
    header, rows = read_rows(package, table)
    places = [(header.index(f["name"]) if f["name"] in header else -1, f["type"]) for f in fields]
    cells = [[read_cell(row[i], kind) if 0 <= i < len(row) else None for i, kind in places] for _, row in rows]
    lines = [line for line, _ in rows]
    return pd.DataFrame(cells, columns=[f["name"] for f in fields], index=lines, dtype=object)


def read_rows(package: Package, table: str) -> tuple[list[str], Rows]:
    """Returns the header and the rows of a CSV file as bare text; blank lines are left out.

    Bytes that are not UTF-8 become U+FFFD; a missing file has neither header nor rows.
    """
    (_, header), *rows = read_lines(package, table) or [(1, [])]
    return header, [(line, cells) for line, cells in rows if cells]


def filled_cells(package: Package) -> Iterator[tuple[str, int, str, str]]:
    """Yields (table, line number, column, bare text) of every cell that is not empty."""
    for table in package.schemas:
        header, rows = read_rows(package, table)
        for line, cells in rows:
            yield from ((table, line, column, cell) for column, cell in zip(header, cells, strict=False) if cell)


def read_lines(package: Package, table: str) -> Rows:
    """Returns every record of a CSV file, header and blank lines included, up to where it stops being CSV."""
    text = read_file(package.path(table)).decode("utf-8-sig", errors="replace")
    reader, records, line = csv.reader(io.StringIO(text, newline="")), [], 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:  # reported by schema_problems
        pass
    return records


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



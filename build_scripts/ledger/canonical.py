"""The one way a CSV file is written: rows by key, columns as in the schema, LF, quotes only where needed."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.tables import RawTable, split_records

NUMBER_IN_ID = re.compile(r"(?<=[a-z])([0-9]+)")
NEEDS_QUOTES = re.compile(r'[",\r\n]')
BOOLEANS = {"TRUE": "true", "True": "true", "FALSE": "false", "False": "false"}  # as spreadsheets write them


def canonical_bytes(package: Package, table: str, raw: RawTable) -> bytes | None:
    """Returns the file in canonical form; None where writing it anew would lose something.

    That is: a file with a fault, a header that is not the schema's columns (in any order), a row with too few
    or too many cells, cells that would not be read back as they were.
    """
    columns = package.columns(table)
    if raw.fault or sorted(raw.header) != sorted(columns) or misshapen_lines(raw):
        return None
    rows = canonical_rows(package, table, raw)
    form = written([columns, *rows])
    read, fault = split_records(form)
    return form.encode() if not fault and [cells for _, cells in read] == [columns, *rows] else None


def canonical_rows(package: Package, table: str, raw: RawTable) -> list[list[str]]:
    """Returns the rows with columns as in the schema, by key, booleans in small letters, all else untouched."""
    fields = package.schemas[table]["fields"]
    places = [(raw.header.index(f["name"]), f["type"] == "boolean") for f in fields]
    rows = [[BOOLEANS.get(row[i], row[i]) if is_bool else row[i] for i, is_bool in places] for _, row in raw.rows]
    keys = key_places(package, table, package.columns(table))
    return sorted(rows, key=lambda row: ([sort_key(row[k]) for k in keys], row))


def key_places(package: Package, table: str, header: list[str]) -> list[int]:
    """Returns where in a header the columns of the primary key stand."""
    return [header.index(column) for column in package.schemas[table]["primaryKey"]]


def misshapen_lines(raw: RawTable) -> list[int]:
    """Returns the lines of the rows that have too few or too many cells for their header."""
    return [line for line, cells in raw.rows if len(cells) != len(raw.header)]


def sort_key(key: str) -> list[str | int]:
    """Orders a.f2 before a.f10, and codes of places as text, so that a county stands before its villages."""
    return [int(part) if i % 2 else part for i, part in enumerate(NUMBER_IN_ID.split(key))]


def written(rows: list[list[str]]) -> str:
    """Returns rows as the text of a CSV file."""
    return "".join(map(line_of_cells, rows))


def line_of_cells(cells: list[str]) -> str:
    line = ",".join(cells)
    if line.count(",") < len(cells) and not NEEDS_QUOTES.search(line.replace(",", "")):  # most lines: asked once
        return line + "\n"
    quoted = ['"' + c.replace('"', '""') + '"' if NEEDS_QUOTES.search(c) else c for c in cells]
    return ",".join(quoted) + "\n"

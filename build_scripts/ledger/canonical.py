"""The one way a CSV file is written: rows by key, columns as in the schema, LF, quotes only where needed."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.tables import RawTable

NUMBER_IN_ID = re.compile(r"(?<=[a-z])([0-9]+)")
NEEDS_QUOTES = re.compile(r'[",\r\n]')


def canonical_bytes(package: Package, table: str, raw: RawTable) -> bytes | None:
    """Returns the file in canonical form; None where writing it anew would lose something.

    That is: bytes that are not UTF-8, a header that is not the schema's columns (in any order), a row with
    too few or too many cells.
    """
    header, columns = raw.header, package.columns(table)
    rows = [cells for _, cells in raw.rows]
    if (
        not is_utf8(raw.content)
        or sorted(header) != sorted(columns)
        or any(len(row) != len(columns) for row in rows)
    ):
        return None
    places = [header.index(column) for column in columns]
    keys = [columns.index(column) for column in package.schemas[table]["primaryKey"]]
    ordered = sorted(
        ([row[i] for i in places] for row in rows), key=lambda row: ([sort_key(row[k]) for k in keys], row)
    )
    return "".join(line_of_cells(row) for row in [columns, *ordered]).encode()


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def sort_key(key: str) -> list[str | int]:
    """Orders a.f2 before a.f10, and codes of places as text, so that a county stands before its villages."""
    return [int(part) if i % 2 else part for i, part in enumerate(NUMBER_IN_ID.split(key))]


def line_of_cells(cells: list[str]) -> str:
    quoted = ['"' + c.replace('"', '""') + '"' if NEEDS_QUOTES.search(c) else c for c in cells]
    return ",".join(quoted) + "\n"

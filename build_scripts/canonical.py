"""The one way a CSV file is written: rows by key, columns as in the schema, LF, quotes only where needed."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.problem import LedgerError, Problem
from build_scripts.tables import Package, open_package, read_file, read_lines

NUMBER_IN_ID = re.compile(r"(?<=[a-z])([0-9]+)")
NEEDS_QUOTES = re.compile(r'[",\r\n]')


def canonical_bytes(package: Package, table: str) -> bytes | None:
    """Returns the file in canonical form; None where writing it anew would lose something.

    That is: bytes that are not UTF-8, a header that is not the schema's columns (in any order), a row with
    too few or too many cells.
    """
    content, columns = read_file(package.path(table)), package.columns(table)
    (_, header), *records = read_lines(package, table) or [(1, [])]
    rows = [cells for _, cells in records if cells]
    if (
        not is_utf8(content)
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


def canonical_files(root: Path) -> dict[Path, bytes]:
    """Returns path -> canonical bytes of each CSV file that is not in canonical form.

    Raises LedgerError naming the files that cannot be written anew without losing something.
    """
    package = open_package(root)
    forms = {
        table: canonical_bytes(package, table) for table in package.schemas if package.path(table).is_file()
    }
    if lossy := [table for table, form in forms.items() if form is None]:
        raise LedgerError([unformattable(table) for table in lossy])
    return {
        package.path(table): form for table, form in forms.items() if form != read_file(package.path(table))
    }


def unformattable(table: str) -> Problem:
    return Problem(
        table,
        0,
        "",
        "不能照规范重写，以免丢内容：编码、表头或某行的格数不对",
        "cannot be written anew without loss: its encoding, its header or the length of a row is wrong",
        "先照 make check 的提示改正",
        "first mend what make check says",
        rule="canonical_form",
    )


def format_ledger(root: Path) -> list[Path]:
    """Writes every CSV file below `root` in canonical form; returns those that changed."""
    from build_scripts.write import replace_files  # late: check needs no writing

    changed = canonical_files(root)
    replace_files(changed)
    return sorted(changed)

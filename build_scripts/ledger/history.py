"""When each row entered the ledger and when it last changed: `datasets/import_notes/row_dates.csv`, kept by `release`.

A shallow clone has no history, so the days stand in this table. A row that is not in it, or no longer has the cells
it had then, entered or changed since the last release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from build_scripts.ledger.shapes import read_as_written
from build_scripts.ledger.tables import RawTable, RawTables, split_records

ROW_DATES = Path("datasets") / "import_notes" / "row_dates.csv"
COLUMNS = ["table", "row_id", "first_seen", "last_changed", "cells"]
MACHINE_WRITTEN = ("proofs", "source_watch")  # their rows come and go with those they speak of
UNDATED = (*MACHINE_WRITTEN, "retired")  # their rows have a day of their own

Key = tuple[str, str]  # (table, cells of the primary key with a space between them)


@dataclass(frozen=True)
class RowDates:
    """The days (ISO) on which a row entered and last changed, the same where it never did; `cells` is its digest."""

    first_seen: str
    last_changed: str
    cells: str = ""


@dataclass(frozen=True)
class History:
    """The days of every row that stands; nothing where no release was ever made."""

    rows: dict[Key, RowDates] = field(default_factory=dict)
    entered: tuple[Key, ...] = ()  # since the last release
    changed: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()

    def first_seen(self, table: str, key: str) -> str | None:
        return self.rows[table, key].first_seen if (table, key) in self.rows else None

    def last_changed(self, table: str, key: str) -> str | None:
        return self.rows[table, key].last_changed if (table, key) in self.rows else None


def read_row_dates(root: Path) -> dict[Key, RowDates]:
    """Returns the days as the last release left them; nothing where there was none."""
    path = root / ROW_DATES
    if not path.is_file():
        return {}
    with read_as_written(path):
        rows = split_records(path.read_text(encoding="utf-8"))[0][1:]
        return {(table, key): RowDates(first, last or first, cells) for _, (table, key, first, last, cells) in rows}


def read_history(root: Path, keys: Mapping[str, list[str]], raw: RawTables, day: str) -> History:
    """Returns the days of the rows as they stand; `day` is that of what entered or changed since the last release.

    `keys` are the columns of each table's primary key.
    """
    before = read_row_dates(root)
    if not before:
        return History()
    now = dict(digests(keys, raw))
    entered = tuple(key for key in now if key not in before)
    changed = tuple(key for key, cells in now.items() if key in before and before[key].cells != cells)
    moved = {key: RowDates(before[key].first_seen, day) for key in changed} | {
        key: RowDates(day, day) for key in entered
    }
    rows = {key: moved.get(key) or before[key] for key in now}
    return History(rows, entered, changed, tuple(key for key in before if key not in now))


def digests(keys: Mapping[str, list[str]], raw: Mapping[str, RawTable]) -> Iterator[tuple[Key, str]]:
    """Yields (table, key) and the digest of every row of the tables whose rows are dated."""
    for table, columns in keys.items():
        if table not in UNDATED and table in raw:
            header = raw[table].header
            for _, cells in raw[table].rows:
                row = dict(zip(header, cells, strict=False))
                yield (table, " ".join(row.get(column, "") for column in columns)), digest(row.items())


def digest(cells: Iterable[tuple[str, str]]) -> str:
    """Returns eight hexadecimal digits of the cells that are filled: a new column that is empty changes no row."""
    return f"{crc32(chr(31).join(f'{column}={cell}' for column, cell in sorted(cells) if cell).encode()):08x}"

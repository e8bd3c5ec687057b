"""The days on which rows entered and changed, read once from the commits and kept in `row_dates.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_scripts.commands.difference.records import Rows
from build_scripts.commands.releasing.state import CannotRelease, State, raw_of, state_at
from build_scripts.ledger.canonical import written
from build_scripts.ledger.history import COLUMNS, UNDATED, Key, RowDates, digests
from build_scripts.ledger.last_change import git

Days = dict[Key, tuple[str, str]]  # (first seen, last changed)


def row_dates(root: Path, commit: str, since: str | None, before: dict[Key, RowDates]) -> dict[Key, RowDates]:
    """Returns the days of every row of a commit, by the commits after `since` and the days `before` them.

    A row changes with a cell of a column that it had before; a new column changes none.
    """
    days = {key: (each.first_seen, each.last_changed) for key, each in before.items()}
    states = [(day, state_at(root, each)) for each, day in commits(root, commit, since)]
    last = states[-1][1] if states else state_at(root, commit)
    previous = state_at(root, since) if since else None
    for day, state in states:
        days = followed(days, previous, state, day)
        previous = state
    keys = {table: schema["primaryKey"] for table, schema in last.schemas.items()}
    found = digests(keys, {table: raw_of(text) for table, text in last.texts.items()})
    return {key: RowDates(*days[key], cells) for key, cells in found}


def commits(root: Path, commit: str, since: str | None) -> list[tuple[str, str]]:
    """Returns (commit, day) of what changed the tables on the way to a commit, the oldest first."""
    span = f"{since}..{commit}" if since else commit
    told = git(root, "log", "--first-parent", "--reverse", "--format=%H %cs", span, "--", ":(glob)datasets/*.csv")
    if told is None:
        raise CannotRelease(
            f"git 里没有提交 {since}。浅克隆没有历史，请先 git fetch --unshallow。\n"
            f"git does not have the commit {since}. A shallow clone has no history: git fetch --unshallow."
        )
    return [tuple(line.split(" ")) for line in told.splitlines()]


def followed(days: Days, old: State | None, new: State, day: str) -> Days:
    """Returns the days after one more commit; rows that are gone keep theirs, in case they come back."""
    found = dict(days)
    for table in new.schemas:
        if table not in UNDATED:
            before, after = (old.rows(table) if old else {}), new.rows(table)
            found |= {(table, key): (days.get((table, key), (day,))[0], day) for key in touched(before, after)}
    return found


def touched(before: Rows, after: Rows) -> Iterable[str]:
    """Yields the keys of rows that entered, or of which a cell that both have differs."""
    for key, row in after.items():
        old = before.get(key)
        if old is None or any(row[column] != cell for column, cell in old.items() if column in row):
            yield key


def dates_csv(dates: dict[Key, RowDates]) -> bytes:
    """Returns the table; the day of the last change is empty where a row never changed."""
    rows = [[*key, each.first_seen, "" if each.last_changed == each.first_seen else each.last_changed, each.cells]
            for key, each in sorted(dates.items())]  # fmt: skip
    return written([COLUMNS, *rows]).encode()

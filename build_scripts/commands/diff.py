"""What changed in the data since a revision: rows added, changed and removed, as a person reads them."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package, open_package

Rows = dict[str, dict[str, str]]  # key -> row


@dataclass(frozen=True)
class Change:
    """One row that differs. kind: added | changed | removed; `cells` holds (column, before, after) of a changed row."""

    table: str
    key: str
    kind: str
    cells: tuple[tuple[str, str, str], ...] = ()


class UnknownRevision(RuntimeError):
    """Git does not know the revision, or the ledger is not kept in git; the message holds both languages."""

    def __init__(self, since: str, reason: str):
        super().__init__("\n".join(word(lang, "diff.unknown", since=since, reason=reason) for lang in LANGUAGES))


def run(root: Path, since: str, lang: str) -> int:
    """Prints every change since the git revision and a line of counts; returns 0.

    Raises UnknownRevision where the revision is not known.
    """
    package = open_package(root)
    revision = git(root, "rev-parse", "--verify", since + "^{commit}")
    if revision.returncode:
        raise UnknownRevision(since, revision.stderr.strip())
    changes = [change for table in package.schemas for change in table_changes(package, table, since)]
    for change in changes:
        print(as_text(change, lang))
    counts = {kind: sum(c.kind == kind for c in changes) for kind in ("added", "changed", "removed")}
    print(word(lang, "diff.counts", since=since, **counts))
    return 0


def table_changes(package: Package, table: str, since: str) -> Iterator[Change]:
    """Yields the changes of one table between a known revision and the file on disk."""
    key = package.schemas[table]["primaryKey"][0]
    before = rows_by_key(text_at(package, table, since), key)
    after = rows_by_key(package.path(table).read_text(encoding="utf-8"), key)
    return compare(table, before, after)


def text_at(package: Package, table: str, since: str) -> str:
    """Returns the CSV as it stood in the revision; empty where the table did not exist then."""
    shown = git(package.root, "show", f"{since}:./{package.resource(table)['path']}")
    return shown.stdout if shown.returncode == 0 else ""


def git(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs git in a folder; its output is UTF-8 whatever the shell's own encoding."""
    return subprocess.run(["git", *command], cwd=root, capture_output=True, encoding="utf-8", errors="replace")


def rows_by_key(text: str, key: str) -> Rows:
    return {row[key]: row for row in csv.DictReader(io.StringIO(text, newline=""))} if text else {}


def compare(table: str, before: Rows, after: Rows) -> Iterator[Change]:
    """Yields one Change for each row that is in one side only, or differs, ordered by key."""
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield Change(table, key, "added")
        elif key not in after:
            yield Change(table, key, "removed")
        elif before[key] != after[key]:
            columns = sorted(before[key].keys() | after[key].keys())
            cells = [(c, before[key].get(c) or "", after[key].get(c) or "") for c in columns]
            yield Change(table, key, "changed", tuple(cell for cell in cells if cell[1] != cell[2]))


def as_text(change: Change, lang: str) -> str:
    """Returns one line: what happened to which row, and the cells before → after."""
    cells = "; ".join(f"{column}: {before or '∅'} → {after or '∅'}" for column, before, after in change.cells)
    return f"{word(lang, f'diff.{change.kind}')} {change.table} {change.key}" + (f"  {cells}" if cells else "")

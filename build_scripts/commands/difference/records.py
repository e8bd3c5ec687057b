"""Rows added, changed and removed between a revision of git and the files on disk."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package
from build_scripts.ledger.tables import RawTable, read_raw_table, split_records

Rows = dict[str, dict[str, str]]  # key -> row
KINDS = ("added", "changed", "removed")


@dataclass(frozen=True)
class Change:
    """One row that differs. kind: added | changed | removed; `cells` holds (column, before, after).

    Of a changed row these are the cells that differ, of an added or removed one all that are filled.
    """

    table: str
    key: str
    kind: str
    cells: tuple[tuple[str, str, str], ...] = ()


class UnknownRevision(RuntimeError):
    """Git does not know the revision, or the ledger is not kept in git; the message holds both languages."""

    def __init__(self, base: str, reason: str):
        super().__init__("\n".join(word(lang, "diff.unknown", base=base, reason=reason) for lang in LANGUAGES))


def revision_of(root: Path, base: str) -> str:
    """Returns the commit in which what is here and `base` were last the same; `base` itself where they never were.

    Raises UnknownRevision where git does not know `base`.
    """
    known = git(root, "rev-parse", "--verify", "--end-of-options", base + "^{commit}")
    if known.returncode:
        raise UnknownRevision(base, known.stderr.strip())
    shared = git(root, "merge-base", known.stdout.strip(), "HEAD")
    return shared.stdout.strip() or known.stdout.strip()


def day_of(root: Path, revision: str) -> str:
    """Returns the day on which a commit was made: both sides of a difference are looked at as of that day."""
    return git(root, "show", "-s", "--format=%cs", revision).stdout.strip()


def text_at(package: Package, table: str, revision: str) -> str:
    """Returns the CSV as it stood in the revision; empty where the table did not exist then."""
    shown = git(package.root, "show", f"{revision}:./{package.resource(table)['path']}")
    return shown.stdout if shown.returncode == 0 else ""


def raw_at(package: Package, revision: str) -> dict[str, RawTable]:
    """Returns the bare cells of every table as they stood in the revision."""
    tables = {}
    for table in package.schemas:
        text = text_at(package, table, revision)
        records, fault = split_records(text)
        header = records[0][1] if records else []
        tables[table] = RawTable(text.encode(), header, [r for r in records[1:] if r[1]], records, fault=fault)
    return tables


def git(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs git in a folder; its output is UTF-8 whatever the shell's own encoding."""
    return subprocess.run(["git", *command], cwd=root, capture_output=True, encoding="utf-8", errors="replace")


def all_changes(package: Package, revision: str) -> list[Change]:
    """Returns what differs between the revision and the files on disk, table by table in the package's order."""
    return [change for table in package.schemas for change in table_changes(package, table, revision)]


def table_changes(package: Package, table: str, revision: str) -> Iterator[Change]:
    """Returns the changes of one table between a known revision and the file on disk."""
    key, file = package.schemas[table]["primaryKey"], read_raw_table(package, table)
    if file.fault and file.fault[0] == "too_big":  # the checks tell of it; what it changes cannot be told
        return iter(())
    before = rows_by_key(text_at(package, table, revision), key)
    after = rows_by_key(file.content.decode("utf-8-sig", errors="replace"), key)
    return compare(table, before, after)


def rows_by_key(text: str, key: list[str]) -> Rows:
    """Returns the rows of a CSV text by the cells of their key; those without one share the empty key."""
    rows = csv.DictReader(io.StringIO(text, newline="")) if text else []
    return {
        " ".join(row.get(k) or "" for k in key).strip(): {c: cell or "" for c, cell in row.items() if c} for row in rows
    }


def compare(table: str, before: Rows, after: Rows) -> Iterator[Change]:
    """Yields one Change for each row that is in one side only, or differs, ordered by key."""
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key, {}), after.get(key, {})
        if old == new:
            continue
        kind = "added" if key not in before else "removed" if key not in after else "changed"
        columns = [*(new or old), *(column for column in old if new and column not in new)]
        cells = [(column, old.get(column) or "", new.get(column) or "") for column in columns]
        yield Change(table, key, kind, tuple(cell for cell in cells if cell[1] != cell[2]))


def as_text(change: Change, lang: str) -> str:
    """Returns one line: what happened to which row, and the cells, before → after where there is a before."""
    shown = [
        f"{column}: {after}" if change.kind == "added" else f"{column}: {before or '∅'} → {after or '∅'}"
        for column, before, after in change.cells
    ]
    cells = "  " + "; ".join(shown) if shown and change.kind != "removed" else ""
    return f"{word(lang, f'diff.{change.kind}')} {change.table} {change.key}{cells}"

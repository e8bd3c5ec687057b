"""`merge`: two branches that changed the same tables, put together by the keys of rows instead of by lines.

    python -m build_scripts merge --theirs REVISION

A row that one side added, changed or removed is taken from that side; cells that both changed alike are one change;
two new rows that took the same id both stay, ours under its id, theirs under the next that is free, with every
cell of theirs that pointed at it. A cell that both changed differently is said, and nothing is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from build_scripts.commands.difference.records import Rows, raw_at, revision_of
from build_scripts.commands.import_rows import changed_files, raw_rows
from build_scripts.commands.incoming.ids import all_ids, new_id
from build_scripts.commands.incoming.rows import Tables
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.choices import target_of
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.tables import RawTable
from build_scripts.publish.files import replace_files


@dataclass(frozen=True)
class Clash:
    """A cell that both sides changed, or a row that one removed and the other changed (column '')."""

    table: str
    key: str
    column: str
    ours: str
    theirs: str


class Clashes(RuntimeError):
    """Both sides changed the same cells; the message holds both languages, one line a cell."""

    def __init__(self, clashes: list[Clash]):
        super().__init__("\n".join(word(lang, "merge.clash", **vars(c)) for lang in LANGUAGES for c in clashes))


def run(root: Path, theirs: str, lang: str) -> int:
    """Writes the tables of both sides put together and prints what was renamed; returns 0.

    Raises Clashes where a cell was changed by both, UnknownRevision where git does not know the branch.
    """
    package = open_package(root)
    base = rows_of(package, raw_at(package, revision_of(root, theirs)))
    ours, their_rows = raw_rows(package), rows_of(package, raw_at(package, theirs))
    their_rows, renamed = with_free_ids(package, base, ours, their_rows)
    merged, clashes = {}, []
    for table in package.schemas:
        key = package.schemas[table]["primaryKey"][0]
        sides = [keyed(rows[table], key) for rows in (base, ours, their_rows)]
        merged[table], found = merged_rows(table, *sides)
        clashes += found
    if clashes:
        raise Clashes(clashes)
    replace_files(changed_files(package, ours, merged))
    for table, old, new in renamed:
        print(word(lang, "merge.renamed", table=table, old=old, new=new))
    print(word(lang, "merge.done", rows=sum(map(len, merged.values()))))
    return 0


def rows_of(package: Package, raw: dict[str, RawTable]) -> Tables:
    """Returns the rows of a revision with the columns of the schemas as they are now."""
    return {
        table: [
            {column: dict(zip(file.header, cells, strict=False)).get(column, "") for column in package.columns(table)}
            for _, cells in file.rows
        ]
        for table, file in raw.items()
    }


def keyed(rows: list[dict[str, str]], key: str) -> Rows:
    return {row[key]: row for row in rows}


def merged_rows(table: str, base: Rows, ours: Rows, theirs: Rows) -> tuple[list[dict[str, str]], list[Clash]]:
    """Returns the rows of one table put together, and the cells that both sides changed differently."""
    rows, clashes = [], []
    for key in dict.fromkeys([*ours, *theirs]):
        old, one, other = base.get(key), ours.get(key), theirs.get(key)
        if one is None or other is None:  # added or removed by one side
            left = one or other
            if old is None:
                rows.append(left)
            elif left != old:
                clashes.append(Clash(table, key, "", *("∅" if side is None else "…" for side in (one, other))))
            continue
        row = {c: one[c] if other[c] == (old or {}).get(c) else other[c] for c in one}
        both = [c for c in one if one[c] != other[c] and (old or {}).get(c) not in (one[c], other[c])]
        clashes += [Clash(table, key, c, one[c], other[c]) for c in both]
        rows.append(row)
    return rows, clashes


def with_free_ids(
    package: Package, base: Tables, ours: Tables, theirs: Tables
) -> tuple[Tables, list[tuple[str, str, str]]]:
    """Returns their rows, new ones that took an id of our new rows under ids that are free, and what was renamed."""
    renamed = []
    for table, schema in package.schemas.items():
        key = schema["primaryKey"][0]
        stood = {row[key] for row in base[table]}
        mine, taken = keyed(ours[table], key), all_ids(ours, table, key) | all_ids(theirs, table, key)
        for row in theirs[table]:
            if row[key] in mine and row[key] not in stood and row != mine[row[key]]:
                new = new_id(table, row, key, theirs, taken)
                taken.add(new)
                renamed.append((table, row[key], new))
    for table, old, new in renamed:
        theirs = {
            name: [renumbered(package, name, row, table, old, new) for row in rows] for name, rows in theirs.items()
        }
    return theirs, renamed


def renumbered(package: Package, name: str, row: dict[str, str], table: str, old: str, new: str) -> dict[str, str]:
    """Returns a row with an id exchanged in its key, in every cell that points at it, and in statements."""
    schema = package.schemas[name]
    pointing = {c for c in row if target_of(schema, name, c) == table}
    if name == table:
        pointing.add(schema["primaryKey"][0])
    cells = {c: new if c in pointing and cell == old else cell for c, cell in row.items()}
    if "statement" in cells:
        cells["statement"] = re.sub(rf"(?<!\S){re.escape(old)}(?!\S)", new, cells["statement"])
    return cells

"""`import`: takes a file as contributors send it, mends what is unambiguous, asks about the rest, writes rows.

    python -m build_scripts import FILE [--dry-run] [--update] [--text TEXT] [--table TABLE]

Rows that are clear are written, each table in its canonical form; rows with a question are not, and the command
ends with 1. A row that stands is never changed unless `--update` says so.
"""

from __future__ import annotations

from pathlib import Path

from build_scripts.commands.difference.records import as_text, compare
from build_scripts.commands.format import obstacles
from build_scripts.commands.incoming.columns import known_columns, layout_of
from build_scripts.commands.incoming.evidence import Text, read_text
from build_scripts.commands.incoming.merging import Asked, take
from build_scripts.commands.incoming.remarks import Remark, UnreadableFile, lines_of
from build_scripts.commands.incoming.rows import Draft, Tables, drafts_of
from build_scripts.commands.incoming.sheets import read_grids
from build_scripts.labels import word
from build_scripts.ledger.canonical import canonical_bytes
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.tables import RawTable, read_raw_tables
from build_scripts.publish.files import replace_files

Parts = list[tuple[str, list[Draft], list[Remark]]]  # (table, its drafts, what is said of its sheet)


def run(root: Path, file: Path, lang: str, dry_run: bool, update: bool, text: Path | None, table: str | None) -> int:
    """Prints what was mended, what is asked and what changes; writes unless `dry_run`; returns 1 where it asks.

    Raises UnreadableFile where the file cannot be read as rows.
    """
    package = open_package(root)
    wish = Asked(text_of(text) if text else None, update)
    before = raw_rows(package)
    parts = read_parts(package, file.name, file.read_bytes(), table, before)
    after, drafts, said = merge(package, before, parts, wish)
    for line in lines_of(said, file.name, lang):
        print(line)
    files = changed_files(package, before, after)
    changes = [c for t in package.schemas for c in compare(t, keyed(package, t, before), keyed(package, t, after))]
    print("\n".join(as_text(change, lang) for change in changes))
    if not dry_run:
        replace_files(files)
    questions = {draft.line for draft in drafts if not draft.clear}
    counts = {kind: sum(c.kind == kind for c in changes) for kind in ("added", "changed")}
    print(word(lang, "import.would" if dry_run else "import.written", asked=len(questions), **counts))
    return 1 if any(remark.asked for remark in said) else 0


def text_of(path: Path) -> Text:
    try:
        return read_text(path.name, path.read_bytes())
    except UnicodeDecodeError:
        raise UnreadableFile("text", name=path.name) from None


def raw_rows(package: Package) -> Tables:
    """Returns every row of the ledger as bare text, table by table.

    Raises LedgerError where a file cannot be read whole: writing it anew would lose what was not read.
    """
    raw = read_raw_tables(package)
    lossy = [table for table, file in raw.items() if canonical_bytes(package, table, file) is None]
    if lossy:
        raise LedgerError(obstacles(package, {table: raw[table] for table in lossy}))
    return {
        table: [dict(zip(file.header, cells, strict=False)) for _, cells in file.rows] for table, file in raw.items()
    }


def read_parts(package: Package, name: str, content: bytes, table: str | None, before: Tables) -> Parts:
    """Returns the drafts of each sheet of the file, in the order of the package, so that sources come before funds."""
    parts: Parts = []
    headers = 0
    for grid in read_grids(name, content, lambda cells: known_columns(package, cells)):
        wanted = table or table_of_record(package, grid.rows, before)
        if layout := layout_of(package, grid, wanted, name):
            headers += 1
            drafts, left_out = drafts_of(package, grid, layout)
            if drafts:
                parts.append((layout.table, drafts, [*grid.remarks, *layout.remarks, *left_out]))
    if not parts:
        raise UnreadableFile("no_rows" if headers else "no_header", name=name)
    order = list(package.schemas)
    return sorted(parts, key=lambda part: order.index(part[0]))


def table_of_record(package: Package, rows: list, before: Tables) -> str | None:
    """Returns the table of the record that a correction form names; it becomes the key of its one row."""
    if len(rows) != 2 or not (at := [i for i, head in enumerate(rows[0][1]) if head.split()[-1:] == ["record"]]):
        return None
    words = rows[1][1][at[0]].split()
    for table, schema in package.schemas.items():
        key = schema["primaryKey"][0]
        if found := next((word for word in words if any(row.get(key) == word for row in before[table])), None):
            rows[0][1][at[0]], rows[1][1][at[0]] = key, found
            return table
    return None


def merge(package: Package, before: Tables, parts: Parts, wish: Asked) -> tuple[Tables, list[Draft], list[Remark]]:
    """Returns the tables after all parts, the drafts, and everything that is to be said, part by part."""
    after, all_drafts, said = before, [], []
    for table, drafts, remarks in parts:
        after, drafts = take(package, table, drafts, after, wish)
        all_drafts += drafts
        said += [*remarks, *(remark for draft in drafts for remark in draft.remarks)]
    return after, all_drafts, said


def keyed(package: Package, table: str, tables: Tables) -> dict[str, dict[str, str]]:
    key = package.schemas[table]["primaryKey"][0]
    return {row.get(key, ""): row for row in tables[table]}


def changed_files(package: Package, before: Tables, after: Tables) -> dict[Path, bytes]:
    """Returns path -> canonical bytes of each table that has other rows than before."""
    return {
        package.path(table): canonical_bytes(package, table, as_raw(package, table, rows))
        for table, rows in after.items()
        if rows != before[table]
    }


def as_raw(package: Package, table: str, rows: list[dict[str, str]]) -> RawTable:
    columns = package.columns(table)
    records = [(n, [row.get(column, "") for column in columns]) for n, row in enumerate(rows, start=2)]
    return RawTable(b"", columns, records, [(1, columns), *records])

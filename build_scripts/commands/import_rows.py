"""`import`: takes a file as contributors send it, mends what is unambiguous, asks about the rest, writes rows.

    python -m build_scripts import FILE [--dry-run] [--update] [--text TEXT] [--table TABLE]

Rows that are clear are written, each table in its canonical form; rows with a question are not, and the command
ends with 1. A row that stands is never changed unless `--update` says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.commands.difference.records import Change, as_text, compare
from build_scripts.commands.format import obstacles
from build_scripts.commands.incoming.accepted import without_drafts
from build_scripts.commands.incoming.columns import known_columns, layout_of
from build_scripts.commands.incoming.evidence import Text, read_text
from build_scripts.commands.incoming.merging import Asked, take
from build_scripts.commands.incoming.remarks import Remark, UnreadableFile, asked, lines_of
from build_scripts.commands.incoming.rows import Draft, Tables, drafts_of
from build_scripts.commands.incoming.sheets import SOURCES, Grid, read_grids
from build_scripts.labels import word
from build_scripts.ledger.canonical import canonical_bytes
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.sizes import MAX_BYTES
from build_scripts.ledger.tables import RawTable, read_raw_tables
from build_scripts.publish.files import replace_files

Parts = list[tuple[str, list[Draft], list[Remark]]]  # (table, its drafts, what is said of its sheet)


@dataclass(frozen=True)
class Outcome:
    """What a file that was sent comes to: the changes, what is said of it, the files to write, rows left waiting."""

    changes: list[Change]
    said: list[Remark]
    files: dict[Path, bytes]
    waiting: int

    @property
    def clear(self) -> bool:
        return not any(remark.asked for remark in self.said)

    def told(self, name: str, lang: str, written: bool) -> list[str]:
        """Returns what was mended, what is asked, every change, and a line of counts."""
        counts = {kind: sum(c.kind == kind for c in self.changes) for kind in ("added", "changed")}
        last = word(lang, "import.written" if written else "import.would", asked=self.waiting, **counts)
        return [*lines_of(self.said, name, lang), *(as_text(change, lang) for change in self.changes), last]


def run(root: Path, file: Path, lang: str, dry_run: bool, update: bool, text: Path | None, table: str | None) -> int:
    """Prints what was mended, what is asked and what changes; writes unless `dry_run`; returns 1 where it asks.

    Raises UnreadableFile where the file cannot be read as rows.
    """
    outcome = imported(root, file.name, read_sent(file), Asked(text_of(text) if text else None, update), table)
    if not dry_run:
        replace_files(outcome.files)
    print("\n".join(outcome.told(file.name, lang, not dry_run)))
    return 0 if outcome.clear else 1


def imported(root: Path, name: str, content: bytes, wish: Asked, table: str | None = None) -> Outcome:
    """Returns what the bytes of a file come to in the ledger at `root`; nothing is written."""
    package = of_documents(open_package(root))
    if table and table not in package.schemas:
        raise UnreadableFile("no_such_table", table=table, known=", ".join(package.schemas))
    before = raw_rows(package)
    after, drafts, said = merge(package, before, read_parts(package, name, content, table, before), wish)
    changes = [c for t in package.schemas for c in compare(t, keyed(package, t, before), keyed(package, t, after))]
    waiting = sum(not draft.clear for draft in drafts)
    return Outcome(changes, said, changed_files(package, before, after), waiting)


def of_documents(package: Package) -> Package:
    """Returns the package with the tables whose rows are read from documents: proofs and retired ids, which tell of
    other rows, have these in their key.
    """
    return replace(package, schemas={t: s for t, s in package.schemas.items() if len(s["primaryKey"]) == 1})


def read_sent(path: Path) -> bytes:
    """Returns the file; raises UnreadableFile where there is none, or it is larger than any table may be."""
    if not path.is_file():
        raise UnreadableFile("no_file", name=path.name)
    if (size := path.stat().st_size) > MAX_BYTES:
        raise UnreadableFile("too_large", name=path.name, size=f"{size:,}", most=f"{MAX_BYTES:,}")
    return path.read_bytes()


def text_of(path: Path) -> Text:
    content = read_sent(path)
    try:
        return read_text(path.name, content)
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
    for grid in without_drafts(package, read_grids(name, content, lambda cells: known_columns(package, cells))):
        if is_known_document(grid, before):
            continue
        wanted = SOURCES if grid.name == SOURCES else table or table_of_record(package, grid.rows, before)
        if layout := layout_of(package, grid, wanted, name):
            headers += 1
            drafts, left_out = drafts_of(package, grid, layout)
            if drafts:
                parts.append((layout.table, drafts, [*grid.remarks, *layout.remarks, *left_out]))
    if not parts:
        raise UnreadableFile("no_rows" if headers else "no_header", name=name)
    order = list(package.schemas)
    return sorted(parts, key=lambda part: order.index(part[0]))


def is_known_document(grid: Grid, before: Tables) -> bool:
    """True for the document that a form tells beside its row, where the ledger has it already."""
    if grid.name != SOURCES or len(grid.rows) != 2:
        return False
    told = {head.split()[-1]: cell for head, cell in zip(grid.rows[0][1], grid.rows[1][1], strict=True)}
    known = {row.get(column) for row in before[SOURCES] for column in ("title", "title_en", "url")}
    return bool({told.get("title"), told.get("url")} & (known - {"", None}))


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
    waiting: dict[str, Draft] = {}  # title -> new row of another sheet that has a question
    for table, drafts, remarks in parts:
        after, drafts = take(package, table, drafts, after, wish)
        drafts = [of_waiting(draft, waiting) for draft in drafts]
        waiting |= {d.cells[c]: d for d in drafts for c in ("title", "name") if d.cells.get(c) and not d.clear}
        all_drafts += drafts
        said += [*remarks, *(remark for draft in drafts for remark in draft.remarks)]
    return after, all_drafts, said


def of_waiting(draft: Draft, waiting: dict[str, Draft]) -> Draft:
    """Returns the draft; where it names a row that waits itself, it is told so and not that there is no such row."""
    remarks = tuple(
        asked("waits_for", remark.line, remark.column, sent=sent, first=str(waiting[sent].line))
        if remark.key in ("unknown", "unknown_row") and (sent := dict(remark.values)["sent"]) in waiting
        else remark
        for remark in draft.remarks
    )
    return replace(draft, remarks=remarks)


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

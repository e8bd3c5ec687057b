"""Where a text prints a figure: section, start, also_at; nobody counts characters.

    python -m build_scripts locate TEXT AS_PRINTED [--table T --row ID] [--nth N [N …]]

Prints the text's SHA-256 too, for its row in `sources`, and where no row is named a ready one: a guess to look over.

The pure part (evidence of chosen places, a row with its cells filled) comes first; reading, asking and
writing last.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from build_scripts.commands.draft_rows import ready_row
from build_scripts.commands.extract import drafts_of
from build_scripts.labels import word
from build_scripts.ledger.canonical import line_of_cells
from build_scripts.ledger.package import open_package
from build_scripts.ledger.sizes import MAX_BYTES
from build_scripts.ledger.tables import read_raw_table, type_table
from build_scripts.publish.files import replace_files
from build_scripts.reading.occurrences import Part, context, find_places, near_misses
from build_scripts.reading.sections import section_at

Records = list[tuple[int, list[str]]]  # (line number, cells), the header first
Target = tuple[str | None, str | None]  # table and row to fill


class LocateError(Exception):
    """The figure is not found or its row cannot be filled; `key` and `values` give the words that say why."""

    def __init__(self, key: str, **values: str):
        self.key, self.values_of_key = key, values
        super().__init__(self.message("en"))

    def message(self, lang: str) -> str:
        return word(lang, f"locate.{self.key}", **self.values_of_key)


def part_of_text(sources: list[dict], text_name: str, source_id: str | None, length: int) -> Part:
    """Returns the range of a source in a text; the whole text where no source or no range is named."""
    if source_id is None:
        return Part(0, length)
    row = next((r for r in sources_of_text(sources, text_name) if r["source_id"] == source_id), None)
    if row is None:
        raise LocateError("other_text", source=source_id, text=text_name)
    return Part(row["text_start"] or 0, row["text_end"] or length)


def sources_of_text(sources: list[dict], text_name: str) -> list[dict]:
    """Returns the sources read from a text, themselves or as parts of a compendium."""
    rows = {row["source_id"]: row for row in sources}
    whole = {key: rows.get(row["parent_source_id"], row) for key, row in rows.items()}
    return [row for key, row in rows.items() if text_name in (row["text_name"], whole[key]["text_name"])]


def evidence_at(text: str, starts: list[int], begins: list[int]) -> dict[str, str]:
    """Returns the cells section, start and also_at of the chosen places, the first of them the figure's own.

    `begins` are the offsets where documents of the text begin: the numbering starts anew there.
    """
    begin = max((b for b in begins if b <= starts[0]), default=0)
    cells = {"section": section_at(text, starts[0], begin), "start": str(starts[0])}
    return {**cells, "also_at": " ".join(map(str, sorted(starts[1:])))}


def chosen(places: list[int], numbers: list[int]) -> list[int]:
    """Returns the places with these numbers, counted from 1; raises LocateError where one is none of them."""
    if not numbers or len(set(numbers)) < len(numbers) or not all(1 <= n <= len(places) for n in numbers):
        raise LocateError("no_such_place", count=str(len(places)))
    return [places[n - 1] for n in numbers]


def row_of(records: Records, key_column: str, row_id: str) -> dict[str, str]:
    """Returns a row by its key; raises LocateError where there is none."""
    header = records[0][1]
    rows = (dict(zip(header, cells, strict=True)) for _, cells in records[1:] if len(cells) == len(header))
    row = next((row for row in rows if row[key_column] == row_id), None)
    if row is None:
        raise LocateError("no_such_row", row=row_id)
    return row


def filled_records(records: Records, key_column: str, row_id: str, cells: dict[str, str]) -> Records:
    """Returns the records with the cells of one row filled, those of columns that the table has.

    Raises LocateError where there is no such row, or it holds another print already.
    """
    row = row_of(records, key_column, row_id)
    if row["as_printed"] not in ("", cells["as_printed"]):
        raise LocateError("other_print", row=row_id, as_printed=row["as_printed"])
    new = [cells.get(column, cell) for column, cell in row.items()]
    return [(line, new if old == list(row.values()) else old) for line, old in records]


def run(
    text: Path,
    as_printed: str,
    lang: str = "en",
    root: Path = Path(),
    table: str | None = None,
    row: str | None = None,
    nth: list[int] | None = None,
) -> int:
    """Prints the evidence of a figure and fills its row where `table` and `row` name one; returns 0, or 1
    with the reason.

    `nth` answers the question that is asked where there are several places.
    """
    try:
        content = read_text(text)
        found = locate(content, text.name, as_printed, lang, root, (table, row), nth or [])
        cells = {"as_printed": as_printed, **found}
        if table and row:
            write_row(root, table, row, cells)
    except LocateError as error:
        print(error.message(lang), file=sys.stderr)
        return 1
    print("\n".join(f"{column}: {cells[column]}" for column in ("section", "start", "also_at")))
    print(f"text_sha256: {sha256(content.encode()).hexdigest()}")
    if not row:
        print("\n".join(guessed_row(content, text.name, int(cells["start"]), root)))
    return 0


def guessed_row(text: str, name: str, start: int, root: Path) -> list[str]:
    """Returns header and line of the row that the figure at `start` may become; nothing where it is no figure."""
    if not (root / "datapackage.yaml").is_file():
        return []
    source = source_at(read_sources(root), name, start)
    drafts = drafts_of(text, source, root)
    found = [d for d in drafts if d.table and d.start <= start < d.start + len(d.as_printed)]
    return list(ready_row(found[0], source, open_package(root))) if found else []


def source_at(sources: list[dict], name: str, start: int) -> str:
    """Returns the source that a place of a text belongs to, the smallest part of a compendium; "" for none."""
    spans = [
        ((row["text_end"] or sys.maxsize) - (row["text_start"] or 0), row["source_id"])
        for row in sources_of_text(sources, name)
        if (row["text_start"] or 0) <= start < (row["text_end"] or sys.maxsize)
    ]
    return min(spans, default=(0, ""))[1]


def read_text(path: Path) -> str:
    """Returns a text; raises LocateError where there is none, it is too large, or in another encoding than UTF-8."""
    if not path.is_file():
        raise LocateError("no_file", text=path.name)
    if path.stat().st_size > MAX_BYTES:
        raise LocateError("too_large", text=path.name, most=MAX_BYTES)
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise LocateError("not_utf8", text=path.name) from None


def locate(
    text: str, name: str, as_printed: str, lang: str, root: Path, target: Target, nth: list[int]
) -> dict[str, str]:
    """Returns the evidence of the one place, or of those chosen; raises LocateError where there is none."""
    sources = read_sources(root)
    part = part_of_text(sources, name, source_of_row(root, *target), len(text))
    places = find_places(text, as_printed, part)
    if not places:
        raise not_found(text, as_printed, part)
    starts = places if len(places) == 1 else chosen(places, nth or ask(text, places, len(as_printed), lang))
    begins = [row["text_start"] or 0 for row in sources_of_text(sources, name)]
    return evidence_at(text, starts, begins)


def not_found(text: str, as_printed: str, part: Part) -> LocateError:
    """Returns the error that shows what the text prints instead, each near miss with offset and context."""
    misses = near_misses(text, as_printed, part)
    shown = "".join(f"\n  {at}  {context(text, at, len(printed))}" for at, printed in misses)
    return LocateError("near_misses" if misses else "not_found", as_printed=as_printed, misses=shown)


def ask(text: str, places: list[int], length: int, lang: str) -> list[int]:
    """Shows all places and returns the numbers that are typed; raises LocateError where none is."""
    for number, at in enumerate(places, start=1):
        print(f"{number}  {at}  {context(text, at, length)}", file=sys.stderr)
    print(word(lang, "locate.which"), file=sys.stderr)
    answer = sys.stdin.readline().split()
    if not answer or not all(part.isdecimal() for part in answer):
        raise LocateError("nothing_chosen")
    return [int(part) for part in answer]


def read_sources(root: Path) -> list[dict]:
    """Returns the rows of `sources`; nothing where `root` holds no ledger, so that any text may be read."""
    if not (root / "datapackage.yaml").is_file():
        return []
    package = open_package(root)
    return type_table(package.schemas["sources"]["fields"], read_raw_table(package, "sources")).to_dict("records")


def source_of_row(root: Path, table: str | None, row_id: str | None) -> str | None:
    """Returns the source that a row names; None where no row is named."""
    if not (table and row_id):
        return None
    return row_of(*records_of(root, table), row_id)["source_id"] or None


def records_of(root: Path, table: str) -> tuple[Records, str]:
    """Returns the records of a table with evidence and the name of its key column."""
    package = open_package(root)
    if table not in package.schemas or "as_printed" not in package.columns(table):
        raise LocateError("no_such_table", table=table)
    return read_raw_table(package, table).records, package.schemas[table]["primaryKey"][0]


def write_row(root: Path, table: str, row_id: str, cells: dict[str, str]) -> None:
    """Writes the table with one row filled; all other rows stay as they are."""
    records, key = records_of(root, table)
    lines = [line_of_cells(row) for _, row in filled_records(records, key, row_id, cells) if row]
    replace_files({open_package(root).path(table): "".join(lines).encode()})

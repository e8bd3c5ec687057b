"""The rows of a grid -> rows of the ledger, each with what was mended in it and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from build_scripts.commands.incoming.cells import near, read_cell
from build_scripts.commands.incoming.columns import Layout
from build_scripts.commands.incoming.heads import heads_of, may_mean
from build_scripts.commands.incoming.printed import fill_figure
from build_scripts.commands.incoming.remarks import Remark, asked, mended
from build_scripts.commands.incoming.sheets import Grid
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.choices import Choice, finder, folded, row_choices, target_of
from build_scripts.ledger.package import Package

DATES_NOT_WANTED = ("section", "as_printed", "title", "label", "note")  # a spreadsheet made a date of what stood there
NOT_STATED = "not_stated"
RULED = set("-:–—")  # the line below the header of a table in Markdown
SUMS = {"合计", "合計", "总计", "總計", "小计", "小計", "共计", "共計", "total", "sum", "subtotal", "grand total"}
EMPTIED = ("∅", "-")  # with --update, empties a cell that stands
Tables = dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Draft:
    """A row on its way: its line in the file that was sent, its cells, what was mended and asked."""

    line: int
    cells: dict[str, str]
    remarks: tuple[Remark, ...] = ()

    @property
    def clear(self) -> bool:
        return not any(remark.asked for remark in self.remarks)

    def with_(self, cells: dict[str, str], remarks: list[Remark]) -> Draft:
        return replace(self, cells={**self.cells, **cells}, remarks=(*self.remarks, *remarks))


def drafts_of(package: Package, grid: Grid, layout: Layout) -> tuple[list[Draft], list[Remark]]:
    """Returns the rows below the header with every cell read, and what is said of rows that are none.

    Blank rows, the example of the template and repeated headers are left out.
    """
    fields = {field["name"]: field for field in package.schemas[layout.table]["fields"]}
    heads, key = heads_of(package, layout.table), package.schemas[layout.table]["primaryKey"][0]
    drafts, left_out = [], []
    for line, row in grid.rows:
        if line <= layout.header_line:
            continue
        sent = {column: row[place] for place, column in layout.columns.items() if place < len(row)}
        filled = {column: cell for column, cell in sent.items() if cell.strip()}
        if not filled or all(set(cell.strip()) <= RULED for cell in filled.values()):
            left_out.append(mended("blank", line))
        elif is_total(filled):
            left_out.append(mended("total_row", line))
        elif sent.get(key, "").strip() in {word(lang, "template.example") for lang in LANGUAGES}:
            left_out.append(mended("example", line))
        elif len(filled) > 1 and all(column in may_mean(cell, [], heads) for column, cell in filled.items()):
            left_out.append(mended("repeated_header", line))
        else:
            dates = {c for place, c in layout.columns.items() if (line, place) in grid.dates}
            drafts.append(draft_of(fields, layout, line, sent, dates))
    return drafts, left_out


def is_total(filled: dict[str, str]) -> bool:
    """True of a row that a spreadsheet adds up: called a sum, from no document and with no print."""
    return any(cell.strip().casefold() in SUMS for cell in filled.values()) and not filled.keys() & {
        "source_id",
        "as_printed",
    }


def draft_of(fields: dict[str, dict], layout: Layout, line: int, sent: dict[str, str], dates: set[str]) -> Draft:
    """Returns one row with its cells read by the kind of their fields."""
    cells, remarks = {}, []
    for column, text in sent.items():
        if text.strip() in EMPTIED:
            cells[column] = "∅"
            continue
        cell = read_cell(fields[column], text, layout.scales.get(column))
        cells[column] = cell.text
        if column in dates and column in DATES_NOT_WANTED:
            remarks.append(asked("spreadsheet", line, column, sent=text))
        elif cell.asked:
            remarks.append(asked(cell.asked, line, column, sent=text.strip(), hint=cell.hint or "—"))
        elif cell.mended:
            remarks.append(mended(cell.mended, line, column, sent=text.strip(), now=cell.text))
    return Draft(line, cells, tuple(remarks))


def frames_of(package: Package, tables: Tables) -> dict[str, pd.DataFrame]:
    """Returns the rows as frames of bare text, None where a cell is empty: enough to choose from."""
    return {
        table: pd.DataFrame([[row.get(c) or None for c in columns] for row in rows], columns=columns, dtype=object)
        for table, rows in tables.items()
        for columns in [package.columns(table)]
    }


def resolved(package: Package, table: str, drafts: list[Draft], tables: Tables, own: bool) -> list[Draft]:
    """Returns the drafts with every cell that points at a row holding its key.

    `own` chooses between columns that point at the same table (whose new rows must have ids by then) and all others.
    """
    schema = package.schemas[table]
    targets = {c: target for c in package.columns(table) if (target := target_of(schema, table, c))}
    targets = {column: target for column, target in targets.items() if (target == table) == own}
    if not any(draft.cells.get(column) for draft in drafts for column in targets):
        return drafts
    frames = frames_of(package, tables)
    choices = {target: row_choices(package, frames, target) for target in set(targets.values())}
    finders = {target: finder(each) for target, each in choices.items()}
    for column, target in targets.items():
        drafts = [point(draft, column, choices[target], finders[target], target) for draft in drafts]
    return drafts


def point(draft: Draft, column: str, choices: list[Choice], found: dict[str, list[Choice]], target: str) -> Draft:
    """Returns the draft with one pointing cell resolved, or with the question which row is meant."""
    sent = draft.cells.get(column, "")
    if not sent or sent == "∅" or any(remark.asked and remark.column == column for remark in draft.remarks):
        return draft
    likely = found.get(folded(sent), [])
    exact = [choice for choice in likely if choice.key == sent]
    if len(exact or likely) == 1:
        key = (exact or likely)[0].key
        said = [] if key == sent else [mended("name", draft.line, column, sent=sent, now=key)]
        return draft.with_({column: key}, said)
    if likely:
        hint = "; ".join(choice.shown("zh") for choice in likely[:4])
        return draft.with_({}, [asked("several", draft.line, column, sent=sent, hint=hint)])
    if hint := near(sent, choices):
        return draft.with_({}, [asked("unknown", draft.line, column, sent=sent, table=target, hint=hint)])
    return draft.with_({}, [asked("unknown_row", draft.line, column, sent=sent, table=target)])


def completed(package: Package, table: str, draft: Draft, units: dict[str, tuple[str, str]]) -> Draft:
    """Returns the draft with what its print says, and “not stated” where a code list has a word for that."""
    cells, remarks = fill_figure(table, draft.cells, draft.line, units)
    draft = draft.with_(cells, remarks)
    for field in package.schemas[table]["fields"]:
        empty = not draft.cells.get(field["name"]) and field.get("constraints", {}).get("required")
        if empty and NOT_STATED in field.get("codes", {}):
            said = mended("not_stated", draft.line, field["name"])
            draft = draft.with_({field["name"]: NOT_STATED}, [said])
    return draft


def missing(package: Package, table: str, draft: Draft) -> list[Remark]:
    """Returns a question for each cell that must be filled and is not; an id waits for the other answers."""
    said = {remark.column for remark in draft.remarks if remark.asked}
    said |= {package.schemas[table]["primaryKey"][0]} if said else set()
    return [
        asked("missing", draft.line, field["name"], title=field["title"], title_en=field["title_en"])
        for field in package.schemas[table]["fields"]
        if field.get("constraints", {}).get("required")
        and not draft.cells.get(field["name"])
        and field["name"] not in said
    ]

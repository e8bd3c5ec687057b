"""A draft that `extract` wrote and a person has looked through: its accepted rows, as one grid a table.

What the draft tells beside the columns of a row (context, confidence, subject as printed, notes to the reviewer)
stays behind. A part names its whole by the offset of the whole, which `with_wholes` makes its id.
"""

from __future__ import annotations

from build_scripts.commands.incoming.remarks import UnreadableFile, mended
from build_scripts.commands.incoming.rows import Draft
from build_scripts.commands.incoming.sheets import Grid
from build_scripts.ledger.package import Package

MARKS = {"accept", "figure", "as_printed", "table"}  # what the header of a draft holds and that of no table does
ACCEPTED = "accept"
TABLES = {"funds": "amount", "observations": "value"}  # the column that holds the value of the draft
LEFT = ("note",)  # in a draft it speaks to the reviewer


def without_drafts(package: Package, grids: list[Grid]) -> list[Grid]:
    """Returns the grids, a reviewed draft replaced by the grids of its tables, its list of codes left out.

    Raises UnreadableFile where no row of a draft is accepted.
    """
    of_drafts = [grid for grid in grids if is_draft(grid)]
    if not of_drafts:
        return grids
    accepted = [each for grid in of_drafts for table in TABLES for each in accepted_rows(package, grid, table)]
    if not accepted:
        raise UnreadableFile("nothing_accepted", name=of_drafts[0].name)
    return accepted


def is_draft(grid: Grid) -> bool:
    return bool(grid.rows) and set(grid.rows[0][1]) >= MARKS


def accepted_rows(package: Package, grid: Grid, table: str) -> list[Grid]:
    """Returns one grid with the rows of a table that were accepted, or none; says how many were not."""
    (line, header), *rows = grid.rows
    sent = [(n, dict(zip(header, cells, strict=False))) for n, cells in rows]
    accepted = [(n, row) for n, row in sent if row["accept"].strip() == ACCEPTED and row["table"] == table]
    if not accepted:
        return []
    columns = [c for c in package.columns(table) if c in header and c not in LEFT]
    value = TABLES[table]
    head = [*columns, *([value] if value not in columns else []), "in_totals"]
    cells = [
        (n, [*(row.get(c, "") for c in columns), *([row["value"]] if value not in columns else []), "true"])
        for n, row in accepted
    ]
    left = sum(row["accept"].strip() != ACCEPTED for _, row in sent)
    remarks = (mended("not_accepted", n=str(left)),) if left and table == next(iter(TABLES)) else ()
    return [Grid(table, [(line, head), *cells], (*grid.remarks, *remarks))]


def with_wholes(key: str, drafts: list[Draft], rows: list[dict[str, str]]) -> list[Draft]:
    """Returns the drafts; a part that names its whole by offset names it by the id of the row that begins there."""
    begins = {
        (cells.get("source_id"), cells["start"]): cells[key]
        for cells in (*rows, *(draft.cells for draft in drafts))
        if cells.get("start") and cells.get(key)
    }
    return [
        draft.with_({"part_of": begins[place]}, [])
        if (place := (draft.cells.get("source_id"), draft.cells.get("part_of"))) in begins
        else draft
        for draft in drafts
    ]

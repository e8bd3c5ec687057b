"""What differs between two releases: rows by their keys, cells in the columns both have, totals by today's rules."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from build_scripts.commands.difference.records import Rows
from build_scripts.commands.releasing.state import State, tables_now
from build_scripts.exports.encode import cell_text
from build_scripts.ledger.history import MACHINE_WRITTEN
from build_scripts.ledger.package import Package
from build_scripts.ledger.tables import Tables
from build_scripts.views.claim_frame import total_id
from build_scripts.views.derive import derive_views

LINES = ["kind", "table", "row_id", "column", "before", "after"]
BOM = "\ufeff"  # as every published CSV


def delta_of(package: Package, old: State, new: State, day: str) -> dict:
    """Returns {"tables": {name: differences}, "totals": [...]}; totals of both sides are made on the same day."""
    before, after = tables_now(package, old), tables_now(package, new)
    successors = {(r["table"], r["row_id"]): r for r in after["retired"].to_dict("records")}
    names = [name for name in dict.fromkeys([*new.schemas, *old.schemas]) if name not in MACHINE_WRITTEN]
    tables = {name: table_delta(name, old, new, successors) for name in names}
    return {"tables": tables, "totals": total_changes(before, after, day)}


def table_delta(table: str, old: State, new: State, successors: dict) -> dict:
    """Returns rows before and after, ids added, rows retired with what stands in their place, cells changed."""
    before, after = old.rows(table), new.rows(table)
    was, now = old.columns(table), new.columns(table)
    return {
        "before": len(before), "after": len(after),
        "added": sorted(after.keys() - before.keys()),
        "retired": [retired_row(key, successors.get((table, key), {})) for key in sorted(before.keys() - after.keys())],
        "changed": list(changed_rows(before, after, [column for column in now if column in was])),
        "new_columns": [column for column in now if column not in was],
        "gone_columns": [column for column in was if column not in now],
    }  # fmt: skip


def retired_row(key: str, told: dict) -> dict:
    """Returns an id that no longer stands, with its successor or the reason, where the table `retired` tells."""
    return {"id": key, **{name: told.get(name) for name in ("successor_id", "reason", "reason_en")}}


def changed_rows(before: Rows, after: Rows, columns: list[str]) -> Iterator[dict]:
    """Yields the rows that both have and whose cells differ: {"id", "cells": {column: [old, new]}}."""
    for key in sorted(before.keys() & after.keys()):
        old, new = before[key], after[key]
        cells = {column: [old.get(column, ""), new.get(column, "")] for column in columns}
        if differing := {column: pair for column, pair in cells.items() if pair[0] != pair[1]}:
            yield {"id": key, "cells": differing}


def total_changes(before: Tables, after: Tables, day: str) -> list[dict]:
    """Returns the totals that differ, by id; a side that has none is null. Values are decimals as text."""
    old, new = totals_by_id(before, day), totals_by_id(after, day)
    found = []
    for key in sorted(old.keys() | new.keys()):
        sides = [f"{each[key].value:f}" if key in each else None for each in (old, new)]
        if sides[0] != sides[1]:
            total = new.get(key) or old[key]
            found.append({"total_id": key, "subject_kind": total.subject_kind, "subject_id": total.subject_id,
                          "what": total.what, "unit": total.unit, "before": sides[0], "after": sides[1]})  # fmt: skip
    return found


def totals_by_id(tables: Tables, day: str) -> dict:
    """Returns the totals that hold anything: a sum of nothing is unknown, never zero."""
    return {total_id(total): total for total in derive_views(tables, day).totals if total.included}


def delta_csv(delta: dict) -> bytes:
    """Returns a line a row added or retired, a cell changed, a column new or gone, a total changed."""
    out = io.StringIO(BOM, newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([LINES, *([cell_text(cell) for cell in line] for line in lines(delta))])
    return out.getvalue().encode()


def lines(delta: dict) -> Iterator[list[str]]:
    for table, told in delta["tables"].items():
        yield from (["new_column", table, "", column, "", ""] for column in told["new_columns"])
        yield from (["gone_column", table, "", column, "", ""] for column in told["gone_columns"])
        yield from (["added", table, key, "", "", ""] for key in told["added"])
        yield from (["retired", table, row["id"], "", "", row["successor_id"] or ""] for row in told["retired"])
        for row in told["changed"]:
            yield from (["changed", table, row["id"], column, *pair] for column, pair in row["cells"].items())
    for total in delta["totals"]:
        yield ["total", "", total["total_id"], total["unit"], total["before"] or "", total["after"] or ""]

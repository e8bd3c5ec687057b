"""A draft in the columns of its table: the line one pastes, its id still to be given."""

from __future__ import annotations

import csv
import io

from build_scripts.ledger.package import Package
from build_scripts.reading.extract.draft import Draft

AMOUNT = {"funds": "amount", "observations": "value"}


def ready_row(draft: Draft, source_id: str, package: Package) -> tuple[str, str]:
    """Returns the header and the line of a draft in its table, as CSV; guesses are filled in, to be looked over.

    Columns that nobody can guess (the id, the label) stay empty; `instrument` is not_stated, and a part is left
    out of totals as the ledger asks.
    """
    cells = draft.as_dict() | {
        AMOUNT[draft.table]: draft.value,
        "source_id": source_id,
        "instrument": "not_stated",
        "in_totals": "true" if draft.part_of is None else "false",
        "part_of": "",
        "note": "",
    }
    columns = package.columns(draft.table)
    return as_line(columns), as_line([str(cells.get(column, "")) for column in columns])


def as_line(cells: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()

"""Questions that a reviewer has settled: `datasets/import_notes/reviewed.csv`, a row and a rule with the reason."""

from __future__ import annotations

from pathlib import Path

from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, decode, split_records

REVIEWED = Path("datasets") / "import_notes" / "reviewed.csv"
COLUMNS = ["table", "row_id", "rule", "reason", "reason_en"]

Settled = frozenset[tuple[str, str, str]]  # table, id of the row, rule


def read_reviewed(root: Path, raw: RawTables) -> tuple[Settled, list[Problem]]:
    """Returns the settled questions, and a finding for each line of the file that settles none.

    Nothing is settled where there is no file. A line needs all five cells, and a row that stands.
    """
    path = root / REVIEWED
    if not path.is_file():
        return frozenset(), []
    records, fault = split_records(decode(path.read_bytes())[0])
    if fault or not records or records[0][1] != COLUMNS:
        return frozenset(), [of_line(1, "", "header", columns=COLUMNS)]
    ids = {table: {cells[0] for _, cells in file.rows} for table, file in raw.items()}
    settled, found = set(), []
    for line, cells in records[1:]:
        if len(cells) != len(COLUMNS) or not all(cells):
            found.append(of_line(line, "", "short", columns=COLUMNS))
        elif cells[1] not in ids.get(cells[0], ()):
            found.append(of_line(line, "row_id", "no_row", level="warning", named=cells[0], key=cells[1]))
        else:
            settled.add(tuple(cells[:3]))
    return frozenset(settled), found


def of_line(line: int, column: str, code: str, **values: object) -> Problem:
    return finding(REVIEWED.as_posix(), line, column, code, rule="reviewed", **values)

"""A question: one figure of one print stands in two rows."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

SUBJECTS = ("pairing_id", "project_id", "place_id", "org_id")
ALIKE = {
    "funds": ("source_id", "start", "as_printed", "stage", "period", "qualifier"),
    "observations": ("source_id", "start", "as_printed", "measure_id", "period", "qualifier"),
}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows with the place, the print, the kind and the subject of an earlier row; without an offset also its label."""
    found = []
    for table, columns in ALIKE.items():
        groups, key = defaultdict(list), package.schemas[table]["primaryKey"][0]
        for row in rows_of(tables[table]):
            subject = tuple(getattr(row, column, None) for column in SUBJECTS)
            label = row.label if row.start is None else None
            groups[(*(getattr(row, column) for column in columns), subject, label)].append(row)
        found += [
            finding(table, row.Index, key, "twice", level="warning", key=getattr(row, key), other=getattr(first, key))
            for first, *others in groups.values()
            for row in others
        ]
    return found

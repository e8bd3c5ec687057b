"""Every measure is used (a warning), and a figure under a measure `other_…` says what it is by its label.

A measure `other_…` stands ready for figures of its unit that fit no measure, used or not.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Measures of their own without an observation, and observations of `other_…` without a label."""
    used = set(tables["observations"]["measure_id"])
    unused = [
        finding("measures", line, "measure_id", "unused", level="warning", key=key)
        for line, key in tables["measures"]["measure_id"].items()
        if key and key not in used and not key.startswith("other_")
    ]
    return unused + [
        finding("observations", row.Index, "label", "needs_label", measure=row.measure_id)
        for row in rows_of(tables["observations"])
        if (row.measure_id or "").startswith("other_") and row.label is None
    ]

"""Every measure is used (a warning), and a figure under a measure `other_…` says what it is by its label."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Measures without an observation, and observations of `other_…` without a label."""
    used = set(tables["observations"]["measure_id"])
    unused = [
        Problem(
            "measures",
            line,
            "measure_id",
            f"没有观测用到指标{quote(key)}",
            f"no observation uses the measure {quote(key)}",
            "留待以后，或删去",
            "keep it for later, or delete it",
            level="warning",
        )
        for line, key in tables["measures"]["measure_id"].items()
        if key and key not in used
    ]
    return unused + [
        Problem(
            "observations",
            row.Index,
            "label",
            f"指标{quote(row.measure_id)}的数字要写明是什么",
            f"a figure of {quote(row.measure_id)} must say what it is",
            "填 label 和 label_en",
            "fill label and label_en",
        )
        for row in tables["observations"].itertuples()
        if (row.measure_id or "").startswith("other_") and row.label is None
    ]

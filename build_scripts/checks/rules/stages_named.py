"""Money whose label says that it is in place (到位) has the stage `received`.

Which verb means which stage is written in `reading/vocabulary/stages.yaml`; 到位 is the one that labels keep.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

IN_PLACE = "到位"


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` that are called 到位 and stand at another stage."""
    return [
        finding("funds", row.Index, "stage", "in_place", label=row.label, stage=row.stage)
        for row in rows_of(tables["funds"])
        if IN_PLACE in (row.label or "") and row.stage != "received"
    ]

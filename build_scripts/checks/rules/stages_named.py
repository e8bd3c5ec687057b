"""Money whose label says that it is in place (到位) has the stage `received`.

Which verb means which stage is written in `reading/vocabulary/stages.yaml`; 到位 is the one that labels keep.
"""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

IN_PLACE = "到位"


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` that are called 到位 and stand at another stage."""
    return [
        Problem(
            "funds",
            row.Index,
            "stage",
            f"{quote(row.label)}说的是到位，stage 却是 {row.stage}",
            f"{quote(row.label)} says the money is in place, yet its stage is {row.stage}",
            "stage 填 received；文件另有所指的，改 label",
            "make the stage received; where the document means something else, change the label",
        )
        for row in tables["funds"].itertuples()
        if IN_PLACE in (row.label or "") and row.stage != "received"
    ]

"""An amount in whole millions may have been rounded by whoever printed it."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

MILLION = 1_000_000


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` whose amount is a whole number of millions."""
    return [
        finding("funds", row.Index, "amount", "whole", level="warning", amount=row.amount)
        for row in tables["funds"].itertuples()
        if row.amount and row.amount % MILLION == 0
    ]

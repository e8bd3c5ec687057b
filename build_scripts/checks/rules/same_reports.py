"""Reports that are one are tied to the row that counts, never in a chain."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources that are the same as themselves, or as a source that is itself the same as another."""
    same = dict(zip(tables["sources"]["source_id"], tables["sources"]["same_as_source_id"], strict=True))
    return [
        Problem(
            "sources",
            row.Index,
            "same_as_source_id",
            f"{quote(row.same_as_source_id)}自己也指向别的来源，或就是这一行",
            f"{quote(row.same_as_source_id)} itself points at another source, or is this row",
            "填作数的那一份，它自己这一栏留空",
            "name the row that counts, whose own cell is empty",
        )
        for row in tables["sources"].itertuples()
        if row.same_as_source_id is not None
        and (row.same_as_source_id == row.source_id or same.get(row.same_as_source_id) is not None)
    ]

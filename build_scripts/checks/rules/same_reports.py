"""Reports that are one are tied to the row that counts, never in a chain."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Sources that are the same as themselves, or as a source that is itself the same as another."""
    same = dict(zip(tables["sources"]["source_id"], tables["sources"]["same_as_source_id"], strict=True))
    return [
        finding("sources", row.Index, "same_as_source_id", "chain", same=row.same_as_source_id)
        for row in rows_of(tables["sources"])
        if row.same_as_source_id is not None
        and (row.same_as_source_id == row.source_id or same.get(row.same_as_source_id) is not None)
    ]

"""A start that was supplied by the reader is not called printed."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

PRINTED = ("printed", "from_printed")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings and their claims whose `dates_basis` says printed while `valid_from` stands in `inferred`."""
    return [
        finding(table, row.Index, "dates_basis", "not_printed", basis=row.dates_basis)
        for table in ("pairings", "pairing_claims")
        for row in tables[table].itertuples()
        if row.dates_basis in PRINTED and "valid_from" in (row.inferred or "").split()
    ]

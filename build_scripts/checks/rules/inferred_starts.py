"""A start that was supplied by the reader is not called printed."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

PRINTED = ("printed", "from_printed")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings and their claims whose `dates_basis` says printed while `valid_from` stands in `inferred`."""
    return [
        Problem(
            table,
            row.Index,
            "dates_basis",
            f"{quote(row.dates_basis)}说起点是印出的，inferred 却列了 valid_from",
            f"{quote(row.dates_basis)} says the start is printed, yet inferred lists valid_from",
            "印出的从 inferred 里去掉；按轮次的写 round，按年数推算的写 counted",
            "if it is printed, take it out of inferred; else write round, or counted for a number of years",
        )
        for table in ("pairings", "pairing_claims")
        for row in tables[table].itertuples()
        if row.dates_basis in PRINTED and "valid_from" in (row.inferred or "").split()
    ]

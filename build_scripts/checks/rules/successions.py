"""A pairing that supersedes another keeps its recipient or its provider: else it is simply a new pairing."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

ENDS = ("provider_place_id", "provider_org_id", "recipient_place_id", "recipient_org_id")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings that share neither end with the pairing they supersede."""
    rows = {row.pairing_id: row for row in rows_of(tables["pairings"])}
    return [
        finding("pairings", row.Index, "supersedes_id", "nothing_shared", former=row.supersedes_id)
        for row in rows.values()
        if (former := rows.get(row.supersedes_id)) and not any(shared(row, former, end) for end in ENDS)
    ]


def shared(row: object, former: object, end: str) -> bool:
    return getattr(row, end) is not None and getattr(row, end) == getattr(former, end)

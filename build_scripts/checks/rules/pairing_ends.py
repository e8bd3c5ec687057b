"""A pairing has a provider and a recipient, each a place or an organisation, and they are not the same."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

ENDS = ("provider", "recipient")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings without one of their ends, or with the same one twice."""
    found = []
    for row in rows_of(tables["pairings"]):
        ends = {end: (getattr(row, f"{end}_place_id"), getattr(row, f"{end}_org_id")) for end in ENDS}
        found += [
            finding("pairings", row.Index, f"{end}_place_id", f"no_{end}")
            for end, named in ends.items()
            if named == (None, None)
        ]
        if ends["provider"] == ends["recipient"] != (None, None):
            found.append(finding("pairings", row.Index, "recipient_place_id", "same"))
    return found

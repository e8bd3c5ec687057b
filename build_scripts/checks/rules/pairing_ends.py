"""A pairing has a provider and a recipient, each a place or an organisation, and they are not the same."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

ENDS = {"provider": ("帮扶方", "provider"), "recipient": ("受帮扶方", "recipient")}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings without one of their ends, or with the same one twice."""
    found = []
    for row in tables["pairings"].itertuples():
        for end, (zh, en) in ENDS.items():
            place, org = getattr(row, f"{end}_place_id"), getattr(row, f"{end}_org_id")
            if place is None and org is None:
                found.append(
                    Problem(
                        "pairings",
                        row.Index,
                        f"{end}_place_id",
                        f"没有{zh}",
                        f"the pairing has no {en}",
                        f"填 {end}_place_id 或 {end}_org_id",
                        f"fill {end}_place_id or {end}_org_id",
                    )
                )
        provider = (row.provider_place_id, row.provider_org_id)
        if provider == (row.recipient_place_id, row.recipient_org_id) and provider != (None, None):
            found.append(
                Problem(
                    "pairings",
                    row.Index,
                    "recipient_place_id",
                    "帮扶方与受帮扶方相同",
                    "the provider is also the recipient",
                    "改正其中一方",
                    "mend one of the two",
                )
            )
    return found

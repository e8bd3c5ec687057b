"""A question: a project lies neither with the recipient nor with the provider of its pairing."""

from __future__ import annotations

from build_scripts.checks.rules.ends_swapped import within
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Projects whose place is not in the recipient, nor the recipient in it: at the provider's, or elsewhere."""
    pairings = {row.pairing_id: row for row in rows_of(tables["pairings"])}
    parents = dict(zip(tables["places"]["place_id"], tables["places"]["parent_id"], strict=True))
    return [
        finding("projects", row.Index, "place_id", code, level="warning", place=row.place_id, pairing=row.pairing_id)
        for row in rows_of(tables["projects"])
        if (pairing := pairings.get(row.pairing_id))
        and row.place_id
        and pairing.recipient_place_id
        and (code := where(row.place_id, pairing, parents))
    ]


def where(place: str, pairing: object, parents: dict[str, str | None]) -> str | None:
    """Returns `elsewhere` or `provider` where the place has nothing to do with the recipient, else None."""
    recipient, provider = pairing.recipient_place_id, pairing.provider_place_id
    if within(place, recipient, parents) or within(recipient, place, parents) or place.startswith("x-"):
        return None
    return "provider" if provider and within(place, provider, parents) else "elsewhere"

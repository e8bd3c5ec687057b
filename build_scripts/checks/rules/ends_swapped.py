"""A question: provider and recipient, or the two ends of an event, seem to have changed places."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

GOING = ("posting", "fair")  # kinds of event in which people or goods go one way; a visit goes both


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings that another one of the same programme has the other way round, and events that go against theirs."""
    pairings = {row.pairing_id: row for row in rows_of(tables["pairings"])}
    ends = {(row.programme, row.provider_place_id, row.recipient_place_id): key for key, row in pairings.items()}
    found = [
        finding("pairings", row.Index, "provider_place_id", "pairing", level="warning", key=row.pairing_id, other=other)
        for row in pairings.values()
        if row.provider_place_id and row.recipient_place_id
        and (other := ends.get((row.programme, row.recipient_place_id, row.provider_place_id)))
    ]  # fmt: skip
    parents = dict(zip(tables["places"]["place_id"], tables["places"]["parent_id"], strict=True))
    return found + [
        finding("events", row.Index, "from_place_id", "event", level="warning", pairing=row.pairing_id)
        for row in rows_of(tables["events"])
        if (pairing := pairings.get(row.pairing_id))
        and within(row.from_place_id, pairing.recipient_place_id, parents)
        and within(row.to_place_id, pairing.provider_place_id, parents)
        and row.kind in GOING
    ]


def within(place: str | None, whole: str | None, parents: dict[str, str | None]) -> bool:
    """True where the place is the other, or lies in it; False where one of them is not given."""
    seen = set()
    while place and place not in seen:
        if place == whole:
            return True
        seen.add(place)
        place = parents.get(place)
    return False

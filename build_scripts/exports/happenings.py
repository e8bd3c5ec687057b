"""What entered or changed in the ledger, row by row: the day, the document, and the records it says something of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.ledger.history import UNDATED
from build_scripts.views.model import Row, Views

Record = tuple[str, str]  # (pairings | places, id)


@dataclass(frozen=True)
class Happening:
    """A row that entered or changed on a day (ISO); `source_id` is '' where a row is of no document."""

    day: str
    kind: str  # entered | changed
    table: str
    key: str
    source_id: str
    records: frozenset[Record]


def happenings(views: Views, keys: dict[str, list[str]]) -> list[Happening]:
    """Returns what happened, the newest day first, corrections before what entered; `keys` are the primary keys.

    A row whose day nobody knows has no place here.
    """
    found = [each for table in views.tables if table not in UNDATED for each in of_table(views, table, keys[table])]
    order = sorted(found, key=lambda each: (each.kind, each.table, each.key))
    return sorted(order, key=lambda each: each.day, reverse=True)


def of_table(views: Views, table: str, columns: list[str]) -> Iterator[Happening]:
    told = records_of_claims(views) if table in ("funds", "observations") else {}
    for row in views.tables[table].to_dict("records"):
        key = " ".join(str(row[column] or "") for column in columns)
        seen, changed = views.history.first_seen(table, key), views.history.last_changed(table, key)
        about = (table, key, row.get("source_id") or "", told.get(key) or records_of(views, row))
        if seen:
            yield Happening(seen, "entered", *about)
        if changed and changed != seen:
            yield Happening(changed, "changed", *about)


def records_of(views: Views, row: Row) -> frozenset[Record]:
    """Returns the pairing a row names, and the places it names, the ends of that pairing, and all above them."""
    pairing = row.get("pairing_id")
    spots = [row.get(column) for column in ("place_id", "from_place_id", "to_place_id")]
    return reached(views, pairing, *spots)


def records_of_claims(views: Views) -> dict[str, frozenset[Record]]:
    """Returns claim id -> the records it says something of, by its subject."""
    projects = views.index.rows["projects"]
    seats = dict(views.tables["organisations"][["org_id", "place_id"]].itertuples(index=False))
    found = {}
    for claim in views.claims.values():
        kind, key = claim.subject
        project = projects[key] if kind == "project" else {}
        place = {"place": key, "organisation": seats.get(key)}.get(kind) or project.get("place_id")
        found[claim.claim_id] = reached(views, key if kind == "pairing" else project.get("pairing_id"), place)
    return found


def reached(views: Views, pairing: str | None, *spots: str | None) -> frozenset[Record]:
    places = {place for spot in (*spots, *views.ends.get(pairing, ())) for place in views.places.chain(spot)}
    return frozenset({("places", place) for place in places} | ({("pairings", pairing)} if pairing else set()))

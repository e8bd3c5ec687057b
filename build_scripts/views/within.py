"""What the ledger holds within a place: of its pairings, its projects, its organisations and the places below it."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.views.model import Fact, Row, Subject
from build_scripts.views.places import Ends, PlaceIndex

NOT_WITHIN = "country"  # what lies within the nation is the whole ledger, and has lists of its own


def derive_within(
    facts: Iterable[Fact], places: PlaceIndex, ends: Ends, rows: dict[str, dict[str, Row]]
) -> dict[str, dict[str, list]]:
    """Returns the fields of Index that say what lies within a place."""
    return {
        "facts_within": facts_within(facts, places, ends, rows),
        "projects_within": projects_within(rows["projects"].values(), places, ends, rows),
    }


def facts_within(
    facts: Iterable[Fact], places: PlaceIndex, ends: Ends, rows: dict[str, dict[str, Row]]
) -> dict[str, list[Fact]]:
    """Returns place id -> the facts that speak of something within the place, not of the place itself."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        for place in sorted(holders(fact.subject, places, ends, rows)):
            found.setdefault(place, []).append(fact)
    return found


def projects_within(
    projects: Iterable[Row], places: PlaceIndex, ends: Ends, rows: dict[str, dict[str, Row]]
) -> dict[str, list[Row]]:
    """Returns place id -> its projects: those that stand in it, then those of a pairing that it is an end of."""
    found: dict[str, tuple[list[Row], list[Row]]] = {}
    for row in projects:
        standing = set(places.chain(row["place_id"]))
        for place in sorted(holders(("project", row["project_id"]), places, ends, rows)):
            found.setdefault(place, ([], []))[place not in standing].append(row)
    return {place: here + elsewhere for place, (here, elsewhere) in found.items()}


def holders(subject: Subject, places: PlaceIndex, ends: Ends, rows: dict[str, dict[str, Row]]) -> set[str]:
    """Returns the places that a subject lies within; a pairing lies within both of its ends."""
    kind, key = subject
    if kind == "pairing":
        near = ends[key]
    elif kind == "project":
        row = rows["projects"][key]
        near = (row["place_id"], *ends.get(row["pairing_id"], ()))
    elif kind == "organisation":
        near = (rows["organisations"][key]["place_id"],)
    else:
        near = (places.parents.get(key),)
    found = {place for start in near for place in places.chain(start)}
    return {place for place in found if places.level(place) != NOT_WITHIN}

"""A pairing joins two provinces that the arrangement of its round joins (`programme_scope`); a `note` excuses.

The place of a city or county is its province; groups of several provinces, and rounds without a scope, are left out.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings of a programme whose scope does not join the provinces of their ends."""
    places = {row.place_id: row for row in rows_of(tables["places"])}
    joined = {(row.programme, *ends(row, places)) for row in rows_of(tables["programme_scope"])}
    rounds = {programme for programme, *_ in joined}
    return [
        scope_problem(row, places)
        for row in rows_of(tables["pairings"])
        if row.programme in rounds
        and row.note is None
        and None not in ends(row, places)
        and (row.programme, *ends(row, places)) not in joined
    ]


def ends(row: object, places: dict) -> tuple[str | None, str | None]:
    """Returns the provinces of provider and recipient; None where a place lies in none."""
    return province(row.provider_place_id, places), province(row.recipient_place_id, places)


def province(place_id: str | None, places: dict) -> str | None:
    """Returns the province in which a place lies; None where its chain ends before one, or runs in a circle."""
    seen = set()
    while place_id and place_id in places and place_id not in seen:
        if places[place_id].level == "province":
            return place_id
        seen.add(place_id)
        place_id = places[place_id].parent_id
    return None


def scope_problem(row: object, places: dict) -> Problem:
    provider, recipient = (places[key] for key in ends(row, places))
    names = {"provider_zh": provider.name, "provider_en": provider.name_en}
    names |= {"recipient_zh": recipient.name, "recipient_en": recipient.name_en}
    return finding("pairings", row.Index, "programme", "not_joined", programme=row.programme, **names)

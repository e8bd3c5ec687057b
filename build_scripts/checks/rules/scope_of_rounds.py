"""A pairing joins two provinces that the arrangement of its round joins (`programme_scope`); a `note` excuses.

The place of a city or county is its province; groups of several provinces, and rounds without a scope, are left out.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Pairings of a programme whose scope does not join the provinces of their ends."""
    places = {row.place_id: row for row in tables["places"].itertuples()}
    joined = {(row.programme, *ends(row, places)) for row in tables["programme_scope"].itertuples()}
    rounds = {programme for programme, *_ in joined}
    return [
        scope_problem(row, places)
        for row in tables["pairings"].itertuples()
        if row.programme in rounds
        and row.note is None
        and None not in ends(row, places)
        and (row.programme, *ends(row, places)) not in joined
    ]


def ends(row: object, places: dict) -> tuple[str | None, str | None]:
    """Returns the provinces of provider and recipient; None where a place lies in none."""
    return province(row.provider_place_id, places), province(row.recipient_place_id, places)


def province(place_id: str | None, places: dict) -> str | None:
    place = places.get(place_id)
    while place is not None and place.level != "province":
        place = places.get(place.parent_id)
    return place.place_id if place is not None else None


def scope_problem(row: object, places: dict) -> Problem:
    provider, recipient = (places[key] for key in ends(row, places))
    return Problem(
        "pairings",
        row.Index,
        "programme",
        f"{row.programme} 这一轮的安排里，{provider.name}不帮扶{recipient.name}",
        f"in the arrangement of {row.programme}, {provider.name_en} does not assist {recipient.name_en}",
        "改正轮次或一方；确属例外请在 note 里说明；安排有漏的，补进 programme_scope.csv",
        "mend the round or an end; an exception needs a note; what the arrangement lacks goes into programme_scope.csv",
    )

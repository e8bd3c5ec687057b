"""A place's code has the form of its level.

Digits are GB/T 2260 and NBS codes: 6 down to the county, 9 for a township, 12 for a village. Without a known
code the id is `<parent>-<pinyin>`; a redacted place is `x-<source>-<n>`. A `note` allows an exception.
"""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

CODES = {
    "country": r"[01]00000",
    "province": r"[1-9][0-9]0000",
    "prefecture": r"[0-9]{2}(?!00)[0-9]{2}00",
    "county": r"[0-9]{4}(?!00)[0-9]{2}",
    "zone": r"[0-9]{6}|[0-9]{9}|[0-9]{12}",
    "township": r"[0-9]{6}(?!000)[0-9]{3}",
    "village": r"[0-9]{9}(?!000)[0-9]{3}",
}
WITHOUT_PARENT = ("country", "group")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Places whose id does not fit their level."""
    return [
        finding("places", row.Index, "place_id", "wrong_form", place=row.place_id, level_of_place=row.level)
        for row in rows_of(tables["places"])
        if row.place_id and row.level and not row.note and not fits(row.place_id, row.level, row.parent_id)
    ]


def fits(place_id: str, level: str, parent_id: str | None) -> bool:
    if place_id.startswith("x-"):
        return True
    if place_id.isdigit():
        return level in CODES and bool(re.fullmatch(CODES[level], place_id))
    return level in WITHOUT_PARENT or bool(parent_id and place_id.startswith(f"{parent_id}-"))

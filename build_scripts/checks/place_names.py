"""No two provinces or prefectures have one English name: 台州 and 泰州 are both Taizhou without their provinces.

Counties and what lies below them are shown with the division above, so theirs may be alike.
"""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.problem import Problem
from build_scripts.tables import Package, Tables

LEVELS = ("province", "prefecture")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Every province or prefecture that has the English name of another."""
    places = tables["places"]
    named = places[places["level"].isin(LEVELS) & places["name_en"].notna()]
    alike = named[named.duplicated("name_en", keep=False)]
    return [
        Problem(
            "places",
            row.Index,
            "name_en",
            f"{quote(row.name_en)}不止一处：{others(alike, row)}也叫这个英文名",
            f"{quote(row.name_en)} is not the only one: {others(alike, row)} has the same English name",
            "在英文名后用括号注明省份，如 Taizhou (Jiangsu)",
            "add the province in brackets, as in Taizhou (Jiangsu)",
        )
        for row in alike.itertuples()
    ]


def others(alike, row) -> str:
    """Returns the ids of the other places of the name."""
    same = alike[(alike["name_en"] == row.name_en) & (alike["place_id"] != row.place_id)]
    return ", ".join(same["place_id"])

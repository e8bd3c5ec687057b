"""A label of money says what the money is; who gives it stands in `payer_place_id`."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Labels of `funds` that begin with the name of a place and a colon."""
    names = place_names(tables)
    return [
        finding("funds", row.Index, "label", "place_first", label=row.label)
        for row in tables["funds"].itertuples()
        if "：" in (row.label or "") and row.label.partition("：")[0] in names
    ]


def place_names(tables: Tables) -> set[str]:
    """Returns the names and aliases of provinces, prefectures, counties and groups."""
    frame = tables["places"].query("level in ('province', 'prefecture', 'county', 'group')")
    aliases = {a.partition("@")[0] for cell in frame["aliases"].dropna() for a in cell.split(";")}
    return {*frame["name"], *aliases}

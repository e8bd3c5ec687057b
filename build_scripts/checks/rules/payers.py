"""A label of money says what the money is; who gives it stands in `payer_place_id`."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Labels of `funds` that begin with the name of a place and a colon."""
    names = place_names(tables)
    return [
        Problem(
            "funds",
            row.Index,
            "label",
            f"{quote(row.label)}以地方名开头，像是说谁出的钱",
            f"{quote(row.label)} begins with the name of a place, as if to say who gives the money",
            "出资方写进 payer_place_id，label 只说是什么钱",
            "put the payer into payer_place_id; the label says only what the money is",
        )
        for row in tables["funds"].itertuples()
        if "：" in (row.label or "") and row.label.partition("：")[0] in names
    ]


def place_names(tables: Tables) -> set[str]:
    """Returns the names and aliases of provinces, prefectures, counties and groups."""
    frame = tables["places"].query("level in ('province', 'prefecture', 'county', 'group')")
    aliases = {a.partition("@")[0] for cell in frame["aliases"].dropna() for a in cell.split(";")}
    return {*frame["name"], *aliases}

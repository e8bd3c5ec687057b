"""A label says what the figure is; who gives or helps stands in `payer_place_id` or `provider_place_id`."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

GIVER_COLUMNS = {"funds": "payer_place_id", "observations": "provider_place_id"}
ENDINGS = re.compile("(省|市|区|县|自治区|地区)$")  # 东丽区 is also said as 东丽


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Labels that begin with the name of a place, long or short, and a colon."""
    names = place_names(tables)
    return [
        finding(table, row.Index, "label", "place_first", label=row.label, giver=column)
        for table, column in GIVER_COLUMNS.items()
        for row in rows_of(tables[table])
        if "：" in (row.label or "") and row.label.partition("：")[0] in names
    ]


def place_names(tables: Tables) -> set[str]:
    """Returns names and aliases of provinces, prefectures, counties and groups, and names without their ending."""
    frame = tables["places"].query("level in ('province', 'prefecture', 'county', 'group')")
    aliases = {a.partition("@")[0] for cell in frame["aliases"].dropna() for a in cell.split(";")}
    names = frame["name"].dropna()  # a missing name is another rule's finding
    short = {ENDINGS.sub("", name) for name in names}
    return {*names, *aliases, *(name for name in short if len(name) > 1)}

"""The unit that is printed is of the kind that the measure counts in: people are no area, households no people.

Only units that leave no doubt are compared: 个, 项 and 家 may count anything.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of
from build_scripts.reading.figures import UnreadableFigure, read_figure

KINDS = {  # kind of quantity -> the units printed for it
    "person": "人 人次 名 位",
    "household": "户",
    "area": "亩 公顷 平方米 平方公里",
    "length": "米 公里",
    "weight": "斤 公斤 吨",
    "money": "元 美元 港元 欧元",
    "share": "% 倍 百分点",
    "time": "年 月 天 日 小时",
    "power": "千瓦 兆瓦",
    "energy": "千瓦时",
}
OF_PRINT = {unit: kind for kind, units in KINDS.items() for unit in units.split()}
OF_MEASURE = {  # unit of a measure -> its kind; every other unit counts things
    **dict.fromkeys(("person", "person_time"), "person"),
    **dict.fromkeys(("mu", "m2"), "area"),
    **dict.fromkeys(("km", "m"), "length"),
    **dict.fromkeys(("kilogram", "tonne"), "weight"),
    **dict.fromkeys(("percent", "ratio"), "share"),
    **dict.fromkeys(("year", "month", "day"), "time"),
    "household": "household", "cny": "money", "kilowatt": "power", "kwh": "energy",
}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `observations` whose print has a unit of another kind than their measure, and `funds` without money."""
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    words = package.codes("measures", "unit")
    rows = [("funds", "amount", "cny", row) for row in rows_of(tables["funds"])]
    rows += [("observations", "measure_id", units.get(r.measure_id), r) for r in rows_of(tables["observations"])]
    return [
        finding(table, row.Index, column, "other_unit", print=row.as_printed, printed=printed, **in_words(unit, words))
        for table, column, unit, row in rows
        if unit and (printed := printed_unit(row.as_printed)) and OF_PRINT[printed] != OF_MEASURE.get(unit, "count")
    ]


def in_words(unit: str, words: dict[str, dict]) -> dict[str, str]:
    return {f"unit_{lang}": words[unit][lang] if unit in words else unit for lang in ("zh", "en")}


def printed_unit(as_printed: str | None) -> str | None:
    """Returns the unit of a print where it is one of KINDS."""
    try:
        unit = read_figure(as_printed or "").unit.partition("/")[0]
    except UnreadableFigure:
        return None
    return unit if unit in OF_PRINT else None

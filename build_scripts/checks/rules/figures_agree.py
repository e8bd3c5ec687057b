"""A figure's value is what its print says: digits, scale, qualifier; lost digits leave it empty."""

from __future__ import annotations

from decimal import Decimal

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables
from build_scripts.reading.figures import REASONS, UnreadableFigure, read_figure, value_problem

# (unit printed, unit of the measure) -> how many of the second make one of the first
FACTORS = {
    ("公里", "m"): 1000,
    ("米", "km"): Decimal("0.001"),
    ("公顷", "mu"): 15,
    ("平方公里", "mu"): 1500,
    ("平方公里", "m2"): 10**6,
    ("斤", "kilogram"): Decimal("0.5"),
    ("吨", "kilogram"): 1000,
    ("公斤", "tonne"): Decimal("0.001"),
    ("斤", "tonne"): Decimal("0.0005"),
    ("兆瓦", "kilowatt"): 1000,
    ("年", "month"): 12,
    ("倍", "percent"): 100,
    ("小时", "day"): Decimal(1) / 24,
}
WORDS = {
    "digits_lost": ("应留空，原文掉了数字", "must be empty, since the print lost its digits:"),
    "value_missing": ("空着，原文却印出了数字", "is empty though the print has a figure:"),
    "value_differs": ("与原文不符", "differs from the print"),
    "range_needs_bound": ("不合区间的一端", "does not fit one end of the range"),
    "qualifier_differs": ("与原文的约数不符", "is not the qualifier of the print"),
    "unreadable": ("无从比较，原文写法读不成一个数", "cannot be compared: no single figure is printed in"),
}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` and `observations` whose value or qualifier is not what `as_printed` says."""
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    money = [figure_problem("funds", "amount", row, "cny") for row in tables["funds"].itertuples()]
    others = [
        figure_problem("observations", "value", row, units.get(row.measure_id))
        for row in tables["observations"].itertuples()
    ]
    return [p for p in money + others if p]


def figure_problem(table: str, column: str, row: object, unit: str | None) -> Problem | None:
    """Returns the finding of one row; a print that reads as no figure is an error only with an offset."""
    value = getattr(row, column)
    if row.as_printed is None or row.qualifier is None:
        return None
    remark = figure_remark(row.as_printed, value, row.qualifier, unit)
    if not remark:
        return None
    code, _, detail = remark.partition(": ")
    zh, en = WORDS.get(code, (code, code))
    of_qualifier = code in ("qualifier_differs", "range_needs_bound")
    shown = row.qualifier if of_qualifier else "" if value is None else f"{value:f}"
    return Problem(
        table,
        row.Index,
        "qualifier" if of_qualifier else column,
        f"{quote(shown)}{zh}：{quote(row.as_printed)}",
        f"{quote(shown)} {en} {quote(row.as_printed)} ({REASONS.get(detail, detail)})",
        "照原文改正数值或约数，不改原文写法",
        "mend value or qualifier by the print; never change the print",
        level="warning" if code == "unreadable" and row.start is None else "error",
    )


def figure_remark(as_printed: str, value: Decimal | None, qualifier: str, unit: str | None) -> str | None:
    """Returns what contradicts the print; the value is also tried in the unit printed (2公里 for 2,000 m)."""
    remark = value_problem(as_printed, value, qualifier)
    if not remark or value is None:
        return remark
    try:
        factor = FACTORS.get((read_figure(as_printed).unit, unit), 1)
    except UnreadableFigure:
        return remark
    return remark if factor == 1 else value_problem(as_printed, value / factor, qualifier)

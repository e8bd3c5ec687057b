"""A figure's value is what its print says: digits, scale, qualifier; lost digits leave it empty."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of
from build_scripts.reading.figures import Figure, UnreadableFigure, read_figure, value_problem

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
    ("‰", "percent"): Decimal("0.1"),
    ("小时", "day"): Decimal(1) / 24,
}
OF_VALUE = ("value_missing", "value_differs", "value_differs_wan", "value_differs_yi")
OF_QUALIFIER = ("qualifier_differs", "range_needs_bound")
SCALES = {Decimal(10**4): "wan", Decimal(10**8): "yi"}  # a value left in 万 or 亿


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds` and `observations` whose value or qualifier is not what `as_printed` says."""
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    money = [figure_problem("funds", "amount", row, "cny") for row in rows_of(tables["funds"])]
    others = [
        figure_problem("observations", "value", row, units.get(row.measure_id))
        for row in rows_of(tables["observations"])
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
    where = (table, row.Index, "qualifier" if code in OF_QUALIFIER else column)
    if code == "unreadable":
        level = "warning" if row.start is None else "error"
        return finding(*where, code, level=level, print=row.as_printed, because=detail)
    figure = in_unit(read_figure(row.as_printed), unit)
    says = {"print": row.as_printed, "printed": printed_figure(figure), "qualifier": row.qualifier}
    if code == "qualifier_differs":
        return finding(*where, code, **says, suggestion=figure.qualifier)
    scale = SCALES.get(figure.low / value if value and figure.low is not None else None)
    code = f"{code}_{scale}" if scale and code == "value_differs" else code
    meant = {"suggestion": f"{figure.low.normalize():f}"} if code in OF_VALUE and figure.low == figure.high else {}
    return finding(*where, code, **says, **meant, value="" if value is None else f"{value:,f}")


def in_unit(figure: Figure, unit: str | None) -> Figure:
    """Returns the figure in the unit of the measure: 1公顷 is 15 where mu are counted."""
    factor = FACTORS.get((figure.unit, unit), 1)
    low, high = (end if end is None else end * factor for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high)


def printed_figure(figure: Figure) -> str:
    """Returns what the print says, digits in groups of three: 17,100,000, or the two ends of a range."""
    ends = dict.fromkeys(end for end in (figure.low, figure.high) if end is not None)
    return "–".join(f"{end.normalize():,f}" for end in ends)


def figure_remark(as_printed: str, value: Decimal | None, qualifier: str, unit: str | None) -> str | None:
    """Returns what contradicts the print; the value is turned into the unit printed (2公里 for 2,000 m)."""
    try:
        factor = FACTORS.get((read_figure(as_printed).unit, unit), 1)
    except UnreadableFigure:
        factor = 1
    if value is None or factor == 1:
        return value_problem(as_printed, value, qualifier)
    return value_problem(as_printed, value / factor, qualifier)

"""What is printed of each of several years is no sum of them: it is never added as if it were."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of
from build_scripts.reading.each_year import is_of_each_year


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows in the totals whose label gives an amount a year (每年, 年均) over more than one year.

    Expected figures and measures that have no sum are added nowhere.
    """
    summed = set(tables["measures"].query("aggregation == 'sum'")["measure_id"])
    return [
        finding(table, row.Index, "in_totals", "added", period=row.period, label=row.label)
        for table in ("funds", "observations")
        for row in rows_of(tables[table])
        if row.in_totals is True
        and row.basis != "expected"
        and getattr(row, "measure_id", None) in {None, *summed}
        and is_of_each_year(row.label)
        and is_of_several_years(row.period)
    ]


def is_of_several_years(period: str | None) -> bool:
    first, _, last = (period or "").partition("/")
    return bool(last) and first[:4] != last[:4]

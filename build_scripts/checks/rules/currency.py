"""Money is yuan: a print in another currency is no amount of the ledger."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of
from build_scripts.reading.currency import foreign_currency


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds`, and of `observations` whose measure is money, with another currency in their print."""
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    rows = [("funds", "amount", row) for row in rows_of(tables["funds"])]
    rows += [
        ("observations", "value", row)
        for row in rows_of(tables["observations"])
        if units.get(row.measure_id) == "cny"
    ]
    return [
        finding(table, row.Index, column, "foreign", print=row.as_printed, currency=found)
        for table, column, row in rows
        if (found := foreign_currency(row.as_printed))
    ]

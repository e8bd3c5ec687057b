"""Money is yuan: a print in another currency is no amount of the ledger."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

FOREIGN = re.compile(
    r"美元|美金|港元|港币|港幣|欧元|歐元|日元|日圆|日圓|英镑|英鎊|澳元|加元|瑞郎|卢布|盧布|韩元|韓元|新加坡元|新元|台币|臺幣|"
    r"US\$|HK\$|[$€£]|\b(?:USD|HKD|EUR|JPY|GBP|AUD|CAD|CHF|TWD|SGD)\b|(?:dollar|euro|pound)s?\b|\byen\b",
    re.I,
)


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `funds`, and of `observations` whose measure is money, with another currency in their print."""
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    rows = [("funds", "amount", row) for row in tables["funds"].itertuples()]
    rows += [
        ("observations", "value", row)
        for row in tables["observations"].itertuples()
        if units.get(row.measure_id) == "cny"
    ]
    return [
        finding(table, row.Index, column, "foreign", print=row.as_printed, currency=found[0])
        for table, column, row in rows
        if (found := FOREIGN.search(row.as_printed or ""))
    ]

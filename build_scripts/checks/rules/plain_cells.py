"""Numbers are plain digits, booleans true or false.

Frictionless 5 also takes infinity, NaN, full-width digits, 1_000, 1e5, TRUE and 1.
"""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables, read_cell

FIXES = {
    "integer": ("只用 0–9 写整数", "write a whole number with the digits 0–9"),
    "number": ("只用 0–9 和一个小数点", "use the digits 0–9 and at most one decimal point"),
    "boolean": ("写 true 或 false", "write true or false"),
}


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of number and boolean columns that `type_tables` cannot read."""
    found = []
    for table, schema in package.schemas.items():
        kinds = {f["name"]: f["type"] for f in schema["fields"] if f["type"] in FIXES}
        columns = [(i, name, kinds[name]) for i, name in enumerate(raw[table].header) if name in kinds]
        found += [
            Problem(
                table,
                line,
                name,
                f"{quote(cells[i])}不是写得明白的值",
                f"{quote(cells[i])} is not plainly written",
                *FIXES[kind],
            )
            for line, cells in raw[table].rows
            for i, name, kind in columns
            if i < len(cells) and cells[i] and read_cell(cells[i], kind) is None
        ]
    return found

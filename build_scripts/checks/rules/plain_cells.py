"""Numbers are plain digits, booleans true or false.

Frictionless 5 also takes infinity, NaN, full-width digits, 1_000, 1e5, TRUE and 1.
"""

from __future__ import annotations

from build_scripts.checks.suggest import suggest_plain
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, read_cell

KINDS = ("integer", "number", "boolean")


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of number and boolean columns that `type_tables` cannot read."""
    found = []
    for table, schema in package.schemas.items():
        kinds = {f["name"]: f["type"] for f in schema["fields"] if f["type"] in KINDS}
        columns = [(i, name, kinds[name]) for i, name in enumerate(raw[table].header) if name in kinds]
        found += [
            finding(table, line, name, kind, cell=cells[i], **suggest_plain(cells[i], kind))
            for line, cells in raw[table].rows
            for i, name, kind in columns
            if i < len(cells) and cells[i] and read_cell(cells[i], kind) is None
        ]
    return found

"""A CSV file stands in its canonical form, so that a change shows only the rows that changed."""

from __future__ import annotations

from build_scripts.ledger.canonical import canonical_bytes
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """One finding for each file that `make format` would change."""
    return [
        Problem(
            table,
            0,
            "",
            "行的次序、引号或换行不是规范写法",
            "its order of rows, quotes or line ends are not canonical",
            "运行 make format",
            "run make format",
        )
        for table, file in raw.items()
        if file.content and canonical_bytes(package, table, file) not in (None, file.content)
    ]

"""Addresses are http or https, name a host, and carry no password; no cell holds a script address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_cells

# A colon and a space are prose: "Data: from the report".
RUNS = re.compile(r"\b(?:(?:javascript|vbscript|file):(?=\S)|data:[\w.+/-]*[;,])", re.I)


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of `url` that are no plain web address, and cells of any column that would run as one."""
    return [
        finding(table, line, column, "unsafe", cell=cell)
        for table, line, column, cell in filled_cells(raw)
        if RUNS.search(cell) or (column == "url" and not is_web_address(cell))
    ]


def is_web_address(text: str) -> bool:
    try:
        address = urlsplit(text)
        return address.scheme in ("http", "https") and bool(address.hostname) and "@" not in address.netloc
    except ValueError:
        return False

"""Addresses are http or https, name a host, and carry no password; no cell holds a script address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables, filled_cells

# A colon and a space are prose: "Data: from the report".
RUNS = re.compile(r"\b(?:(?:javascript|vbscript|file):(?=\S)|data:[\w.+/-]*[;,])", re.I)


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of `url` that are no plain web address, and cells of any column that would run as one."""
    return [
        Problem(
            table,
            line,
            column,
            f"{quote(cell)}不是可以放心链接的网址",
            f"{quote(cell)} is no address that may be linked",
            "只用 http:// 或 https:// 开头的网址",
            "use an address that begins with http:// or https://",
        )
        for table, line, column, cell in filled_cells(raw)
        if RUNS.search(cell) or (column == "url" and not is_web_address(cell))
    ]


def is_web_address(text: str) -> bool:
    try:
        address = urlsplit(text)
        return address.scheme in ("http", "https") and bool(address.hostname) and "@" not in address.netloc
    except ValueError:
        return False

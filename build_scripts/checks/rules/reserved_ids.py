"""An id makes the name of a page: it is no name of the site's own pages, none that Windows refuses, and not long."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

LONGEST = 100  # with folders and endings a path still fits every file system
# Lists, their further pages, what lies within a place, what pages end in.
OWN = re.compile(r"index|404|all|.*\.p[0-9]+|.*\.within|.*\.(html|json|csv|md)")
WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?|.*\.")
PAGES = ("places", "sources", "pairings", "projects", "measures")  # tables whose rows have a page each


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose id cannot be the name of a page or a file."""
    return [
        finding(table, line, column, code, key=key, limit=LONGEST)
        for table, schema in package.schemas.items()
        for column in [schema["primaryKey"][0]]
        for line, key in tables[table][column].items()
        if key is not None and (code := fault_of(table, key))
    ]


def fault_of(table: str, key: str) -> str | None:
    """Returns why the id cannot stand: long, reserved, windows; None where it can."""
    if len(key) > LONGEST:
        return "long"
    if table in PAGES and OWN.fullmatch(key.casefold()):
        return "reserved"
    return "windows" if WINDOWS.fullmatch(key.casefold()) else None

"""A question: a cell looks like what a spreadsheet makes of text, a date of 二.1 or a power of ten of a long id.

`as_printed` is not asked about: a document may print a date.
"""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_texts

DATE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z][a-z]{2}(-[0-9]{2,4})?|[A-Z][a-z]{2}-[0-9]{2}")
POWER = re.compile(r"-?[0-9]+(\.[0-9]+)?E[+-]?[0-9]+", re.I)
NUMBER = re.compile(r"-[0-9]+|[0-9]{5}(\.[0-9]+)?|[0-9]{1,4}[-/][0-9]{1,2}([-/][0-9]{1,4})?")  # 45293 is a day of 2024
LOST = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|#{4,}")


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of text columns with a date, a power of ten or an error of a spreadsheet; in `section` any number."""
    texts = {
        (table, field["name"])
        for table, schema in package.schemas.items()
        for field in schema["fields"]
        if field["type"] == "string" and field["name"] != "as_printed"
    }
    return [
        finding(table, line, column, code, level="warning", cell=text)
        for table, column, text, lines in filled_texts(raw)
        if (table, column) in texts and (code := mark_of(text, column))
        for line in lines
    ]


def mark_of(cell: str, column: str) -> str | None:
    """Returns what a spreadsheet probably did to the cell: date, power, lost; None where nothing."""
    if LOST.fullmatch(cell):
        return "lost"
    if POWER.fullmatch(cell):
        return "power"
    return "date" if DATE.fullmatch(cell) or (column == "section" and NUMBER.fullmatch(cell)) else None

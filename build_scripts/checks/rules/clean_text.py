"""Text is clean: nothing invisible, nothing that a spreadsheet or a browser would run, one form a character.

No control, bidirectional, zero-width or replacement character; no space at either end; no start that a
spreadsheet takes for a formula (= + @, or - outside a number); no tag; Unicode form NFC (but `as_printed`
stays as printed).
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import HIDDEN, Problem, finding
from build_scripts.ledger.tables import RawTables, filled_cells

FORMULA = re.compile(r"[=+@\t\r＝＋＠]|-(?![0-9][0-9.,]*[%‰]?\Z)")
TAG = re.compile(r"<[A-Za-z/!?]")

def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of any column that are not clean, one finding for each kind of dirt."""
    return [
        finding(table, line, column, dirt, cell=cell)
        for table, line, column, cell in filled_cells(raw)
        for dirt in dirt_in(cell, column)
    ]


def dirt_in(cell: str, column: str) -> list[str]:
    """Returns the kinds of dirt in a cell, as codes."""
    if cell.isascii() and cell.isalnum():  # most cells, and the quickest test
        return []
    tests = {
        "hidden": not cell.isprintable() and any(unicodedata.category(c) in HIDDEN for c in cell),
        "replacement": "\ufffd" in cell,
        "space": cell != cell.strip(),
        "formula": bool(FORMULA.match(cell)),
        "tag": bool(TAG.search(cell)),
        "form": column != "as_printed" and not unicodedata.is_normalized("NFC", cell),
    }
    return [dirt for dirt, found in tests.items() if found]

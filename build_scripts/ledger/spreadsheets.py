"""What a spreadsheet would run instead of showing: the one rule of `check` and of every writer of CSV."""

from __future__ import annotations

import re

FORMULA = re.compile(r"[=+@\t\r＝＋＠]|-(?![0-9][0-9.,]*[%‰]?\Z)")


def as_text(cell: str) -> str:
    """Returns the cell, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell

"""Text is clean: nothing invisible, nothing that a spreadsheet or a browser would run, one form a character.

No control, bidirectional, zero-width or replacement character; no space at either end; no start that a
spreadsheet takes for a formula (= + @, or - outside a number); no tag; Unicode form NFC (but `as_printed`
stays as printed).
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.checks.quote import HIDDEN, quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables, filled_cells

FORMULA = re.compile(r"[=+@\t\r＝＋＠]|-(?![0-9][0-9.,]*[%‰]?\Z)")
TAG = re.compile(r"<[A-Za-z/!?]")
WORDS = {
    "hidden": ("有看不见的字符", "holds an invisible character", "删去这些字符", "delete it"),
    "replacement": (
        "有乱码",
        "holds a replacement character",
        "照原文重新抄写",
        "copy it again from the source",
    ),
    "space": ("前后有空格", "begins or ends with a space", "删去前后空格", "delete the space"),
    "formula": (
        "开头会被电子表格当成公式",
        "begins like a formula of a spreadsheet",
        "去掉开头的符号",
        "drop the first sign",
    ),
    "tag": ("含有标签", "holds a tag", "去掉尖括号", "drop the angle brackets"),
    "form": ("不是 NFC 规范形式", "is not in the Unicode form NFC", "用通行的字形重写", "write it in NFC"),
}


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of any column that are not clean, one finding for each kind of dirt."""
    return [
        Problem(
            table,
            line,
            column,
            f"{quote(cell)}{WORDS[dirt][0]}",
            f"{quote(cell)} {WORDS[dirt][1]}",
            *WORDS[dirt][2:],
        )
        for table, line, column, cell in filled_cells(raw)
        for dirt in dirt_in(cell, column)
    ]


def dirt_in(cell: str, column: str) -> list[str]:
    """Returns the kinds of dirt in a cell, as keys of WORDS."""
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

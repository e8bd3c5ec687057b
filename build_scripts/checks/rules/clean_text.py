"""Text is clean: nothing invisible, nothing that a spreadsheet or a browser would run, one form a character.

No control, bidirectional, zero-width or replacement character; no space at either end; no start that a
spreadsheet takes for a formula (= + @, or - outside a number); no tag; Unicode form NFC (but `as_printed`
stays as printed), no radical in place of its character, no letter of another script, or of another width or style,
in place of a Latin one; nothing that a lossy save left behind (?).
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import HIDDEN, Problem, finding
from build_scripts.ledger.spreadsheets import FORMULA
from build_scripts.ledger.tables import RawTables, filled_texts

RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")  # Kangxi and CJK radicals, compatibility ideographs
BLANK = re.compile(  # letters and spaces that show nothing
    "[\u115f\u1160\u3164\uffa0\u2800\ufe00-\ufe0f\u180b-\u180d\u034f\U000e0100-\U000e01ef\u180f\u00a0\u1680\u2000-\u200a\u202f\u205f]"
)
# Chinese saved in a code page without it. English asks with one ? after a word; Chinese asks with ？, and ids never do.
LOST = re.compile(r"\?{2,}|\?(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\?|(?<![A-Za-z’'\")])\?|\?(?=[0-9])")
ANY_LOST = re.compile(r"\?")  # in a column that is not English
STYLED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]")  # Latin letters of another width or style
GREEK, OTHERS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυχ", "\u0400-\u052f\u0530-\u058f\u13a0-\u13ff"  # Cyrillic, Armenian, Cherokee
MIXED = re.compile(f"[A-Za-z][{GREEK}{OTHERS}]|[{GREEK}{OTHERS}][A-Za-z]")  # one word of two scripts; μm is a unit
FOREIGN = re.compile(f"[{GREEK}{OTHERS}]")  # in an English text
TAG = re.compile(r"<[A-Za-z/!?]")
LETTERS, MARKS = "0-9A-Za-z\u4e00-\u9fa5", " .,:;/%()'_+#&·，。、；：（）《》“”—-"
CLEAN = re.compile(f"[{LETTERS}](?:[{LETTERS}{MARKS}]*[{LETTERS}{MARKS[1:]}])?")  # most cells, and the quickest test


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of any column that are not clean, one finding for each kind of dirt."""
    return [
        finding(table, line, column, dirt, cell=text, plain=plain_of(text) if dirt == "radical" else "")
        for table, column, text, lines in filled_texts(raw)
        for dirt in dirt_in(text, column)
        for line in lines
    ]


def dirt_in(cell: str, column: str) -> list[str]:
    """Returns the kinds of dirt in a cell, as codes."""
    if CLEAN.fullmatch(cell):
        return []
    return [dirt for dirt, found in tested(cell, column).items() if found]


def tested(cell: str, column: str) -> dict[str, bool]:
    """Returns each kind of dirt -> whether the cell has it."""
    return {
        "hidden": not cell.isprintable() and any(unicodedata.category(c) in HIDDEN for c in cell),
        "blank": bool(BLANK.search(cell)),
        "radical": column != "as_printed" and bool(RADICALS.search(cell)),
        "alike": column != "as_printed" and is_alike(cell, column),
        "lost": not column.endswith("url") and bool((LOST if column.endswith("_en") else ANY_LOST).search(cell)),
        "replacement": "\ufffd" in cell,
        "space": cell != cell.strip(),
        "formula": bool(FORMULA.match(cell)),
        "tag": bool(TAG.search(cell)),
        "form": column != "as_printed" and not unicodedata.is_normalized("NFC", RADICALS.sub("", cell)),
    }


def is_alike(cell: str, column: str) -> bool:
    """True where a letter only looks like the Latin one that should stand there."""
    found = (FOREIGN if column.endswith("_en") else MIXED).search(cell)
    return bool(found or STYLED.search(cell))


def plain_of(cell: str) -> str:
    """Returns each radical of a cell with the plain character it looks like: ⼀ → 一."""
    found = dict.fromkeys(RADICALS.findall(cell))
    return " ".join(f"{c} → {unicodedata.normalize('NFKC', c)}" for c in found)

"""A question: a name, title or label with a character that the font of the charts lacks, which would be a box.

The font holds the hanzi of GB 2312, those of `charts/fonts/extra-hanzi.txt` and `OTHERS`; `tests/charts/test_fonts.py`
holds that to the font itself, which `check` need not open.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_texts

COLUMNS = ("name", "name_en", "title", "title_en", "label", "label_en", "issuer", "issuer_en")
NOT_DRAWN = ("sources",)  # titles of documents stand beside charts, in the reader's own font
EXTRA = Path(__file__).parents[2] / "charts" / "fonts" / "extra-hanzi.txt"
OTHERS = """20-7E A0-103 110-113 11A-11B 128-12B 143-144 147-148 14C-14F 152-153 168-16D 1CD-1DC 2010-2016 2018-201A
    201C-201E 2020-2022 2025-2027 2030-2030 2032-2033 2035-2035 2039-203A 2160-216B 2190-2193 2212-2212 2260-2262
    2264-2265 25A0-25AB 25B1-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6-25C7 25C9-25CC 25CE-25CF 3000-3017 FF01-FF5E"""


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of names, titles and labels that charts cannot draw, with the characters and their code points."""
    return [
        finding(table, line, column, "no_glyph", level="warning", cell=text, missing=shown(missing))
        for table, column, text, lines in filled_texts(raw)
        if column in COLUMNS and table not in NOT_DRAWN
        if (missing := [char for char in dict.fromkeys(text) if char.isprintable() and char not in drawable()])
        for line in lines
    ]


def shown(characters: list[str]) -> str:
    """Returns characters with their code points: 㙍 U+364D."""
    return " ".join(f"{char} U+{ord(char):04X}" for char in characters)


@cache
def drawable() -> frozenset[str]:
    """Returns the characters of the font."""
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    hanzi = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    ends = ((int(end, 16) for end in each.split("-")) for each in OTHERS.split())
    others = {chr(code) for first, last in ends for code in range(first, last + 1)}
    return frozenset(hanzi) | others | frozenset(EXTRA.read_text(encoding="utf-8").strip())

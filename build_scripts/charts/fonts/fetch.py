"""Makes the chart font again: a subset of Noto Sans SC Regular, fetched from npm. A development tool.

    python build_scripts/charts/fonts/fetch.py     (needs npm and `pip install fonttools`)

The subset holds what charts can print: Latin, digits, punctuation, full-width forms, the hanzi of GB 2312
and those of `extra-hanzi.txt` (place names outside it). It gets a family name of its own, so that a font of
the same name on some machine can never stand in for it and every machine draws the same bytes. Hinting and
layout features are dropped: charts are drawn without them. Writes the font, its licence, `widths.json`
(advance widths of Latin, for wrapping labels) and `manifest.yaml`.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

import yaml
from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent
PACKAGE, VERSION = "@expo-google-fonts/noto-sans-sc", "0.4.3"
MEMBER, LICENCE_MEMBER = "package/400Regular/NotoSansSC_400Regular.ttf", "package/LICENSE_FONT"
FONT_FILE, LICENCE_FILE = "LedgerChartSans-Regular.ttf", "OFL.txt"
FAMILY = "Ledger Chart Sans"
FAMILY_RECORDS = {1: FAMILY, 2: "Regular", 3: f"{FAMILY} {VERSION}", 4: FAMILY, 6: "LedgerChartSans-Regular"}
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1CD, 0x1DC),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x2150, 0x216B),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2260, 0x2265),
    (0x25A0, 0x25CF),
    (0x3000, 0x3017),
    (0xFF01, 0xFF5E),
]


def main() -> None:
    font_bytes, licence = fetch()
    font = reduce_font(font_bytes, wanted_characters())
    (FOLDER / FONT_FILE).write_bytes(font)
    (FOLDER / LICENCE_FILE).write_bytes(licence)
    (FOLDER / "widths.json").write_text(json.dumps(latin_widths(font), ensure_ascii=False) + "\n", encoding="utf-8")
    (FOLDER / "manifest.yaml").write_text(manifest(), encoding="utf-8")
    print(f"{FONT_FILE}: {len(font):,} bytes")


def fetch() -> tuple[bytes, bytes]:
    """Returns the font and its licence from the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            return tuple(archive.extractfile(name).read() for name in (MEMBER, LICENCE_MEMBER))


def wanted_characters() -> set[int]:
    """Returns the code points of the subset: rows 16–87 of GB 2312, the ranges above and the extra hanzi."""
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    hanzi = {ord(c) for pair in pairs for c in pair.decode("gb2312", errors="ignore")}
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return hanzi | ranges | {ord(c) for c in (FOLDER / "extra-hanzi.txt").read_text(encoding="utf-8").strip()}


def reduce_font(data: bytes, characters: set[int]) -> bytes:
    """Returns the subset under the family name of the charts; the same input gives the same bytes."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = FAMILY_RECORDS.get(record.nameID, record.toUnicode())
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def latin_widths(data: bytes) -> dict[str, int]:
    """Returns character -> advance width in thousandths of an em;
    what is missing is as wide as a hanzi (1000).
    """
    font = TTFont(io.BytesIO(data))
    cmap, advances, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    widths = {chr(code): round(advances[glyph][0] * 1000 / em) for code, glyph in cmap.items()}
    return {char: width for char, width in sorted(widths.items()) if width != 1000}


def manifest() -> str:
    entry = {
        "name": FAMILY,
        "made_from": "Noto Sans SC Regular",
        "version": VERSION,
        "npm_package": PACKAGE,
        "licence": "OFL-1.1",
        "files": {name: sha256(name) for name in (FONT_FILE, LICENCE_FILE, "widths.json")},
    }
    return "# Written by fetch.py.\n" + yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=110)


def sha256(name: str) -> str:
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()


if __name__ == "__main__":
    main()

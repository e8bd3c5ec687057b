"""The vendored font: what the manifest says, what it covers, and that nothing else is used."""

import csv
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import yaml

from build_scripts.charts.text import covered, undrawable, widths
from build_scripts.checks.rules.drawn_names import drawable

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "build_scripts" / "charts" / "fonts"
DRAWS_A_LINE = """
import hashlib, vl_convert
from build_scripts.charts.convert import register_fonts
register_fonts()
axis = {"field": "a", "type": "nominal", "axis": {"labelLimit": 900}}
spec = {"data": {"values": [{"a": "上海市浦东新区 → Ankang 1,710"}]}, "mark": "point"}
spec |= {"config": {"font": FONT}, "encoding": {"y": axis}}
svg = vl_convert.vegalite_to_svg(spec)
print(svg.split("viewBox")[1][:30], hashlib.sha256(vl_convert.svg_to_png(svg)).hexdigest())
"""


def test_the_manifest_names_the_licence_and_the_bytes():
    (entry,) = yaml.safe_load((FONTS / "manifest.yaml").read_text(encoding="utf-8"))
    assert entry["licence"] == "OFL-1.1" and entry["npm_package"] and entry["version"]
    for name, digest in entry["files"].items():
        assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == digest, (
            f"{name}: run fonts/fetch.py again"
        )


def test_the_font_is_small_enough_for_a_repository():
    assert sum(path.stat().st_size for path in FONTS.iterdir() if path.is_file()) < 2_600_000


def drawn(font: str, **environment: str) -> str:
    """The size and the picture of a line of text, drawn by a new process."""
    run = [sys.executable, "-c", DRAWS_A_LINE.replace("FONT", repr(font))]
    return subprocess.run(
        run, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout


def test_text_is_measured_and_drawn_with_it_whatever_fonts_the_machine_has(tmp_path: Path):
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    here, elsewhere = (
        drawn("Ledger Chart Sans"),
        drawn("Ledger Chart Sans", FONTCONFIG_FILE=str(empty), HOME=str(tmp_path)),
    )
    assert here == elsewhere
    assert here != drawn("monospace")  # so the name of the font does make a difference


def test_every_character_of_the_ledger_can_be_drawn():
    missing = undrawable("".join(sorted(printed_characters())))
    assert not missing, f"add {missing} to fonts/extra-hanzi.txt and run fonts/fetch.py"


def test_check_knows_the_characters_of_the_font_without_opening_it():
    assert {ord(char) for char in drawable()} == covered()


def printed_characters() -> set[str]:
    """Every character of names, titles and labels in the ledger and of the words of the charts."""
    columns = ("name", "name_en", "title", "title_en", "label", "label_en", "issuer", "issuer_en")
    cells = (
        row.get(column) or ""
        for path in (ROOT / "datasets").glob("*.csv") if path.stem != "sources"
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()) for column in columns
    )  # fmt: skip
    words = (
        path.read_text(encoding="utf-8") for path in (ROOT / "build_scripts" / "labels").glob("*/charts.yaml")
    )
    return {char for text in (*cells, *words) for char in text} - {"\n"}


def test_widths_of_latin_come_from_the_font():
    assert widths()["0"] == 555 and "账" not in widths()


def test_a_character_outside_the_font_is_named():
    assert undrawable("甲县\U00020bb7→1,200\u00a0万元·") == "\U00020bb7"

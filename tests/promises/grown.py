"""A copy of the program with the tiny ledger, and one more of everything: each one file, its entry and its words.

The example of a chart is a chart of the gallery under another name, so it is whatever a chart is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = Path(__file__).parent
LIKE, CHART = "pairings_by_level", "levels_again"
FOLDERS = {  # plural folder -> the tuple that lists its files
    "checks/rules": "ROW_RULES",
    "views/signals": "RULES",
    "charts/gallery": "ALL_CHARTS",
    "pages/kinds": "KINDS",
    "exports/formats": "FORMATS",
}
EXAMPLE_OF = {
    "checks/rules": "round_money",
    "views/signals": "has_umbrella",
    "charts/gallery": CHART,
    "pages/kinds": "bodies",
    "exports/formats": "body_names",
}
CODE = ("      milestone: {", '      review: {zh: "回头看", en: "Looking back"}\n')
COLUMN = {
    "name": "founded",
    "type": "integer",
    "title": "成立年份",
    "title_en": "Founded",
    "description": "机构成立的年份",
    "description_en": "the year in which it was founded",
}


def copy_program(folder: Path) -> Path:
    """Returns the tiny ledger's folder in a copy of the program, the prose beside the ledger."""
    for name in ("build_scripts", "schemas", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, folder)
    ledger = shutil.copytree(ROOT / "tests" / "tiny_ledger", folder / "tests" / "tiny_ledger")
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(ROOT / name, ledger / name, dirs_exist_ok=True)
    return ledger


def run(ledger: Path, *arguments: str) -> str:
    """Returns what the copied program says; raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "build_scripts", *arguments, "--root", str(ledger)]
    return subprocess.run(command, cwd=ledger.parents[1], capture_output=True, text=True, check=True).stdout


def add_files(program: Path) -> None:
    """Adds one file to each plural folder, and the template of the page."""
    for folder, name in EXAMPLE_OF.items():
        if name != CHART:
            shutil.copy(EXAMPLES / f"{name}.py", program / folder)
    shutil.copy(EXAMPLES / "bodies.html", program / "pages" / "templates")
    chart = (program / "charts" / "gallery" / f"{LIKE}.py").read_text(encoding="utf-8")
    for old, new in (("pairings-by-level", "levels-again"), ("charts.levels", "charts.again"), ('"levels"', '"again"')):
        chart = chart.replace(old, new)
    (program / "charts" / "gallery" / f"{CHART}.py").write_text(chart, encoding="utf-8")


def list_files(program: Path) -> None:
    """Enters each new file in the tuple of its folder."""
    for folder, listing in FOLDERS.items():
        path = program / folder / "__init__.py"
        module = f"build_scripts.{folder.replace('/', '.')}"
        text = path.read_text(encoding="utf-8")
        text = text.replace(f"from {module} import (\n", f"from {module} import (\n    {EXAMPLE_OF[folder]},\n", 1)
        text = re.sub(rf"^({listing} = \(.*)$", rf"\1\n    {EXAMPLE_OF[folder]},", text, count=1, flags=re.M)
        path.write_text(text, encoding="utf-8")


def add_words(program: Path) -> None:
    """Adds the words of the examples in both languages."""
    for lang, parts in yaml.safe_load((EXAMPLES / "words.yaml").read_text(encoding="utf-8")).items():
        for part, words in (parts | {"charts": {}}).items():
            path = program / "labels" / lang / f"{part}.yaml"
            known = yaml.safe_load(path.read_text(encoding="utf-8"))
            more = {"again": known["levels"]} if part == "charts" else words
            path.write_text(yaml.safe_dump(merged(known, more), allow_unicode=True), encoding="utf-8")


def merged(known: dict, more: dict) -> dict:
    """Returns the words with further ones, at any depth."""
    return known | {
        key: merged(known[key], value) if isinstance(known.get(key), dict) else value for key, value in more.items()
    }


def add_link(program: Path) -> None:
    """Puts the new page among the links of the page of data."""
    path = program / "pages" / "templates" / "data.html"
    link = """  <li><a class="chip" href="{{ to('bodies.html') }}">{{ say("pages.bodies.title") }}</a></li>\n"""
    path.write_text(path.read_text(encoding="utf-8").replace("</ul>\n", f"{link}</ul>\n", 1), encoding="utf-8")


def add_data(ledger: Path) -> None:
    """Adds a column to organisations, a code to the kinds of events, and a table."""
    schemas = ledger.parents[1] / "schemas"
    shutil.copy(EXAMPLES / "awards.yaml", schemas)
    events = (schemas / "events.yaml").read_text(encoding="utf-8")
    (schemas / "events.yaml").write_text(events.replace(CODE[0], CODE[1] + CODE[0], 1), encoding="utf-8")
    bodies = yaml.safe_load((schemas / "organisations.yaml").read_text(encoding="utf-8"))
    bodies["fields"].append(COLUMN)
    (schemas / "organisations.yaml").write_text(yaml.safe_dump(bodies, allow_unicode=True), encoding="utf-8")
    datasets = ledger / "datasets"
    entry = "  - {name: awards, path: datasets/awards.csv, schema: ../../schemas/awards.yaml}\n"
    descriptor = (ledger / "datapackage.yaml").read_text(encoding="utf-8")
    (ledger / "datapackage.yaml").write_text(descriptor + entry, encoding="utf-8")
    (datasets / "awards.csv").write_bytes("award_id,org_id,title\naw-1,jiashang,先进集体\n".encode())
    header, first, *others = (datasets / "organisations.csv").read_text(encoding="utf-8").splitlines()
    lines = [f"{header},founded", f"{first},1998", *(f"{line}," for line in others)]
    (datasets / "organisations.csv").write_bytes(("\n".join(lines) + "\n").encode())
    visits = (datasets / "events.csv").read_text(encoding="utf-8")
    (datasets / "events.csv").write_bytes(visits.replace("ew1-jia-yi,visit,", "ew1-jia-yi,review,", 1).encode())

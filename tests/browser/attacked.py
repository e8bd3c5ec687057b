"""A tiny ledger whose text columns hold every attack, and which pages of its site show what.

`attacks.txt` holds about a hundred strings, one a line: each sets `window.pwned`, opens a dialog or asks evil.invalid
where it succeeds. Every one stands in every text column, spread over its rows. In each cell a mark says of which column
it is, so that a page can be asked which columns it shows.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path
from string import ascii_lowercase

from build_scripts.ledger.package import Package, open_package
from tests.browser.conftest import PROGRAM, TINY_LEDGER

FOLDER = Path(__file__).parent
TEXTS = (FOLDER / "attacks.txt").read_text(encoding="utf-8").splitlines()
URLS = (FOLDER / "attacks.urls.txt").read_text(encoding="utf-8").splitlines()
READ = {"statement", "parent_id", "as_printed", "aliases"}  # formulas, ids and figures: they are read, not only shown
RETIRED = "projects,ta18-gone,,,,2026-01-01\n"  # the tiny ledger has none
MARK = re.compile(r"qz[a-z]{4}qz")


def attacked_ledger(base: Path) -> Path:
    """Returns the folder, below `base`, of a copy of the tiny ledger with every attack in every text column."""
    shutil.copytree(PROGRAM / "schemas", base / "schemas")
    root = shutil.copytree(TINY_LEDGER, base / "tests" / "tiny_ledger")
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(PROGRAM / name, root / name, dirs_exist_ok=True)
    with (root / "datasets" / "retired.csv").open("a", encoding="utf-8") as retired:
        retired.write(RETIRED)
    package = open_package(root)
    marks = marks_of_columns(package)
    for table, schema in package.schemas.items():
        attack(package.path(table), {column: marks[table, column] for column in text_columns(schema)})
    return root


def text_columns(schema: dict) -> list[str]:
    """Returns the columns of a table in which people write freely."""
    references = {column for key in schema.get("foreignKeys", []) for column in key["fields"]}
    taken = {*references, *schema["primaryKey"], *READ}
    return [
        f["name"]
        for f in schema["fields"]
        if f["type"] == "string" and "codes" not in f and "pattern" not in f.get("constraints", {})
        and f["name"] not in taken
    ]  # fmt: skip


def marks_of_columns(package: Package) -> dict[tuple[str, str], str]:
    """Returns (table, column) -> the word that stands in its cells alone; letters only, so that nothing reads it."""
    columns = [(table, column) for table, schema in package.schemas.items() for column in text_columns(schema)]
    return {column: f"qz{letters(number)}qz" for number, column in enumerate(columns)}


def letters(number: int) -> str:
    """Returns a number below 26⁴ as four letters."""
    return "".join(ascii_lowercase[number // 26**place % 26] for place in (3, 2, 1, 0))


def attack(path: Path, marks: dict[str, str]) -> None:
    """Puts all attacks into each column, spread over its rows, and what is no address into `url`."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    for number, row in enumerate(rows):
        for place, (column, mark) in enumerate(marks.items()):
            share = " ".join(text for i, text in enumerate(TEXTS) if (i + place) % len(rows) == number)
            first, last = (row[column], share) if (number + place) % 2 else (share, row[column])
            row[column] = f"{first} {mark} {last}"
        if "url" in row:
            row["url"] = URLS[number % len(URLS)]
        if "as_printed" in row and row["as_printed"]:
            row["as_printed"] += TEXTS[number % len(TEXTS)]
    if rows:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8")


def seen_on_pages(site: Path) -> dict[str, set[tuple[str, str]]]:
    """Returns the address of every page -> (its kind, mark of a column that it shows, or '' for the page itself)."""
    texts = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    return {page: {(kind_of(page), mark) for mark in {"", *MARK.findall(text)}} for page, text in texts.items()}


def kind_of(page: str) -> str:
    """Returns what a page is one of, whatever its language: the records of a folder, or a page by itself."""
    folder, _, name = page.removeprefix("en/").rpartition("/")
    return folder if folder and name != "index.html" else f"{folder}/{name}"


def fewest_pages(seen: dict[str, set[tuple[str, str]]]) -> list[str]:
    """Returns pages on which all is seen that is seen on any; each adds the most that is left, its name decides."""
    left, chosen = set().union(*seen.values()), []
    while left:
        best = max(sorted(seen), key=lambda page: len(seen[page] & left))
        chosen.append(best)
        left -= seen[best]
    return chosen

"""What somebody might put into a cell runs nowhere, even where no check refused it.

`attacks.txt` holds about a hundred strings, one a line: each sets `window.pwned`, opens a dialog or asks evil.invalid
where it succeeds. All of them stand in every text column of the tiny ledger; the site is built without the checks that
would refuse them, and every page is opened in Chromium.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from playwright.sync_api import Error, Page

from build_scripts import build as whole
from build_scripts.ledger.package import open_package
from build_scripts.publish.publish import publish
from tests.browser.conftest import PROGRAM, TINY_LEDGER, is_outside, served

FOLDER = Path(__file__).parent
TEXTS = (FOLDER / "attacks.txt").read_text(encoding="utf-8").splitlines()
URLS = (FOLDER / "attacks.urls.txt").read_text(encoding="utf-8").splitlines()
TODAY = date(2026, 1, 2)
READ = {"statement", "parent_id", "as_printed", "aliases"}  # formulas, ids and figures: they are read, not only shown
WATCH = """
  window.violations = [];
  addEventListener('securitypolicyviolation', event =>
    violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""
LOOK = """() => {
  document.querySelectorAll('details').forEach(each => each.open = true);
  const held = document.querySelectorAll(`iframe, object, embed, base, form[action*=evil], [onclick], [onerror],
    [onload], [onfocus], [href^="javascript:"], [src*=evil]`);
  return [...(window.violations ?? []), ...(window.pwned ? ['pwned'] : []), ...[...held].map(each => each.outerHTML)];
}"""
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Path:
    """The site of a tiny ledger whose text columns hold every attack, built without a check."""
    base = tmp_path_factory.mktemp("attacked")
    shutil.copytree(PROGRAM / "schemas", base / "schemas")
    root = shutil.copytree(TINY_LEDGER, base / "tests" / "tiny_ledger")
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(PROGRAM / name, root / name, dirs_exist_ok=True)
    package = open_package(root)
    for table, schema in package.schemas.items():
        attack(package.path(table), text_columns(schema))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "stop_on", lambda problems: None)  # the one guard that is taken away
        publish(root, TODAY, lambda: whole.build(root, TODAY))
    return root / "site"


def text_columns(schema: dict) -> list[str]:
    """Returns the columns of a table in which people write freely."""
    references = {column for key in schema.get("foreignKeys", []) for column in key["fields"]}
    taken = {*references, *schema["primaryKey"], *READ}
    return [
        f["name"]
        for f in schema["fields"]
        if f["type"] == "string" and "codes" not in f and "pattern" not in f.get("constraints", {}) | {}
        and f["name"] not in taken
    ]  # fmt: skip


def attack(path: Path, columns: list[str]) -> None:
    """Puts all attacks into each column, spread over its rows, and what is no address into `url`."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    for number, row in enumerate(rows):
        for place, column in enumerate(columns):
            share = [text for i, text in enumerate(TEXTS) if (i + place) % len(rows) == number]
            row[column] = (
                f"{row[column]} {' '.join(share)}" if (number + place) % 2 else f"{' '.join(share)} {row[column]}"
            )
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


def test_the_corpus_is_in_the_pages(attacked):
    text = (attacked / "sources" / "ta18.html").read_text(encoding="utf-8")
    assert len(TEXTS) > 95 and len(set(TEXTS)) == len(TEXTS)
    assert text.count("&lt;script&gt;alert(1)") > 3


def test_no_page_opens_a_dialog_breaks_the_policy_or_asks_another_host(attacked, browser):
    pages = sorted(path.relative_to(attacked).as_posix() for path in attacked.rglob("*.html"))
    assert len(pages) > 150
    assert found_on(attacked, browser, pages) == []


def test_search_explorer_and_live_charts_run_nothing_either(attacked, browser):
    pages = [f"search.html?q={word}" for word in ("script", "alert", "onerror", "%3Cimg%20src=x%20onerror=alert(1)%3E")]
    pages += ["explorer.html", "explorer.html?q=%3Csvg%20onload=alert(1)%3E", "verify.html#%3Cimg%20src=x%3E"]
    assert found_on(attacked, browser, pages, wait="networkidle") == []


def found_on(site: Path, browser: object, pages: list[str], wait: str = "load") -> list[str]:
    """Returns what the attacks achieved on the pages, everything that can be opened being open."""
    found: list[str] = []
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    here = ""
    page.on("dialog", lambda dialog: (found.append(f"{here}: dialog"), dialog.dismiss()))
    page.on("request", lambda ask: found.append(f"{here}: {ask.url}") if is_outside(ask.url) else None)
    with served(site) as address:
        for here in pages:
            page.goto(address + here, wait_until=wait)
            found += [f"{here}: {each[:200]}" for each in seen_on(page)]
            found += [f"{here}: went to {page.url}"] if not page.url.startswith(address) else []
    context.close()
    return found


def seen_on(page: Page) -> list[str]:
    """Returns what a page holds that no page may, everything on it that opens being open."""
    try:
        return page.evaluate(LOOK)
    except Error:  # the page led on to another of the site
        page.wait_for_load_state()
        return page.evaluate(LOOK)


def test_every_file_for_programs_still_parses(attacked):
    for path in attacked.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in [*attacked.rglob("*.atom"), *attacked.rglob("*.svg"), *attacked.rglob("sitemap.xml")]:
        Xml.parse(path)


def test_no_cell_of_a_csv_file_starts_a_formula(attacked):
    csv.field_size_limit(10_000_000)
    starts = [
        (path.name, cell[:40])
        for path in attacked.rglob("*.csv")
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        for cell in row
        if cell.startswith(("=", "+", "@", "\t", "\r"))
        or (cell.startswith("-") and not cell[1:].replace(".", "").isdigit())
    ]
    assert starts == []

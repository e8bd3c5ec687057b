"""What somebody might put into a cell runs nowhere, even where no check refused it.

The site of an attacked ledger (`attacked.py`) is built without the checks that would refuse it. Every page of it is
parsed by Chromium and held against what pages are made of: an element, an attribute or an address that is none of ours
came out of a cell. Opened, with everything on it that opens, is the fewest pages on which each column is seen on each
kind of page that shows it, and each kind of page is seen: records of a folder are one kind, every other page is its
own, in either language.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from playwright.sync_api import Error, Page

from build_scripts import build as whole
from build_scripts.ledger.package import open_package
from build_scripts.publish.publish import publish
from tests.browser.attacked import TEXTS, attacked_ledger, fewest_pages, marks_of_columns, seen_on_pages
from tests.browser.conftest import is_outside, served

TODAY = date(2026, 1, 2)
ELEMENTS = """html head meta title link script body main header footer nav article section div span p a ul ol li dl dt
  dd h1 h2 h3 table caption thead tbody tr th td code pre small strong b i q br data time form label input button select
  option output fieldset legend details summary figure figcaption noscript svg g path line rect circle text tspan"""
HOSTS = ["tiny-ledger.example.org", "github.com", "creativecommons.org"]  # site.yaml, the licence
ADDRESSES = ["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "ping"]
WATCH = """
  window.violations = [];
  addEventListener('securitypolicyviolation', event =>
    violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""
LOOK = """() => {
  document.querySelectorAll('details').forEach(each => each.open = true);
  document.querySelectorAll('[popover]').forEach(each => each.isConnected && each.showPopover());
  const held = document.querySelectorAll(`iframe, object, embed, base, form[action*=evil], [onclick], [onerror],
    [onload], [onfocus], [href^="javascript:"], [src*=evil]`);
  return [...(window.violations ?? []), ...(window.pwned ? ['pwned'] : []), ...[...held].map(each => each.outerHTML)];
}"""
PARSE = """async ([pages, elements, hosts, addresses]) => {
  const known = new Set(elements), found = [];
  for (const page of pages) {
    const address = new URL(page, location.href), text = await (await fetch(address)).text();
    const scripted = text.replace(/<noscript.*?<\\/noscript>/gis, '');  // as a browser reads where scripts run
    const trees = [text, scripted].map(each => new DOMParser().parseFromString(each, 'text/html'));
    for (const each of trees.flatMap(tree => [...tree.querySelectorAll('*')])) {
      const tell = what => found.push(`${page}: ${what}: ${each.outerHTML.slice(0, 200)}`);
      if (!known.has(each.localName)) tell('element');
      for (const {name, value} of each.attributes) {
        if (/^on|^(style|srcdoc|autofocus|nonce)$/.test(name)) tell(name);
        if (!addresses.includes(name)) continue;
        const to = URL.parse(value, address);
        if (!to || !(to.host === location.host || (to.protocol === 'https:' && hosts.includes(to.host)))) tell(name);
      }
      const from = each.localName === 'script' && URL.parse(each.getAttribute('src') ?? '', address);
      if (from && !/^(\\/ledger)?\\/assets\\//.test(from.pathname) && !/^application\\/(ld\\+)?json$/.test(each.type))
        tell('script');
      if (each.httpEquiv && !(each.httpEquiv === 'Content-Security-Policy' && /^default-src 'none'/.test(each.content)))
        tell('http-equiv');
    }
  }
  return found;
}"""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Path:
    """The site of the attacked ledger, built without a check."""
    root = attacked_ledger(tmp_path_factory.mktemp("attacked"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "stop_on", lambda problems: None)  # the one guard that is taken away
        publish(root, TODAY, lambda: whole.build(root, TODAY))
    return root / "site"


def test_every_text_column_is_seen_on_some_page(attacked):
    marks = marks_of_columns(open_package(attacked.parent))
    shown = {mark for page in seen_on_pages(attacked).values() for _, mark in page}
    assert [column for column, mark in marks.items() if mark not in shown] == []
    assert len(marks) > 60


def test_the_corpus_is_in_the_pages(attacked):
    text = (attacked / "sources" / "ta18.html").read_text(encoding="utf-8")
    assert len(TEXTS) > 95 and len(set(TEXTS)) == len(TEXTS)
    assert text.count("&lt;script&gt;alert(1)") > 3


def test_no_page_holds_an_element_an_attribute_or_an_address_that_came_out_of_a_cell(attacked, browser):
    pages = sorted(path.relative_to(attacked).as_posix() for path in attacked.rglob("*.html"))
    assert len(pages) > 230
    assert foreign_parts(attacked, browser, pages) == []


def test_a_page_that_did_would_be_seen(browser, tmp_path):
    cells = [each for each in TEXTS if each.startswith("<") and not each.startswith(("<?", "<!["))]  # HTML has neither
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>a</title>", encoding="utf-8")
    pages = {f"{number}.html": cell for number, cell in enumerate(cells)}
    for page, cell in pages.items():
        (tmp_path / page).write_text(f"<!DOCTYPE html><title>a</title><p>{cell}</p>", encoding="utf-8")
    seen = {found.split(":")[0] for found in foreign_parts(tmp_path, browser, list(pages))}
    assert [cell for page, cell in pages.items() if page not in seen] == []


def test_no_page_opens_a_dialog_breaks_the_policy_or_asks_another_host(attacked, browser):
    pages = fewest_pages(seen_on_pages(attacked))
    assert 60 < len(pages) < 140
    assert found_on(attacked, browser, pages) == []


def test_search_explorer_and_live_charts_run_nothing_either(attacked, browser):
    pages = [f"search.html?q={word}" for word in ("script", "alert", "onerror", "%3Cimg%20src=x%20onerror=alert(1)%3E")]
    pages += ["explorer.html", "explorer.html?q=%3Csvg%20onload=alert(1)%3E", "verify.html#%3Cimg%20src=x%3E"]
    assert found_on(attacked, browser, pages, wait="networkidle") == []


def foreign_parts(site: Path, browser: object, pages: list[str]) -> list[str]:
    """Returns what Chromium's parser finds in pages that none of our templates writes; nothing of them is run."""
    page = browser.new_page()
    with served(site) as address:
        page.goto(address + "index.html")
        found = page.evaluate(PARSE, [pages, ELEMENTS.split(), HOSTS, ADDRESSES])
    page.close()
    return found


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

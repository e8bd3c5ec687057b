"""What readers do on the real site: with the keyboard alone, without scripts, in another language, on paper."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.built import ROOT, pages_of_kind

RECORDS = ("pairings/*.html", "projects/*.html", "places/*.html", "sources/*.html")
PRINTED = (*RECORDS, "index.html", "audit.html", "method.html", "funds/index*.html")
FIRST_VISIT = {0: 75_000, 0.5: 60_000}  # bytes, gzip, of the largest and the median record page and all it loads
FOCUS = "document.activeElement"


def address(built: str, site: Path, kind: str, lang: str = "zh", which: float = 0) -> str:
    """The address of a page of a kind: the largest, or at `which` of the way to the smallest."""
    found = pages_of_kind(site, kind, lang)
    return built + found[int(which * (len(found) - 1))].relative_to(site).as_posix()


def tab_until(page: Page, selector: str, most: int = 60) -> None:
    """Presses Tab until an element is focused; fails where it is never reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUS}.matches({selector!r})"):
            return
    pytest.fail(f"{most} times Tab never reach {selector}")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_keyboard_alone_reaches_everything_and_opens_and_closes_a_receipt(open_page, built, built_site, lang):
    page = open_page(address(built, built_site, "pairings/*.html", lang))
    for selector in (".md-skip", ".md-option", "#search-open", "a[data-language]", ".md-tabs__link", "main .fig"):
        tab_until(page, selector)
    target = page.evaluate(f"{FOCUS}.getAttribute('popovertarget')")
    page.keyboard.press("Enter")
    receipt = page.locator(f"#{target}")
    assert receipt.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUS}.closest('.receipt')?.id") == target
    page.keyboard.press("Escape")
    assert receipt.is_hidden()
    assert page.evaluate(f"{FOCUS}.getAttribute('popovertarget')") == target


@pytest.mark.parametrize("kind", [*RECORDS, "index.html", "charts/index*.html"])
def test_without_scripts_pages_are_read_and_figures_open_their_receipts(open_page, built, built_site, kind):
    page = open_page(address(built, built_site, kind), java_script_enabled=False)
    assert page.locator("h1").is_visible()
    figure = page.locator("main .fig:visible").first
    receipt = page.locator(f"#{figure.get_attribute('popovertarget')}")
    assert receipt.is_hidden()
    figure.click()
    assert receipt.is_visible()
    assert receipt.locator("a").count() > 0


def test_a_download_is_the_dataset(open_page, built):
    page = open_page(built + "data/funds.html")
    with page.expect_download() as waiting:
        page.locator("main a[href$='funds.csv']").first.click()
    rows = [
        list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
        for path in (Path(waiting.value.path()), ROOT / "datasets" / "funds.csv")
    ]
    assert rows[0] == rows[1]


def test_the_language_switch_keeps_the_page_and_leads_back(open_page, built, built_site):
    start = address(built, built_site, "projects/*.html")
    page = open_page(start)
    page.locator("a[data-language]").first.click()
    page.wait_for_url(start.replace(built, built + "en/"))
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator("a[data-language]").first.click()
    page.wait_for_url(start)


def test_the_chosen_colours_hold_on_the_next_page(open_page, built):
    page = open_page(built + "index.html", color_scheme="light")
    page.locator("[data-md-component=palette] label:visible").click()
    page.locator("[data-md-component=palette] label:visible").click()
    page.goto(built + "en/about.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("kind", PRINTED)
def test_pages_can_be_printed(open_page, built, built_site, kind):
    page = open_page(address(built, built_site, kind, which=0.5))
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("which", [0, 0.5], ids=["largest", "median"])
@pytest.mark.parametrize("kind", RECORDS)
def test_a_first_visit_to_a_record_is_light_and_loads_no_font(open_page, built, built_site, kind, which):
    page = open_page("about:blank")
    sizes: dict[str, int] = {}
    page.on("response", lambda got: sizes.update({got.url: len(gzip.compress(got.body(), 6))}))
    page.on(
        "request",
        lambda asked: sizes.update({f"font {asked.url}": FIRST_VISIT[0]}) if asked.resource_type == "font" else None,
    )
    page.goto(address(built, built_site, kind, which=which), wait_until="networkidle")
    assert sum(sizes.values()) <= FIRST_VISIT[which], sizes

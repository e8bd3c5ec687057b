"""Every page kind of the real site in both languages: the largest page of each, light and dark, desk to phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import find_violations, listen, served
from tests.site.built import KINDS, ROOT, TREES, largest_page

pytestmark = pytest.mark.long  # some eighty pages, each at three widths and in two themes, walked over by axe

WIDTHS = (1440, 768, 390)
CASES = [pytest.param((kind, lang), id=f"{lang}/{kind}") for kind in KINDS for lang in TREES]
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}  # what a change of theme can break
PICTURES = ROOT / "tests" / "artefacts"
ALIKE = ("tbody > tr", "li", "dl > *", ".table-wrap", ".receipt", "figure.chart", ".filterable > *", "svg *")
THIN = """(alike) => alike.forEach((selector) =>
    new Set([...document.querySelectorAll(selector)].map((one) => one.parentElement)).forEach((parent) =>
        [...parent.children].filter((one) => one.matches(selector)).slice(12).forEach((one) => one.remove())))"""


@dataclass(frozen=True)
class Opened:
    page: Page
    troubles: list[str]
    name: str  # of its pictures


@pytest.fixture(scope="module")
def homes(built, built_site) -> Iterator[tuple[str, str]]:
    """The site's address below a prefix, and at a host's root: there a host serves the page for what is missing."""
    with served(built_site, "/") as root:
        yield built, root


@pytest.fixture(scope="module", params=CASES)
def opened(request, browser, homes, built_site) -> Iterator[Opened]:
    """The largest page of a kind in a language, opened once for all tests of this file."""
    kind, lang = request.param
    path = largest_page(built_site, kind, lang).relative_to(built_site).as_posix()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page, troubles = context.new_page(), []
    listen(page, troubles)
    page.goto(homes[kind == "404.html"] + path)
    page.locator("[aria-busy=true]").wait_for(state="detached")
    name = f"{lang}-{kind.removesuffix('.html').replace('/', '-').replace('*', '')}"
    yield Opened(page, troubles, name)
    context.close()


def test_the_page_opens_without_an_error_or_a_request_to_another_host(opened):
    assert opened.troubles == []
    assert opened.page.locator("main").inner_text().strip()


def test_the_page_fits_every_screen(opened, request):
    page, keeps_pictures = opened.page, request.config.getoption("--screenshots")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in ("light", "dark") if keeps_pictures else ():
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=PICTURES / f"{opened.name}-{width}-{scheme}.png", full_page=True)


def test_axe_finds_nothing_in_light_and_dark(opened):
    """Of what is alike (rows, receipts, marks of a drawing) a dozen is kept: axe's time grows with the square."""
    opened.page.set_viewport_size({"width": 1440, "height": 900})
    opened.page.emulate_media(color_scheme="light")
    opened.page.evaluate(THIN, list(ALIKE))
    assert find_violations(opened.page) == []
    opened.page.emulate_media(color_scheme="dark")
    assert find_violations(opened.page, COLOURS) == []

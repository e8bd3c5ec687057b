"""The ZIP of the real site, unpacked into a folder and opened without a server."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build_scripts.publish.offline import offline_files, pack
from tests.site.built import TREES, largest_page

pytestmark = pytest.mark.slow  # packs and unpacks the whole site

ADDRESS = "https://ledger.example.org/"
KINDS = ("index.html", "charts/index*.html", "explorer.html", "search.html", "pairings/*.html", "method.html")


@pytest.fixture(scope="module")
def folder(built_site, tmp_path_factory) -> Path:
    """The unpacked ZIP."""
    target = tmp_path_factory.mktemp("offline")
    content = pack(offline_files(built_site, ADDRESS))
    zipfile.ZipFile(io.BytesIO(content)).extractall(target)
    return target / "pairing-ledger"


def test_everything_a_page_loads_or_links_is_in_the_folder(folder):
    from tests.site.page import read_page
    from tests.site.test_links import broken

    settings = {"address": ADDRESS}
    paths = [largest_page(folder, kind, lang) for kind in KINDS for lang in TREES]
    pages = {page.path: page for page in (read_page(folder, path) for path in paths)}
    found = [
        line
        for page in pages.values()
        for line in broken(page, pages, lambda file: (folder / file).is_file(), settings)
        if not line.endswith(".png: no such file") and "/api/" not in line  # they lead to the site
    ]
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", TREES)
def test_a_page_opens_from_a_folder_without_an_error(open_page, folder, kind, lang):
    page = open_page(largest_page(folder, kind, lang).as_uri())
    assert page.locator("h1").is_visible()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(251, 250, 247)"


def test_charts_are_drawn_and_receipts_open(open_page, folder):
    page = open_page(largest_page(folder, "pairings/*.html").as_uri())
    assert page.locator("figure.chart svg").first.bounding_box()["width"] > 200
    figure = page.locator("main .fig:visible").first
    figure.click()
    assert page.locator(f"#{figure.get_attribute('popovertarget')}").is_visible()


@pytest.mark.parametrize("lang", TREES)
def test_the_explorer_reads_as_without_scripts(open_page, folder, lang):
    page = open_page((folder / TREES[lang] / "explorer.html").as_uri())
    assert page.locator(".explorer__bar").is_hidden() and page.locator(".explorer__count").is_hidden()
    assert page.locator(".no-script a").count() == 4 and page.locator(".no-script").is_visible()
    assert page.locator(".explorer__rows tbody tr").count() > 10


def test_names_are_found_and_lead_to_their_page(open_page, folder):
    page = open_page((folder / "index.html").as_uri())
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("柞水")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("柞水")
    first.click()
    expect(page.locator("h1")).to_contain_text("柞水")


def test_the_search_page_finds_names(open_page, folder):
    page = open_page((folder / "en" / "search.html").as_uri() + "?q=Zhashui")
    expect(page.locator("main")).to_contain_text("Zhashui County")


def test_links_and_the_language_switch_lead_to_pages(open_page, folder):
    page = open_page((folder / "index.html").as_uri())
    page.locator(".md-tabs a").nth(2).click()
    page.wait_for_url((folder / "pairings/index.html").as_uri())
    page.locator("a[data-language]").first.click()
    page.wait_for_url((folder / "en/pairings/index.html").as_uri())
    expect(page.locator("h1")).to_be_visible()


def test_lists_are_sorted_and_colours_chosen_as_on_the_web(open_page, folder):
    page = open_page((folder / "projects/index.html").as_uri(), color_scheme="light")
    page.locator("[data-md-component=palette] label:visible").click()
    page.locator("[data-md-component=palette] label:visible").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator(".sort").count() > 0

"""Every address on every page leads somewhere, and nowhere it should not."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
import yaml

from tests.site.built import ROOT, listing
from tests.site.page import Page

LICENCE_HOST = "creativecommons.org"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="session")
def settings() -> dict:
    return yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def outside_hosts(settings) -> frozenset[str]:
    """Suffixes of the hosts that a page may link to."""
    listed = (ROOT / settings["allowed_hosts"]).read_text(encoding="utf-8").splitlines()
    hosts = {line.partition("#")[0].strip() for line in listed}
    return frozenset(hosts - {""}) | {urlsplit(settings["repository"]).hostname, LICENCE_HOST}


def is_outside(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def within_site(page: Page, address: str, settings: dict) -> tuple[str, str] | None:
    """The file below the site's folder and the anchor that an address means; None for an address elsewhere."""
    home = settings["address"].rstrip("/") + "/"
    if page.is_missing_page:  # served at any depth: its links begin at the site's own address
        address = address.replace(urlsplit(home).path, "/", 1) if address.startswith("/") else address
        address = home + address.lstrip("/") if not is_outside(address) and address.startswith("/") else address
    if address.startswith(home):
        parts = urlsplit(address.removeprefix(home))
        return unquote(parts.path), unquote(parts.fragment)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    folder = posixpath.dirname(page.path)
    file = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page.path
    return file, unquote(parts.fragment)


def broken(page: Page, pages: dict[str, Page], is_file, settings: dict) -> list[str]:
    """The links of a page without a file or without an anchor."""
    found = []
    for address in {*page.links, *page.loads}:
        target = within_site(page, address, settings)
        if target is None or address.startswith("data:"):
            continue
        file, anchor = target
        if not is_file(file):
            found.append(f"{page.path}: {address}: no such file")
        elif anchor and file in pages and anchor not in pages[file].ids:
            found.append(f"{page.path}: {address}: no such anchor")
    return found


def test_a_missing_file_and_a_missing_anchor_are_found(pages, settings):
    page = pages["about.html"]
    spoilt = Page(**{**vars(page), "links": ("nowhere.html", "#nowhere", "index.html", "../outside.html"), "loads": ()})
    assert len(broken(spoilt, pages, lambda file: file == "about.html", settings)) == 4
    assert len(broken(spoilt, pages, lambda file: file in pages, settings)) == 3


def test_every_link_and_every_anchor_leads_somewhere(pages, built_site, settings):
    is_file = cache(lambda file: not file.startswith("..") and (built_site / file).is_file())
    found = [line for page in pages.values() for line in broken(page, pages, is_file, settings)]
    assert not found, listing(found)


def test_every_page_links_only_to_allowed_hosts(pages, outside_hosts, settings):
    own = urlsplit(settings["address"]).hostname
    hosts = {
        (urlsplit(address).hostname, address): page.path
        for page in pages.values()
        for address in set(page.links)
        if is_outside(address) and urlsplit(address).hostname != own
    }
    found = [
        f"{path}: {address}"
        for (host, address), path in hosts.items()
        if not any(host == suffix or host.endswith("." + suffix) for suffix in outside_hosts)
    ]
    assert not found, listing(found)


def test_links_are_web_addresses_or_paths(pages):
    schemes = {urlsplit(address).scheme for page in pages.values() for address in {*page.links, *page.loads}}
    assert schemes <= {"", "http", "https"}


def test_no_page_loads_anything_from_another_host(pages):
    found = [
        f"{page.path}: {address}"
        for page in pages.values()
        for address in page.loads
        if is_outside(address) or urlsplit(address).scheme
    ]
    assert not found, listing(found)


def test_every_button_opens_a_receipt_and_every_receipt_has_its_button(pages):
    found = [f"{page.path}: {target}" for page in pages.values() for target in {*page.targets} - {*page.popovers}]
    found += [f"{page.path}: {target}" for page in pages.values() for target in {*page.popovers} - {*page.targets}]
    assert not found, listing(found)


def test_ids_are_unique_and_what_is_pointed_at_exists(pages):
    found = []
    for page in pages.values():
        ids = set(page.ids)
        if len(ids) < len(page.ids):
            found += [f"{page.path}: {each} twice" for each in sorted({i for i in page.ids if page.ids.count(i) > 1})]
        found += [f"{page.path}: nothing is called {each}" for each in {*page.references} - ids]
    assert not found, listing(found)


def test_the_sitemap_lists_every_page_that_may_be_found_and_no_other(pages, built_site, settings):
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()
    home = settings["address"].rstrip("/") + "/"
    listed = {each.text.removeprefix(home) for each in root.iterfind("s:url/s:loc", SITEMAP)}
    named = {each.get("href").removeprefix(home) for each in root.iterfind("s:url/x:link", SITEMAP)}
    wanted = {page.path for page in pages.values() if "robots" not in page.heads}
    assert not listed ^ wanted, listing(sorted(listed ^ wanted))
    assert not named - wanted, listing(sorted(named - wanted))


def test_the_picture_of_a_shared_link_exists(pages, built_site, settings):
    home = settings["address"].rstrip("/") + "/"
    images = {page.heads["og:image"]: page.path for page in pages.values()}
    found = [
        f"{path}: {image}"
        for (image, *more), path in images.items()
        if more or not image.startswith(home) or not (built_site / Path(unquote(image.removeprefix(home)))).is_file()
    ]
    assert not found, listing(found)

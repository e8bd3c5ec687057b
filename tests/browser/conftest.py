"""A built site on 127.0.0.1 below /ledger/, a Chromium page that reports what goes wrong on it, and axe.

`open_page(address)` gives a page; an error in its console or a request to another host fails the test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from build_scripts.build import build
from build_scripts.publish.publish import publish
from build_scripts.publish.serve import open_server
from tests.browser.get_chromium import find_chromium
from tests.site.built import find_site

PROGRAM = Path(__file__).parents[2]
TINY_LEDGER = PROGRAM / "tests" / "tiny_ledger"
TODAY = date(2026, 1, 2)
PREFIX = "/ledger/"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def served(folder: Path, prefix: str = PREFIX) -> Iterator[str]:
    """Serves the folder below a prefix while the block runs; gives the address, which ends with a slash."""
    server = open_server(folder, prefix=prefix)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory) -> Path:
    """The whole site of the tiny ledger."""
    base = tmp_path_factory.mktemp("tiny")
    shutil.copytree(PROGRAM / "schemas", base / "schemas")  # where the tiny ledger looks for them
    root = shutil.copytree(TINY_LEDGER, base / "tests" / "tiny_ledger")
    for name in ("docs/zh", "docs/en"):  # the prose belongs to the program; the tabs lead to it
        shutil.copytree(PROGRAM / name, root / name, dirs_exist_ok=True)
    publish(root, TODAY, partial(build, root, TODAY))
    return root / "site"


@pytest.fixture(scope="session")
def site(site_folder) -> Iterator[str]:
    """The address of the tiny ledger's site, such as http://127.0.0.1:40123/ledger/."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def built_site(request) -> Path:
    """The folder of the real site, built from the datasets."""
    return find_site(request.config)


@pytest.fixture(scope="session")
def built(built_site) -> Iterator[str]:
    """The address of the real site."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find_chromium()  # before Playwright starts: it may be asked for its own
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a context of its own; further options are those of Browser.new_context."""
    contexts, troubles = [], []

    def open_address(address: str, width: int = 1440, height: int = 900, **options) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        listen(page, troubles)
        page.goto(address)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(open_page, site) -> Page:
    """The home page of the tiny ledger on a wide screen."""
    return open_page(site + "index.html")


def listen(page: Page, troubles: list[str]) -> None:
    """Adds what goes wrong on a page: errors in its console, among them refusals by the policy, and other hosts."""
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url) if is_outside(request.url) else None)


def is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:", "about:"))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Returns what axe finds on a page: rule and place, one line each."""

    return find_violations


def find_violations(page: Page, options: dict | None = None) -> list[str]:
    """What axe finds on a page, by its rules or those of `options`."""
    found = Axe().run(page, options=options or AXE_RULES).response["violations"]
    return [f"{rule['id']}: {node['target'][0]}" for rule in found for node in rule["nodes"]]

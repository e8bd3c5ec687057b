"""The pages of the tiny ledger, made once, and a walk through the HTML of a page."""

from html.parser import HTMLParser

import pytest

from build_scripts.labels.names import open_names
from build_scripts.ledger.history import read_history
from build_scripts.ledger.tables import read_raw_tables
from build_scripts.pages.compose import make_pages, render_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views

TODAY = "2025-11-21"
FEEDS = frozenset({"data/pairings/ew1-jia-yi.atom", "data/places/990121.atom", "data/funds.atom"})
VOID = {"br", "input", "img", "hr", "meta", "link", "path", "rect", "line", "circle", "use"}


class Walk(HTMLParser):
    """A page as a reader meets it. `texts` are (text, stack) where the stack holds (tag, classes,
    attributes) from the outside in.
    """

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.stack, self.texts, self.ids, self.links, self.targets, self.starts = [], [], [], [], [], []
        self.unbalanced = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.starts.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "popovertarget" in values:
            self.targets.append(values["popovertarget"])
        if tag not in VOID:
            self.stack.append((tag, set(values.get("class", "").split()), values))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.stack or self.stack[-1][0] != tag:
            self.unbalanced.append((tag, [each[0] for each in self.stack]))
        if self.stack:
            self.stack.pop()

    def handle_data(self, data):
        if data.strip():
            self.texts.append((data, list(self.stack)))


@pytest.fixture(scope="session")
def walk():
    return Walk


@pytest.fixture(scope="session")
def tiny_site(tiny_package, tiny_tables):
    history = read_history(tiny_package.root, tiny_package.keys, read_raw_tables(tiny_package), TODAY)
    views = derive_views(tiny_tables, TODAY, history=history)
    return Site(tiny_package, views, open_names(tiny_package, views), {}, feeds=FEEDS)


@pytest.fixture(scope="session")
def tiny_pages(tiny_site):
    """{language: {path: Page}}"""
    return {lang: {page.path: page for page in pages} for lang, pages in make_pages(tiny_site).items()}


@pytest.fixture(scope="session")
def tiny_files(tiny_site):
    return render_pages(tiny_site)

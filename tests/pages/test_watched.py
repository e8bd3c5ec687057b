"""What the watch last saw of a source's address is said on its page and in the receipts of its figures, or nothing."""

import re

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.book import Book, open_book
from build_scripts.pages.evidence import watched_words
from build_scripts.pages.kinds import source
from build_scripts.pages.model import Site
from build_scripts.pages.receipts import Receipts
from build_scripts.views.derive import derive_views

URL = "https://news.example.org/2021/jia-yi.html"
COPY = "https://web.example.org/2021/jia-yi.html"


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ")


def book_of(ledger, lang: str, outcome: str, url: str = URL, missing: str = "", archive: str = "") -> Book:
    """The site of a ledger in which the watch saw this."""
    header = ledger.rows("source_watch")[0]
    ledger.write("source_watch", [header, ["tc21", url, "2026-11-29", outcome, missing, "", archive]])
    package, tables = ledger.read()
    views = derive_views(tables, "2026-11-30")
    return open_book(Site(package, views, open_names(package, views), {}), lang)


def told(book: Book) -> tuple[str, str]:
    """The head of the source's page and the receipt of its figure, in words."""
    page = next(page for page in source.pages(book) if page.path == "sources/tc21.md")
    desk = Receipts(book, "pairings/x.html")
    desk.fig("tc21.o01")
    return words(page.body.partition("{: #claims }")[0]), words(desk.receipts())


@pytest.mark.parametrize(
    ("lang", "seen", "said"),
    [
        ("zh", ("gone",), "原网址 2026 年 11 月 29 日查看时打不开"),
        ("en", ("gone",), "The address did not answer on 29 November 2026"),
        ("zh", ("changed", URL, "2"), "原网址 2026 年 11 月 29 日查看时，网页上有 2 处账本所录的原文找不到"),
        ("en", ("changed", URL, "2"), "On 29 November 2026 the page at this address did not hold 2 of the prints"),
        ("zh", ("gone", URL, "", COPY), f"打不开；存档见{COPY}"),
        ("en", ("gone", URL, "", COPY), f"2026; archived copy: {COPY}"),
    ],
)
def test_a_source_that_was_gone_or_had_changed_says_so_on_its_page_and_beside_its_figures(ledger, lang, seen, said):
    page, receipt = told(book_of(ledger, lang, *seen))
    assert page.count(said) == receipt.count(said) == 1


@pytest.mark.parametrize("seen", [("answers",), ("moved",), ("gone", "https://news.example.org/old.html")])
def test_an_address_that_answers_leads_on_or_is_no_longer_the_sources_says_nothing(ledger, seen):
    for text in told(book_of(ledger, "zh", *seen)):
        assert "原网址 2" not in text


@pytest.mark.parametrize(
    ("url", "copy", "is_linked"),
    [
        (URL, "https://archive.elsewhere.test/1", False),
        ("https://forum.elsewhere.test/1", COPY, False),
        (URL, COPY, True),
    ],
)
def test_a_copy_is_linked_only_where_its_original_would_be(ledger, url, copy, is_linked):
    ledger.set("sources", "tc21", url=url)
    assert watched_words(book_of(ledger, "en", "gone", url, "", copy), "tc21")["is_linked"] is is_linked


def test_what_the_watch_has_not_asked_says_nothing(tiny_pages):
    assert not [path for path, page in tiny_pages["zh"].items() if "原网址 2" in page.body]

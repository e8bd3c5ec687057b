"""What a receipt says."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from markupsafe import Markup

from build_scripts.labels.names import open_names
from build_scripts.pages.addresses import is_allowed, original_address
from build_scripts.pages.book import open_book
from build_scripts.pages.evidence import full_value
from build_scripts.pages.receipts import Receipts, least_proof
from build_scripts.views.derive import derive_views


def unproved_site(site):
    """The site of a ledger whose proofs nobody has made."""
    views = site.views
    bare = derive_views(views.tables | {"proofs": views.tables["proofs"].iloc[:0]}, views.today)
    return replace(site, views=bare, names=open_names(site.package, bare))


@pytest.fixture
def desk(tiny_site):
    return Receipts(open_book(tiny_site, "zh"), "pairings/x.html")


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ")


def test_a_proved_figure_says_where_it_stands(desk):
    button = desk.fig("ta18.f02")
    assert 'class="fig fig--proved" popovertarget="r-ta18-f02" data-value="9000000"' in button
    receipt = words(desk.receipts())
    assert "900万元" in receipt  # as printed
    assert "9,000,000 元" in receipt
    assert "二.1" in receipt and "第 119–124 字符" in receipt and "又见 228" in receipt
    assert "已与 SHA-256 为 640d0dfd9e007a46… 的原文逐字核对" in receipt
    assert "整理者补充方式" in receipt


@pytest.mark.parametrize(("value", "told"), [("1", "1 household"), ("2", "2 households")])
def test_the_full_value_of_one_stands_before_a_singular(tiny_site, value, told):
    claim = replace(tiny_site.views.claims["tb19-2.o01"], value=Decimal(value), qualifier="exact")
    assert full_value(open_book(tiny_site, "en"), claim) == told


def test_an_excerpt_says_that_it_was_not_compared(desk):
    desk.fig("tc21.o01")
    receipt = desk.receipts()
    assert "只读到摘录，没有逐字核对" in receipt
    assert 'href="https://news.example.org/2021/jia-yi.html#:~:text=500%E4%BD%99%E4%BA%BA"' in receipt


def test_a_figure_that_is_printed_differently_shows_the_other_and_the_rule(desk):
    assert "fig--split" in desk.fig("ta18.f01")
    receipt = words(desk.receipts())
    assert "1,150 万元" in receipt
    assert "来源更可靠" in receipt


def test_lost_digits_are_never_a_zero(desk):
    assert "原文未载数字" in desk.fig("ta18.f07")
    assert "data-value" not in desk.fig("ta18.f07")
    assert "数字残缺，读不出" in desk.receipts()


def test_a_total_says_what_it_adds_and_what_it_leaves_out(desk):
    total = next(t for t in desk.book.index.totals["pairing", "ew1-jia-yi"] if t.what == "money:mixed:received")
    assert "1,200 万元" in words(desk.total(total))
    receipt = words(desk.receipts())
    assert "12,000,000 元" in receipt
    assert "同一件事另有说法，采用了那一个：1,150 万元" in receipt
    assert "不同阶段、总数与分项" in receipt


def test_a_sum_that_fails_shows_both_sides(desk):
    audit = next(a for a in desk.book.views.audits if a.audit_id == "parts.ta18.f04")
    assert "60 万元" in words(desk.sum(audit, "difference"))
    assert "860 万元 ≠ 800 万元" in words(desk.receipts())


def test_a_receipt_stands_once_however_often_its_figure_does(desk):
    desk.fig("ta18.f02"), desk.fig("ta18.f02"), desk.fig("ta18.f02", "nine million")
    assert desk.receipts().count("<h3 ") == 1


def test_a_figure_on_several_claims_lists_them(desk):
    assert "g-0-ta18-f02" in desk.group("1,200 万元", ("ta18.f02", "ta18.f03"))
    assert "2 条记载" in words(desk.receipts())
    assert isinstance(desk.receipts(), Markup)


def test_the_same_words_on_the_same_claims_share_a_receipt(desk):
    first = desk.group("25%", ("ta18.f02", "ta18.f03"))
    assert desk.group("25%", ("ta18.f02", "ta18.f03")) == first
    assert desk.group("75%", ("ta18.f02", "ta18.f03")) != first
    assert desk.receipts().count("<h3 ") == 2


def test_links_know_their_depth_and_language(tiny_site):
    english = Receipts(open_book(tiny_site, "en"), "pairings/x.html")
    assert english.to("audit.html") == "../audit.html"
    assert english.root("data/funds.csv") == "../../data/funds.csv"


@pytest.mark.parametrize(
    "url, expected",
    [
        ("https://www.example.org/a", True),
        ("https://example.org/a", True),
        ("https://badexample.org/a", False),
        ("https://example.org.evil.net/a", False),
        ("ftp://example.org/a", False),
        ("javascript:alert(1)//example.org", False),
    ],
)
def test_only_hosts_on_the_list_are_linked(url, expected):
    assert is_allowed(url, ("example.org",)) is expected


def test_a_fragment_is_joined_to_one_that_is_there():
    assert (
        original_address("https://example.org/a#b", "1-2", ("example.org",)) == "https://example.org/a#b:~:text=1%2D2"
    )


def test_an_offset_that_nobody_proved_has_a_seal_and_words_of_its_own(tiny_site):
    desk = Receipts(open_book(unproved_site(tiny_site), "zh"), "pairings/x.html")
    assert 'class="fig fig--position"' in desk.fig("ta18.f02")
    assert '<span class="sr">有位置，未核对</span>' in desk.fig("ta18.f02")
    assert "账本给出了位置，还没有人拿原文核对过" in words(desk.receipts())


def test_a_figure_that_stands_on_several_claims_is_as_sure_as_the_least_of_them(tiny_site):
    claims = tiny_site.views.claims
    unproved = unproved_site(tiny_site).views.claims
    assert least_proof([claims["ta18.f02"], unproved["ta18.f03"]]) == "position"
    assert least_proof([claims["ta18.f02"], unproved["ta18.f03"], claims["tc21.f01"]]) == "excerpt"

"""The account as a reader meets it: what a sum is called, when it was, and who else prints it."""

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.account_rows import account_rows
from build_scripts.pages.book import open_book
from build_scripts.pages.kinds import account
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views

NATION = {"pairing_id": "", "place_id": "cn", "start": "", "parts_complete": "", "part_of": ""}


@pytest.fixture
def book_of(ledger, tiny_package):
    """The book of the tiny ledger with a nation, after what a test adds to it."""
    ledger.add("places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases="")

    def open_changed():
        views = derive_views(ledger.read()[1], "2026-01-02")
        return open_book(Site(tiny_package, views, open_names(tiny_package, views), {}), "zh")

    return open_changed


def add(ledger, fund_id, **cells):
    plain = NATION | {"label": "援助资金", "amount": "48000000", "as_printed": "4800万元"}
    ledger.add("funds", "ta18.f01", fund_id=fund_id, **(plain | cells))


def test_a_sum_stands_under_its_printed_name_with_its_kind_beside(ledger, book_of):
    add(ledger, "tn.f1", label="财政与社会援助资金")
    add(ledger, "tn.f2", label="财政援助资金", fund_source="fiscal_assistance", amount="7", as_printed="7元")
    book = book_of()
    rows = {row["label"]: row["kind"] for row in account_rows(book, book.views.account)}
    assert (rows["财政与社会援助资金"], rows["财政援助资金"]) == ("混合", "")


def test_fiscal_money_stands_first_in_an_account_and_in_the_list(ledger, book_of):
    add(ledger, "tn.f1")
    add(ledger, "tn.f2", label="财政援助资金", fund_source="fiscal_assistance", amount="7", as_printed="7元")
    pages = {page.path: page.body for page in account.pages(book_of())}
    body = pages["account/2018.md"]
    assert body.index("财政援助资金") < body.index("援助资金 <small>混合")
    assert "财政援助资金 · 到位" in pages["account.md"]


def test_a_second_document_with_the_same_sum_is_said_to_be_another(ledger, book_of):
    add(ledger, "tn.f1")
    add(ledger, "tn.f2", label="援助资金合计")
    body = {page.path: page.body for page in account.pages(book_of())}["account/2018.md"]
    assert body.count("另一份文件也载") == 1


def test_some_months_are_said_below_the_name_and_located_money_is_not_told_twice(ledger, book_of):
    add(ledger, "tn.f1", period="2018-01/2018-11")
    body = {page.path: page.body for page in account.pages(book_of())}["account/2018.md"]
    assert "不足一年" in body and "放宽到全年有" in body
    ledger.set("funds", "ta18.f01", period="2018-03")
    body = {page.path: page.body for page in account.pages(book_of())}["account/2018.md"]
    assert "不足一年" in body and "放宽到全年有" not in body


def test_sums_carry_the_qualifiers_of_their_parts_and_differences_are_about(ledger, book_of):
    add(ledger, "tn.f1")
    assert told(book_of()) == ("1,200 万元", "3,600 万元")
    for key in ("ta18.f01", "tc21.f01"):
        ledger.set("funds", key, qualifier="over")
    assert told(book_of()) == ("逾 1,200 万元", "约 3,600 万元")
    ledger.set("funds", "tn.f1", amount="11000000", as_printed="1100万元")
    row = account_row(book_of())
    assert (plain(row["excess"]), row["not_located"]) == ("约 100 万元", None)


def test_what_is_printed_and_nowhere_located_keeps_its_own_qualifier(ledger, book_of):
    add(ledger, "tn.f1", qualifier="over", fund_source="enterprise_investment")
    row = account_row(book_of())
    assert (row["located"], plain(row["not_located"])) == (None, "逾 4,800 万元")


def account_row(book):
    return next(row for row in account_rows(book, book.views.account) if row["line"].claims[0] == "tn.f1")


def told(book):
    """What is located below and what is not, in words."""
    row = account_row(book)
    return plain(row["located"]), plain(row["not_located"])


def plain(amount):
    return amount[0].replace("\u00a0", " ")

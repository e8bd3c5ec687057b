"""The page of a pairing: what it says is not known is not known."""

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views

NO_MONEY, NO_RECEIVED = "帮扶资金或投资多少，还没有读到。", "资金到位多少，还没有读到。"


def page_of(ledger) -> str:
    package, tables = ledger.read()
    views = derive_views(tables, "2025-11-21")
    pages = make_pages(Site(package, views, open_names(package, views), {}))
    return next(page.body for page in pages["zh"] if page.path == "pairings/ew1-jia-yi.md")


def give_to_the_county(ledger, column: str) -> None:
    """Makes all money of pairings or projects money of a place."""
    header, *rows = ledger.rows("funds")
    for row in rows:
        if row[header.index(column)]:
            ledger.set("funds", row[0], **{column: "", "place_id": "990121"})


@pytest.fixture
def without_own_money(ledger):
    give_to_the_county(ledger, "pairing_id")
    return ledger


def test_a_pairing_without_any_amount_says_so(without_own_money):
    give_to_the_county(without_own_money, "project_id")
    assert NO_MONEY in page_of(without_own_money)


def test_money_of_its_projects_is_money_that_has_been_read(without_own_money):
    body = page_of(without_own_money)
    assert NO_MONEY not in body and NO_RECEIVED in body


def test_help_of_a_round_that_is_over_is_told_in_the_past(tiny_pages, walk):
    """“Nanshan District, Shenzhen assists Weining” stood over a pairing of the first round, and lacked a comma."""
    said = " ".join("".join(text for text, _ in walk(tiny_pages["en"]["pairings/ew1-jia-yi.md"].body).texts).split())
    assert "Jia County, Jia Province, assisted Yi County, Yi Province." in said

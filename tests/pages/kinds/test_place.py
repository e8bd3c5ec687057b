"""The page of a place: many pairings, and what may be said of each."""

from build_scripts.pages.book import open_book
from build_scripts.pages.kinds.place import FEW_ROUNDS, rounds


def test_among_many_pairings_one_without_fiscal_money_has_no_sum(tiny_site):
    book = open_book(tiny_site, "zh")
    row = book.row("pairings", "ew1-bing-yi")
    found = rounds(book, [row] * (FEW_ROUNDS + 1))
    assert found == [(row, [])] * (FEW_ROUNDS + 1)

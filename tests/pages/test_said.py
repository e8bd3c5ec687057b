"""What may be said of money, in words."""

from dataclasses import replace

from build_scripts.pages.book import open_book
from build_scripts.pages.said import windows_of


def test_times_that_differ_in_who_supplied_them_stand_in_one_order_at_every_build(tiny_site):
    book = open_book(tiny_site, "en")
    printed = replace(tiny_site.views.claims["ta18.f01"], period="2018-05", inferred=())
    supplied = replace(printed, inferred=("period",))
    expected = windows_of(book, [printed]) + ", " + windows_of(book, [supplied])
    assert windows_of(book, [supplied, printed]) == windows_of(book, [printed, supplied]) == expected

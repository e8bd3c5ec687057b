"""What may be said of money, in words."""

from dataclasses import replace

from build_scripts.pages.answers import AnswerWords
from build_scripts.pages.book import open_book
from build_scripts.pages.html_text import plain_text
from build_scripts.pages.said import windows_of


def test_times_that_differ_in_who_supplied_them_stand_in_one_order_at_every_build(tiny_site):
    book = open_book(tiny_site, "en")
    printed = replace(tiny_site.views.claims["ta18.f01"], period="2018-05", inferred=())
    supplied = replace(printed, inferred=("period",))
    expected = windows_of(book, [printed]) + ", " + windows_of(book, [supplied])
    assert windows_of(book, [supplied, printed]) == windows_of(book, [printed, supplied]) == expected


def test_a_list_of_helpers_that_stops_says_how_many_there_are(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), lambda path: path)
    assert plain_text(str(words.first_of(["甲", "乙", "丙", "丁", "戊", "己"]))) == "甲、乙、丙、丁、戊、己"
    listed = plain_text(str(words.first_of(["甲", "乙", "丙", "丁", "戊", "己", "庚"]))).replace(" ", "")
    assert listed == "甲、乙、丙、丁、戊、己等7个"

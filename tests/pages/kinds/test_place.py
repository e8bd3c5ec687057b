"""The page of a place: many pairings, and what may be said of each."""

import pytest

from build_scripts.pages.book import open_book
from build_scripts.pages.kinds.place import FEW_ROUNDS, aliases, rounds


def test_among_many_pairings_one_without_fiscal_money_has_no_sum(tiny_site):
    book = open_book(tiny_site, "zh")
    row = book.row("pairings", "ew1-bing-yi")
    found = rounds(book, [row] * (FEW_ROUNDS + 1))
    assert found == [(row, [])] * (FEW_ROUNDS + 1)


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "毕节、毕节地区（至 2011 年）"), ("en", "毕节, 毕节地区 (until 2011)")]
)
def test_a_former_name_says_until_which_year_it_was_used(tiny_site, lang, told):
    book = open_book(tiny_site, lang)
    names = aliases(book, {"aliases": "毕节;毕节地区@2011"})
    assert book.say("pages.place.alias_comma").join(names).striptags() == told
    assert aliases(book, {"aliases": None}) == []


@pytest.mark.parametrize(("lang", "mark"), [("zh", ""), ("en", 'lang="zh-Hans"')])
def test_another_name_is_marked_as_chinese_on_english_pages(tiny_site, lang, mark):
    (name,) = aliases(open_book(tiny_site, lang), {"aliases": "毕节"})
    assert mark in name and name.striptags() == "毕节"

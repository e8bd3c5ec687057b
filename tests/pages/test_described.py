"""The description of a record's page names what the page has."""

import pytest

from build_scripts.pages.book import open_book
from build_scripts.pages.sheet import described

HAS = {
    ("money", "term"): ("甲：资金、起止年份，各有出处。", "甲: money, years, with sources."),
    ("figures",): ("甲：各项数字，各有出处。", "甲: figures, with sources."),
    (): ("甲：所据的文件。", "甲: the documents it rests on."),
}


@pytest.mark.parametrize("things", HAS)
def test_what_a_page_lacks_is_not_in_its_description(tiny_site, things):
    had = {"money": False, "projects": False} | dict.fromkeys(things, True)
    assert tuple(described(open_book(tiny_site, lang), "甲", had) for lang in ("zh", "en")) == HAS[things]

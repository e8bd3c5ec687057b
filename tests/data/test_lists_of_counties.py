"""What the pages of counties and of coverage say of lists that the ledger holds in part, and of counties once poor."""

import pytest
from markupsafe import Markup

from build_scripts.pages.book import open_book
from build_scripts.pages.kinds import county, coverage
from build_scripts.pages.kinds.county import IN_PART, counties_by_province
from build_scripts.pages.model import Site

LIST = "key_county_160"


@pytest.fixture(scope="module")
def site(real_package, real_views, real_words):
    return Site(real_package, real_views, real_words, {})


@pytest.fixture(scope="module")
def told(site):
    """{language: {path: the text of a page of counties or of coverage}}, without blanks in Chinese."""
    found = {}
    for lang in ("zh", "en"):
        book = open_book(site, lang)
        pages = [*county.pages(book), *coverage.pages(book)]
        found[lang] = {page.path: joined(page.body, lang) for page in pages}
    return found


def joined(html, lang):
    text = Markup(html).striptags()
    return "".join(text.split()) if lang == "zh" else " ".join(text.split())


def held(views, province=""):
    rows = views.tables["designations"].query(f"designation == '{LIST}'")
    return sum(rows["place_id"].str.startswith(province))


def test_of_a_province_that_is_listed_in_part_no_whole_is_said(told):
    """Tibet has 74 counties: “2 个县级单位，已知 2 个” passed for all of it."""
    assert "西藏自治区只收了2个县级单位，读到过结对的2个" in told["zh"]["counties.md"]
    assert "新疆维吾尔自治区只收了33个县级单位" in told["zh"]["counties.md"]
    assert "名录只收了这里的一部分县，共2个县级单位" in told["zh"]["counties/540000.md"]
    assert "Only some of its counties are listed here: 2 county-level units" in told["en"]["counties/540000.md"]
    assert "陕西省107个县级单位，读到过结对的" in told["zh"]["counties.md"]


def test_every_other_province_of_the_finder_is_listed_whole(site):
    book = open_book(site, "zh")
    levels = site.views.places.levels
    for province, counties in counties_by_province(book).items():
        known = [key for key, level in levels.items() if level == "county" and key[:2] == province[:2]]
        assert province in IN_PART or len(counties) == len(known), province


def test_the_count_of_counties_read_is_no_name_of_the_ledger(told):
    """“41 个的结对账本已经读到” reads as the site's name."""
    assert "107个县级单位，账本读到过结对的有" in told["zh"]["counties/610000.md"]
    assert "结对账本" not in told["zh"]["counties/610000.md"]


def test_the_finder_promises_no_word_that_no_page_says(told):
    assert "没有读到的，页面上会写明，不等于没有结对。" in told["zh"]["counties.md"]
    assert "the page says so; that does not mean that there was none." in told["en"]["counties.md"]


def test_a_list_that_was_read_in_part_says_how_far_and_gives_no_share(told, site):
    read = held(site.views)
    assert f"名单上的160个县，账本只收到{read}个；其中这一轮安排在内的" in told["zh"]["coverage/2021-now.md"]
    said = told["en"]["coverage/2021-now.md"]
    assert f"Of the 160 counties on the list {read} have been read;" in said
    table = said.partition("Of the 160 counties")[2].partition("so it gives no shares")[0]
    assert table and "%" not in table.partition("“Provider known”")[0]


def test_what_is_said_to_be_missing_of_the_list_of_160_is_what_is_missing(site):
    assert held(site.views, "53") == 11  # of 27
    assert [held(site.views, province) for province in ("61", "62", "63", "64")] == [0, 0, 0, 0]


def test_no_county_is_called_poor_after_2020(told):
    said = told["zh"]["counties.md"]
    assert "2021年以来，原国家级贫困县（现称脱贫县）里，安排在内的有" in said
    assert "2016–2020年，国家级贫困县里，安排在内的有" in said
    assert "In the round since 2021, the provider is known for" in told["en"]["counties.md"]
    assert "counties once listed as poor that the arrangement covers" in told["en"]["counties.md"]


def test_counties_without_a_known_helper_stand_in_a_list_of_names(told):
    assert "已知赤峰市的帮扶方，但下列各县还不知道：" in told["zh"]["coverage/2021-now.md"]
    assert "您知道这个县由谁帮扶吗？" in told["zh"]["coverage/2021-now.md"]
    names = told["zh"]["coverage/2021-now.md"].partition("下列各县还不知道：")[2][:60]
    assert "、" in names and "，" not in names.partition("已知")[0]

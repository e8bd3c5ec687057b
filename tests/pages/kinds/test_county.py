"""Who helps my county: every county has an answer, and where nothing was read that of the place above it."""

import re

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views

UNMARKED = re.compile("</?(?:span|data|time)[^>]*>")


def bare(body: str) -> str:
    return re.sub("<[^>]+>", "", body)


@pytest.fixture
def counties(tiny_pages, walk):
    return "".join(text for text, _ in walk(tiny_pages["zh"]["counties/990000.md"].body).texts)


def test_a_county_with_pairings_says_who_helped_and_when(counties):
    assert "乙县" in counties
    first = "甲省甲县（各文件所记：始于 2016 年；2017–2020 年，终止年由整理者推定）"
    assert f"此前由{first}、甲省丙区（2013–2016 年）帮扶。" in counties


def test_a_county_that_is_only_in_an_earlier_round_is_said_to_be_outside_the_present_one(counties):
    assert "2021 年以来的东西部协作安排里没有乙省。" in counties


def test_the_finder_leads_to_a_page_for_each_province(tiny_pages):
    assert 'href="counties/990000.html"' in tiny_pages["zh"]["counties.md"].body


@pytest.fixture
def listed(ledger):
    """Returns the answers of a page of counties that nobody is read to help now, below a province that somebody is."""
    for n in range(2, 6):
        key = f"99012{n}"
        ledger.add("places", "990121", place_id=key, name=f"{'子丑寅卯'[n - 2]}县", name_en=f"County {n}", aliases="")
        helped = {"recipient_place_id": key, "supersedes_id": "", "valid_from": "2017", "dates_basis": "printed"}
        if n < 5:
            ledger.add("pairings", "ew1-jia-yi", pairing_id=f"ew1-jia-{n}", **helped)
    present = {"programme": "ew2", "valid_from": "2021", "valid_to": "", "dates_basis": "printed", "supersedes_id": ""}
    ends = {"provider_place_id": "980000", "recipient_place_id": "990000"}
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ew2-jiasheng", level="province", **ends, **present)
    ledger.add("programme_scope", "ew1-jia-yi", scope_id="ew2-jia-yi", programme="ew2", valid_from="2021", valid_to="")

    def listed_in(lang):
        package, tables = ledger.read()
        views = derive_views(tables, "2025-11-21")
        pages = make_pages(Site(package, views, open_names(package, views), {}))[lang]
        return next(page.body for page in pages if page.path == "counties/990000.md")

    return listed_in


@pytest.mark.parametrize(
    ("lang", "told", "once", "refers"),
    [
        ("zh", "现在由甲省结对帮扶", "乙省（下文写“见上”的各地都是如此）",
         '所属<a href="#above-990000">乙省</a>：见上。'),
        ("en", "Helped now by Jia Province", "Yi Province (for all below that say “see above”)",
         '<a href="#above-990000">Yi Province</a>, which includes it: see above.'),
    ],
)  # fmt: skip
def test_the_answer_of_a_place_above_many_counties_stands_once_and_they_lead_to_it(listed, lang, told, once, refers):
    """The same long sentence on its province or prefecture stood under each county of a page, up to eighteen times."""
    body = listed(lang)
    heads = re.findall(r'<div class="above" id="([^"]+)">\s*<dt>(.*?)</dt>', body)
    assert [(anchor, bare(head)) for anchor, head in heads] == [("above-990000", once)]
    assert bare(body).count(told) == 1 and UNMARKED.sub("", body).count(refers) == 5



def test_an_answer_that_would_stand_twice_is_told_in_full(listed, ledger):
    for n in (2, 3, 4):
        ledger.remove("pairings", f"ew1-jia-{n}")
    body = listed("zh")
    assert "见上" not in body and bare(body).count("现在由甲省结对帮扶") == 2

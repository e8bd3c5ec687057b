"""Who helps my county: every county has an answer, and where nothing was read that of the place above it."""

import pytest


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

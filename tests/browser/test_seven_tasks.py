"""What a journalist comes for: each task from the home page in at most three clicks, ending with the right file."""

from __future__ import annotations

import csv
import io
import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.slow  # journeys

MOST = 3  # clicks


class Walk:
    """A reader who starts on the home page and whose clicks are counted; typing is none."""

    def __init__(self, page: Page):
        self.page, self.clicks = page, 0

    def click(self, selector: str, text: str = "") -> None:
        self.count()
        self.found(selector, text).click()

    def download(self, selector: str, text: str = "") -> tuple[str, bytes]:
        """Clicks; returns name and content of the file that comes."""
        self.count()
        with self.page.expect_download() as waiting:
            self.found(selector, text).click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()

    def found(self, selector: str, text: str):
        found = self.page.locator(f"{selector}:visible")
        return (found.filter(has_text=text) if text else found).first

    def count(self) -> None:
        self.clicks += 1
        assert self.clicks <= MOST


@pytest.fixture
def walk(open_page, site) -> Walk:
    return Walk(open_page(f"{site}index.html"))


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")  # a spreadsheet knows it for UTF-8
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_all_money_of_a_pair_by_year_as_a_sheet_with_its_sources(walk):
    walk.click(".md-tabs__link", "谁帮谁")
    walk.click("main a[href$='ew1-jia-yi.html']")
    name, content = walk.download("main .use a", "全部数字与来源")
    money = [row for row in rows_of(content) if row["table"] == "funds"]
    assert name == "ew1-jia-yi.csv" and {row["unit"] for row in money} == {"cny"}
    years = [int(row["year_to"]) for row in money if row["year_to"]]
    assert years == sorted(years, reverse=True) and set(years) == {2018}
    assert {row["source"] for row in money} == {"乙县与甲县协作工作总结（虚构样例）", "甲縣協作簡報（虛構樣例）",
                                              "两县协作五年记（虚构样例）"}  # fmt: skip
    (whole,) = (row for row in money if row["claim_id"] == "ta18.f01")
    assert (whole["value"], whole["as_printed"], whole["stage_name"]) == ("12000000", "1200万元", "到位")


def test_all_figures_of_a_county_with_their_evidence(walk):
    walk.click("#search-open")
    walk.page.locator(".search-dialog input").fill("乙县")
    walk.click(".search-dialog a[href$='places/990121.html']")
    name, content = walk.download("main .use a", "全部数字与来源")
    rows = rows_of(content)
    assert name == "990121.csv" and {"ta18.f01", "ta18.f05"} <= {row["claim_id"] for row in rows}
    assert all(row["as_printed"] and row["source"] and row["proof"] and row["record_url"] for row in rows)


def test_one_figure_to_cite(walk):
    walk.click(".md-tabs__link", "谁帮谁")
    walk.click("main a[href$='ew1-jia-yi.html']")
    target = walk.found("main .fig", "").get_attribute("popovertarget")
    walk.click("main .fig")
    told = walk.page.locator(f"#{target}").inner_text()
    assert re.search(r"\d", told) and "虚构样例" in told  # as printed, and the document


def test_a_chart_to_embed(walk, open_page):
    walk.click(".md-tabs__link", "图")
    walk.click("main .embed-code summary")
    code = walk.found("main .embed-code code", "<iframe").inner_text()
    path = re.search(r'src="https://tiny-ledger\.example\.org/([^"]+)"', code)[1]
    embedded = open_page(walk.page.url.partition("charts/")[0] + path, width=700)
    assert embedded.locator("figure.chart svg:visible").count() == 1
    assert embedded.locator("figcaption").inner_text()


def test_a_chart_for_a_slide(walk):
    walk.click(".md-tabs__link", "图")
    name, content = walk.download("main .chart-menu a", "PNG")
    assert name.endswith(".png") and content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24])[0] == 1600


def test_a_notebook_in_three_lines(walk, site_folder):
    walk.click(".md-tabs__link", "数据")
    walk.click("main .code-lines summary")
    code = walk.found("main .code-lines pre", "import pandas").inner_text()
    assert len(code.splitlines()) == 3
    found: dict = {}
    exec(code.replace("https://tiny-ledger.example.org/", f"{site_folder}/"), found)
    assert found["total"] == 9_000_000  # of ta18.f02


def test_what_is_not_known_of_a_province(walk):
    walk.click("a[href$='gaps.html']")
    walk.click("main a[href$='places/990000.html']")
    name, content = walk.download("main .use a", "哪些年没有数字")
    rows = rows_of(content)
    own = {int(row["year"]): row["state"] for row in rows if row["subject_id"] == "990000"}
    assert name == "990000.csv" and (min(own), own[min(own)]) == (1996, "unknown")
    assert {row["subject_id"] for row in rows} >= {"990000", "ew1-jia-yi", "ew1-bing-yi"}

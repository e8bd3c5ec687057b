"""What a journalist comes for: each task from the home page in at most three clicks, ending with the right file.

All seven are walked on the tiny ledger, where what is expected is written out; those that hang on the size of the
ledger once more on the published one, where the file is held against another that tells the same.
"""

from __future__ import annotations

import csv
import io
import json
import re
import struct
from collections import Counter
from decimal import Decimal
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

    def search(self, words: str, page: str) -> None:
        """Types / and the words, and clicks the result that leads to the page."""
        self.page.keyboard.press("/")
        self.page.locator(".search-dialog input").fill(words)
        self.click(f".search-dialog a[href$='{page}']")

    def cite(self, target: str) -> str:
        """Opens the receipt of a figure and copies its footnote; returns what the clipboard holds then."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.click(f"main .fig[popovertarget='{target}']")
        self.click(f"#{target} .copy")
        self.found(f"#{target} .copy", "已复制").wait_for()
        return self.page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def walk(open_page, site) -> Walk:
    return Walk(open_page(f"{site}index.html"))


@pytest.fixture
def real_walk(open_page, built) -> Walk:
    """The same reader on the published ledger."""
    return Walk(open_page(f"{built}index.html"))


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")  # a spreadsheet knows it for UTF-8
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def file_of(folder: Path, path: str) -> list[dict[str, str]]:
    return rows_of((folder / path).read_bytes())


def sums_of(rows: list[dict[str, str]], subject: str) -> dict[str, Decimal]:
    """What a spreadsheet makes of a sheet: source and stage of money -> the sum of the rows that a total adds."""
    sums: Counter[str] = Counter()
    for row in rows:
        for total in row["added_in"].split():
            if total.startswith(f"{subject}:money:"):
                sums[total.removeprefix(f"{subject}:money:")] += Decimal(row["value"])
    return dict(sums)


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
    assert sums_of(money, "pairing:ew1-jia-yi") == {
        "fiscal_assistance:allocated": 8_600_000,
        "fiscal_assistance:received": 9_000_000,
        "mixed:received": 12_000_000,
        "not_stated:spent": 4_800_000,
        "social_donation:received": 3_000_000,
    }


def test_the_money_of_two_provinces_adds_up_to_the_totals_that_the_site_tells(real_walk, built_site):
    real_walk.search("北京 内蒙古", "pairings/ew1-beijing-inner-mongolia.html")
    name, content = real_walk.download("main .use a", "全部数字与来源")
    money = [row for row in rows_of(content) if row["table"] == "funds"]
    assert name == "ew1-beijing-inner-mongolia.csv" and len({row["year_to"] for row in money}) > 3
    assert all(row["source"] and row["as_printed"] and row["record_url"] for row in money)
    subject = "pairing:ew1-beijing-inner-mongolia"
    totals = [row for row in file_of(built_site, "data/totals.csv") if row["total_id"].startswith(f"{subject}:money:")]
    told = {f"{row['fund_source']}:{row['stage']}": Decimal(row["value"]) for row in totals if row["added"] != "0"}
    assert told and sums_of(money, subject) == told


def test_all_figures_of_a_county_with_their_evidence(walk):
    walk.click("#search-open")
    walk.page.locator(".search-dialog input").fill("乙县")
    walk.click(".search-dialog a[href$='places/990121.html']")
    name, content = walk.download("main .use a", "全部数字与来源")
    rows = rows_of(content)
    assert name == "990121.csv" and {"ta18.f01", "ta18.f05"} <= {row["claim_id"] for row in rows}
    assert all(row["as_printed"] and row["source"] and row["proof"] and row["record_url"] for row in rows)


def test_the_figures_of_the_county_with_most_of_them_are_all_in_its_sheet(real_walk, built_site):
    claims = file_of(built_site, "data/claims.csv")
    held = Counter(row["recipient_county_id"] for row in claims if row["recipient_county_id"])
    county = held.most_common(1)[0][0]
    own = {row["claim_id"]: row for row in claims if row["recipient_county_id"] == county}
    real_walk.search(next(iter(own.values()))["recipient_county"], f"places/{county}.html")
    name, content = real_walk.download("main .use a", "全部数字与来源")
    found = {row["claim_id"]: row for row in rows_of(content)}
    assert name == f"{county}.csv" and own.keys() <= found.keys()
    for key, row in own.items():
        assert all(found[key][column] == row[column] for column in ("value", "as_printed", "source", "section", "url"))


def test_one_figure_to_cite(walk, open_page):
    walk.search("甲县 乙县", "pairings/ew1-jia-yi.html")
    told = walk.cite("r-ta18-f01")
    assert told == (
        "“1200万元”，二.1。见：乙县办公室. 乙县与甲县协作工作总结（虚构样例）. 乙县办公室, 2018. "
        "账本记录：结对账本，第 0.1.0 版，https://tiny-ledger.example.org/sources/ta18.html#c-ta18-f01"
    )
    record = open_page(walk.page.url.partition("pairings/")[0] + told.rpartition("example.org/")[2])
    assert record.locator("#c-ta18-f01 .fig[popovertarget='r-ta18-f01'][data-value='12000000']").count() == 1


def test_a_figure_of_the_published_ledger_is_cited_as_its_row_tells(real_walk, built_site):
    rows = {row["claim_id"]: row for row in file_of(built_site, "api/v1/pairings/ew1-beijing-inner-mongolia.csv")}
    real_walk.search("北京 内蒙古", "pairings/ew1-beijing-inner-mongolia.html")
    target = real_walk.found("main .fig[popovertarget]", "").get_attribute("popovertarget")
    row = next(row for key, row in rows.items() if f"r-{key.replace('.', '-')}" == target)
    told = real_walk.cite(target)
    version = json.loads((built_site / "data/datapackage.json").read_text(encoding="utf-8"))["version"]
    parts = (f"“{row['as_printed']}”", row["section"], row["source"], row["record_url"], f"第 {version} 版")
    assert [part for part in parts if part not in told] == []


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


def test_the_three_lines_give_the_total_of_the_home_page(real_walk, built_site):
    real_walk.click(".md-tabs__link", "数据")
    real_walk.click("main .code-lines summary")
    code = real_walk.found("main .code-lines pre", "import pandas").inner_text()
    address = json.loads((built_site / "data/datapackage.json").read_text(encoding="utf-8"))["homepage"]
    found: dict = {}
    exec(code.replace(address, f"{built_site}/"), found)
    key = re.search(r'contains\("([^"]+)"', code)[1]
    told = {row["total_id"]: row["value"] for row in file_of(built_site, "data/totals.csv")}
    assert found["total"] == Decimal(told[key])


def test_what_is_not_known_of_a_province(walk):
    walk.click("a[href$='gaps.html']")
    walk.click("main a[href$='places/990000.html']")
    name, content = walk.download("main .use a[href*='gaps/']")
    rows = rows_of(content)
    own = {int(row["year"]): row["state"] for row in rows if row["subject_id"] == "990000"}
    assert name == "990000.csv" and (min(own), own[min(own)]) == (1996, "unknown")
    assert {row["subject_id"] for row in rows} >= {"990000", "ew1-jia-yi", "ew1-bing-yi"}


def test_what_is_not_known_of_a_province_is_what_the_table_of_gaps_tells(real_walk, built_site):
    real_walk.click("a[href$='gaps.html']")
    real_walk.click("main a[href$='places/520000.html']")
    name, content = real_walk.download("main .use a[href*='gaps/']")
    own = {row["year"]: row["state"] for row in rows_of(content) if row["subject_id"] == "520000"}
    told = {row["year"]: row["state"] for row in file_of(built_site, "data/gaps.csv")
            if (row["subject_kind"], row["subject_id"]) == ("place", "520000")}  # fmt: skip
    assert name == "520000.csv" and "unknown" in own.values() and own == told

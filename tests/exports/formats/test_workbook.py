"""The workbooks, read back by openpyxl."""

import io
import zipfile
from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import pytest
from openpyxl import load_workbook

from build_scripts.charts.model import Sketch
from build_scripts.exports import workbooks
from build_scripts.exports.formats.chart_workbooks import sketch_workbook
from build_scripts.exports.workbooks import Head, Properties, Sheet, workbook

SAID = Properties("题目", "结对账本", "CC-BY-4.0", "2026-01-02")


def read(content: bytes):
    return load_workbook(io.BytesIO(content))


def cells(sheet) -> list[list]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def row_of(sheet, key: str) -> dict:
    heads, *rows = cells(sheet)
    return dict(zip(heads, next(row for row in rows if row[0] == key), strict=True))


@pytest.fixture(scope="module")
def chinese(exported):
    return read(exported["data/pairing-ledger.xlsx"])


@pytest.fixture(scope="module")
def english(exported):
    return read(exported["data/pairing-ledger.en.xlsx"])


def test_the_claims_and_wide_tables_are_sheets_after_what_it_is_and_the_dictionary(chinese):
    assert chinese.sheetnames[:2] == ["说明", "字典"]
    assert {"claims", "projects", "pairings", "events", "places", "sources"} <= set(chinese.sheetnames)


def test_each_edition_has_one_row_of_titles_and_names_beside_codes_in_its_language(chinese, english):
    zh, en = row_of(chinese["claims"], "ta18.f05"), row_of(english["claims"], "ta18.f05")
    assert (zh["对象"], zh["阶段"], zh["阶段（名称）"]) == ("丁村茶园", "allocated", "安排")
    assert (en["About (English)"], en["Stage"]) == ("Ding Village tea garden", "allocated")
    assert en["Stage (name) (English)"] == "Allocated"
    assert not [title for title in zh if "（英文）" in title]


def test_the_titles_stay_in_view_and_carry_filters(chinese):
    sheet = chinese["claims"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:") and sheet.auto_filter.ref.endswith("32")


def test_numbers_are_numbers_ids_are_text_truths_are_truths_and_nothing_is_nothing(chinese):
    row = row_of(chinese["claims"], "ta18.f01")
    assert (row["数值"], row["计入合计"], row["项目编号"], row["帮扶方代码"]) == (12_000_000, True, None, "980121")


def test_the_address_of_a_document_can_be_followed(chinese):
    heads, *rows = chinese["sources"].iter_rows()
    place = [cell.value for cell in heads].index("网址")
    linked = [row[place] for row in rows if row[place].value]
    assert linked and all(cell.hyperlink and cell.hyperlink.target.startswith("http") for cell in linked)


def test_the_dictionary_words_every_code(chinese):
    rows = {(row[0], row[1]): row for row in cells(chinese["字典"])[1:]}
    assert rows["claims", "stage"][-1].startswith("budgeted = 计划; agreed = 签约")
    assert rows["claims", "claim_id"][4] is True


def test_the_properties_say_title_licence_version_and_day(chinese):
    said = chinese.properties
    assert (said.title, str(said.created)[:10]) == ("小账本", "2026-01-02")
    assert "CC-BY-4.0" in said.description and "0.1.0" in said.description


def test_text_that_looks_like_a_formula_stays_text():
    sheet = read(workbook([Sheet("s", [["=1+1"], ["<b>&\x01"]], [Head("a")])], SAID))["s"]
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [("=1+1", "s"), ("<b>&", "s")]


def test_a_decimal_keeps_its_digits():
    sheet = read(workbook([Sheet("s", [[Decimal("1E+10")], [Decimal("33.30")]], [Head("n")])], SAID))["s"]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == [10_000_000_000, 33.3]


def test_the_same_rows_give_the_same_bytes_with_the_same_dates():
    content = workbook([Sheet("a", [[1]], [Head("x")])], SAID)
    assert content == workbook([Sheet("a", [[1]], [Head("x")])], SAID)
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_chart_gives_its_rows_with_the_claims_behind_them(tiny_package):
    row = ("2018", Decimal(12_000_000), "1,200 万元", ("ta18.f01", "tc21.f01"), "2018\n年")
    data = pd.DataFrame([row], columns=["year", "amount", "figure", "claims", "lines"], dtype=object)
    sketch = Sketch("money", "zh", "题目", "说明", "问题", data, {"year": "年份", "figure": "金额"})
    edition = SimpleNamespace(package=tiny_package, address="https://example.org/", modified="2026-01-02")
    book = read(sketch_workbook(sketch, edition))
    assert cells(book["数据"]) == [
        ["年份", "数值", "金额", "记录编号"], ["2018", 12_000_000, "1,200 万元", "ta18.f01 tc21.f01"],
    ]  # fmt: skip
    assert cells(book["说明"])[0] == ["题目"]


def test_a_workbook_of_many_rows_says_the_same_and_is_the_same_at_every_run(monkeypatch):
    """Its texts stand in their cells instead of in one list, which would have to stay in memory."""
    rows = [["甲县", Decimal("1.5"), "https://news.example.org/1", "=1+1"], ["乙县", 2, None, "甲县"]]
    sheets = [Sheet("a", rows, [Head("name"), Head("n"), Head("url", is_link=True), Head("x")]), Sheet("b", [["丙"]])]
    few = read(workbook(sheets, SAID))
    monkeypatch.setattr(workbooks, "MANY_ROWS", 2)
    content = workbook(sheets, SAID)
    many = read(content)
    for name in ("a", "b"):
        assert [[c.value for c in row] for row in many[name]] == [[c.value for c in row] for row in few[name]]
    assert many["a"]["C2"].hyperlink.target == "https://news.example.org/1"
    assert many["a"]["D2"].data_type in ("s", "inlineStr") and many["a"].auto_filter.ref == few["a"].auto_filter.ref
    assert "xl/sharedStrings.xml" not in zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert content == workbook(sheets, SAID)

"""The workbooks, read back by openpyxl."""

import io
import zipfile
from decimal import Decimal

import altair as alt
import pytest
from openpyxl import load_workbook

from build_scripts.charts.model import Cell, Sketch
from build_scripts.exports.formats.chart_workbooks import sketch_workbook
from build_scripts.exports.xlsx import Sheet, column_name, workbook


def read(content: bytes):
    return load_workbook(io.BytesIO(content))


def cells(sheet) -> list[list]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.fixture(scope="module")
def book(exported):
    return read(exported["data/pairing-ledger.xlsx"])


def test_there_is_a_sheet_a_table_after_what_it_is_and_the_dictionary(book, tiny_package):
    assert book.sheetnames == ["about", "dictionary", *tiny_package.schemas]


def test_the_head_has_titles_in_both_languages_above_the_names_of_the_columns(book):
    titles, names, first = cells(book["funds"])[:3]
    assert (titles[0], names[0], first[0]) == ("资金编号 Fund id", "fund_id", "ta18.f01")
    assert book["funds"].freeze_panes == "A3"


def test_numbers_are_numbers_truths_are_truths_and_nothing_is_nothing(book):
    row = dict(zip(*cells(book["funds"])[1:3], strict=True))
    assert (row["amount"], row["in_totals"], row["project_id"]) == (12_000_000, True, None)


def test_text_that_looks_like_a_formula_stays_text():
    sheet = read(workbook([Sheet("s", [["a"], ["=1+1"], ["<b>&\x01"]])]))["s"]
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [("=1+1", "s"), ("<b>&", "s")]


def test_the_dictionary_words_every_code(book):
    rows = {(row[0], row[1]): row for row in cells(book["dictionary"])[1:]}
    assert rows["funds", "stage"][-1].startswith("budgeted = 预算、规划 / Budgeted; agreed = 协议 / Agreed")
    assert rows["funds", "fund_id"][5] is True


def test_a_decimal_keeps_its_digits():
    sheet = read(workbook([Sheet("s", [["n"], [Decimal("1E+10")], [Decimal("33.30")]])]))["s"]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == [10_000_000_000, 33.3]


def test_the_same_rows_give_the_same_bytes_with_the_same_dates():
    content = workbook([Sheet("a", [["x"], [1]])])
    assert content == workbook([Sheet("a", [["x"], [1]])])
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_more_rows_than_the_format_holds_are_refused():
    with pytest.raises(ValueError, match="1048577 rows"):
        workbook([Sheet("s", [[1]] * 1_048_577)])


def test_columns_are_named_as_spreadsheets_do():
    assert [column_name(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_chart_gives_its_rows_with_the_claims_behind_them(tiny_package):
    rows = ((Cell("2018"), Cell("1,200 万元", ("ta18.f01", "tc21.f01"), Decimal(12_000_000))),)
    sketch = Sketch("money", "zh", "题目", "说明", "问题", ("年份", "金额"), rows, alt.Chart())
    book = read(sketch_workbook(sketch, tiny_package))
    assert cells(book["数据"]) == [["年份", "金额", "依据（编号）"], ["2018", 12_000_000, "ta18.f01 tc21.f01"]]
    assert cells(book["说明"])[0] == ["题目"]

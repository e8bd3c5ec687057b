"""The workbook for filling in: it says what to write, and what is chosen is chosen from lists."""

import io

import pytest
from openpyxl import load_workbook

from build_scripts.__main__ import main
from build_scripts.exports.template import EXAMPLE, HEADER, template
from build_scripts.labels.choices import finder, folded, row_choices


@pytest.fixture(scope="module")
def book(tiny_package, tiny_tables):
    return load_workbook(io.BytesIO(template(tiny_package, tiny_tables, "zh", ("funds", "observations"))))


def row(sheet, at: int) -> list:
    return [cell.value for cell in sheet[at + 1]]


def test_it_explains_itself_and_has_a_sheet_a_table(book):
    assert book.sheetnames == ["怎样填", "资金", "成效与其他数字", "选项"]
    assert book["怎样填"]["A1"].value == "《结对账本》填写表"


def test_a_header_is_the_title_and_the_name_of_its_column(book, tiny_package):
    assert row(book["资金"], HEADER)[:2] == ["资金编号 fund_id", "结对 pairing_id"]
    assert [cell.split()[-1] for cell in row(book["资金"], HEADER)] == tiny_package.columns("funds")


def test_the_example_is_a_row_of_the_ledger_as_a_person_would_write_it(book):
    shown = dict(zip(row(book["资金"], HEADER), row(book["资金"], EXAMPLE), strict=True))
    assert shown["资金编号 fund_id"] == "示例"
    assert shown["结对 pairing_id"] == "甲县 → 乙县 ew1-jia-yi"
    assert shown["阶段 stage"] == "安排 allocated"
    assert shown["计入合计 in_totals"] == "是 true"


def test_every_cell_below_is_text_and_codes_are_lists(book):
    sheet = book["资金"]
    assert sheet.column_dimensions["A"].number_format == "@"
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    place = next(formula for at, formula in lists.items() if at.startswith("M5"))  # stage
    at = place.rpartition("$")[0].split("!")[1].split("$")[1]
    assert [cell.value for cell in book["选项"][at]][:7] == [
        "funds.stage", "计划 budgeted", "签约 agreed", "安排 allocated", "拨付 disbursed", "到位 received",
        "使用 spent",
    ]  # fmt: skip


def test_the_same_ledger_gives_the_same_bytes(tiny_package, tiny_tables):
    once, again = (template(tiny_package, tiny_tables, "en", ("events",)) for _ in range(2))
    assert once == again


def test_a_place_is_found_by_its_name_alone_and_by_its_alias(tiny_package, tiny_tables):
    found = finder(row_choices(tiny_package, tiny_tables, "places"))
    assert [c.key for c in found[folded("甲县")]] == ["980121"]
    assert [c.key for c in found[folded("甲城")]] == ["980121"]
    assert [c.key for c in found[folded("甲省 甲县 980121")]] == ["980121"]


def test_an_arrow_may_be_written_in_any_way(tiny_package, tiny_tables):
    found = finder(row_choices(tiny_package, tiny_tables, "pairings"))
    assert [c.key for c in found[folded("甲县->乙县")]] == ["ew1-jia-yi"]


def test_an_unknown_table_is_named_with_those_there_are(tiny_root, tmp_path, capsys):
    arguments = ["--root", str(tiny_root), "--table", "money", "-o", str(tmp_path / "a.xlsx")]
    assert main(["template", *arguments]) == 1
    assert "没有“money”这张表；有的是：places, organisations" in capsys.readouterr().err
    assert main(["template", *arguments[:2], "-o", str(tmp_path / "a.xlsx")]) == 0

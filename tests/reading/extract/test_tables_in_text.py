"""Tables inside a text."""

from __future__ import annotations

import pytest

from build_scripts.reading.extract.files import read_document

HEAD = ["县", "财政资金（万元）", "选派干部（人）", "项目数"]
ROWS = [["石桥县", "1,200", "3", "12"], ["云岭县", "800.5", "2", "7"]]


def table(divider: str) -> str:
    return "\n".join(divider.join(row) for row in [HEAD, *ROWS]) + "\n"


@pytest.mark.parametrize("divider", ["\t", " | ", "   ", "\u3000"])
def test_a_cell_has_the_unit_of_its_head(read, divider):
    rows = read(table(divider))
    assert [(d.as_printed, d.value, d.unit) for d in rows] == [
        ("1,200", "12000000", "元"),
        ("3", "3", "人"),
        ("12", "12", ""),
        ("800.5", "8005000", "元"),
        ("2", "2", "人"),
        ("7", "7", ""),
    ]
    assert [d.measure_id or d.fund_source for d in rows[:3]] == [
        "fiscal_assistance",
        "officials_to_recipient",
        "projects_count",
    ]


def test_the_unit_above_a_table_is_that_of_its_money(read):
    rows = read("2022年资金情况\n单位：万元\n季度  到位资金  培训人次\n一季度  300  35\n二季度  200  12\n")
    assert [(d.value, d.unit, d.period) for d in rows] == [
        ("3000000", "元", "2022-01/2022-03"),
        ("35", "人次", "2022-01/2022-03"),
        ("2000000", "元", "2022-04/2022-06"),
        ("12", "人次", "2022-04/2022-06"),
    ]


def test_a_serial_number_is_no_figure(read):
    rows = read("序号  项目  投资（万元）\n1  茶园  35\n2  道路  12\n")
    assert [d.as_printed for d in rows] == ["35", "12"]


def test_a_sentence_is_no_table(read):
    assert [d.as_printed for d in read("共有  12个村，  300户，  900人。")] == ["12个", "300户", "900人"]


def test_a_table_of_a_page_keeps_its_columns_where_a_cell_is_blank(read, tmp_path):
    page = "<html><body><p>单位：万元、户</p><table><tr><th>项目</th><th>地点</th><th>总投资</th><th>受益户</th></tr>"
    page += "<tr><td>茶园</td><td></td><td>350.5</td><td>12</td></tr></table></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    rows = read(read_document(tmp_path / "a.html"))
    assert [(d.as_printed, d.value, d.unit) for d in rows] == [("350.5", "3505000", "元"), ("12", "12", "户")]


def test_a_table_drawn_with_boxes_is_a_table(read):
    text = "表1（金额单位：万元）\n┌───┬───┬───┐\n│ 季度 │ 拨付资金 │ 就业（人）│\n├───┼───┼───┤\n"
    text += "│ 一季度 │ 6,210 │ 105 │\n└───┴───┴───┘\n"
    rows = read(text, "2022年通报")
    assert [(d.value, d.unit, d.period) for d in rows] == [
        ("62100000", "元", "2022-01/2022-03"),
        ("105", "人", "2022-01/2022-03"),
    ]


def test_a_shorter_row_is_read_by_where_its_cells_are_shown(read):
    text = "项目            投资（万元）    受益户（户）\n"
    text += "茶园            35              12\n道路                            8\n"
    assert [(d.as_printed, d.unit) for d in read(text)] == [("35", "元"), ("12", "户"), ("8", "户")]


def test_a_table_in_english_has_the_scale_of_its_head(read):
    text = "Pair            Received (RMB million)    Projects\nA and B         312.5                     96\n"
    assert [(d.value, d.unit) for d in read(text)] == [("312500000", "元"), ("96", "projects")]


def test_a_numeral_in_the_label_of_a_row_is_no_figure(read):
    assert [d.as_printed for d in read("项目  投资（万元）  受益户（户）\n棚圈（二期）  35  12\n")] == ["35", "12"]

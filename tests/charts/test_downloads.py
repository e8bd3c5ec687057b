import csv
import io
import xml.etree.ElementTree as ET
from decimal import Decimal, InvalidOperation
from types import SimpleNamespace

import pandas as pd
import pytest
from openpyxl import load_workbook

from build_scripts.charts.model import Sketch
from build_scripts.exports.formats.chart_workbooks import sketch_workbook
from build_scripts.exports.formats.charts import chart_files, full_spec, table_csv, titles
from build_scripts.pages.chart_files import chart_of


@pytest.fixture
def drawing(tiny_drawings):
    return tiny_drawings["money-by-stage.ew1-jia-yi", "zh"]


def sketch(*rows):
    data = pd.DataFrame(rows, columns=["what", "amount", "figure", "claims", "lines"], dtype=object)
    return Sketch("a", "zh", "标题", "说明", "问题", data, {"what": "项目", "figure": "金额"})


def cells(*rows):
    return list(csv.reader(io.StringIO(table_csv(sketch(*rows)))))


def test_a_chart_comes_as_five_files(drawing):
    stem = "charts/zh/money-by-stage.ew1-jia-yi"
    assert list(chart_files(drawing)) == [f"{stem}.{end}" for end in ("svg", "png", "csv", "vl.json", "vg.json")]


def test_the_table_has_the_bare_value_beside_the_figure_and_the_claims_behind_it():
    assert cells(("到位", Decimal("12000000"), "1,200 万元", ("ta18.f01", "ta18.f02"), "到\n位")) == [
        ["项目", "数值", "金额", "记录编号"],  # what only helps the drawing is left out
        ["到位", "12000000", "1,200 万元", "ta18.f01 ta18.f02"],
    ]


def test_a_spreadsheet_knows_the_table_for_utf_8(drawing):
    content = chart_files(drawing)["charts/zh/money-by-stage.ew1-jia-yi.csv"]
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\xef\xbb\xbf") == 1


def test_no_cell_is_a_formula_for_a_spreadsheet():
    made = cells(("=cmd|' /C calc'!A0", None, "+1", (), ""), ("-5 岁", None, "@SUM(A1)", (), ""))
    assert [cell[0] for row in made[1:] for cell in (row[0], row[2])] == ["'"] * 4


def held(value: object) -> str:
    """A cell as text, whatever holds it: the ids of a tuple parted by spaces, a number without trailing zeros."""
    text = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def test_csv_workbook_specification_and_page_hold_the_same_rows(tiny_drawings, tiny_package):
    """Files for people hold every column that has a title; the specification holds what places the marks too."""
    edition = SimpleNamespace(package=tiny_package, modified="2022-01-01")
    for (name, _), drawing in tiny_drawings.items():
        sketch, columns = drawing.sketch, titles(drawing.sketch)
        rows = [[held(value) for value in row] for row in sketch.data[list(columns)].itertuples(index=False)]
        head, *printed = csv.reader(io.StringIO(table_csv(sketch)))
        sheet = load_workbook(io.BytesIO(sketch_workbook(sketch, edition))).worksheets[0]
        records = [row for each in full_spec(drawing)["datasets"].values() for row in each if "claims" in row]
        assert head == list(columns.values()) and {"addresses", "claims", "proof", "sources", "subject"} <= set(columns)
        assert [[held(cell) for cell in row] for row in printed] == rows, name
        assert [[held(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)] == rows, name
        assert sorted([held(row[column]) for column in columns] for row in records) == sorted(rows), name
        assert len(chart_of(drawing).rows) == len(rows) and set(sketch.columns) <= set(columns)


def test_a_negative_value_stays_a_number():
    assert cells(("差", Decimal(-5), "-5 户", ("a",), ""))[1][1] == "-5"


def test_the_kept_svg_is_well_formed_and_names_its_size(drawing):
    root = ET.fromstring(chart_files(drawing)["charts/zh/money-by-stage.ew1-jia-yi.svg"])
    assert root.get("width") == "800" and root.get("viewBox").startswith("0 0 800 ")

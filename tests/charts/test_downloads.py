import csv
import io
import xml.etree.ElementTree as ET
from decimal import Decimal

import pandas as pd
import pytest

from build_scripts.charts.model import Sketch
from build_scripts.exports.formats.charts import chart_files, table_csv


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


def test_no_cell_is_a_formula_for_a_spreadsheet():
    made = cells(("=cmd|' /C calc'!A0", None, "+1", (), ""), ("-5 岁", None, "@SUM(A1)", (), ""))
    assert [cell[0] for row in made[1:] for cell in (row[0], row[2])] == ["'"] * 4


def test_a_negative_value_stays_a_number():
    assert cells(("差", Decimal(-5), "-5 户", ("a",), ""))[1][1] == "-5"


def test_the_kept_svg_is_well_formed_and_names_its_size(drawing):
    root = ET.fromstring(chart_files(drawing)["charts/zh/money-by-stage.ew1-jia-yi.svg"])
    assert root.get("width") == "800" and root.get("viewBox").startswith("0 0 800 ")

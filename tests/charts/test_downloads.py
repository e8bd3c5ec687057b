import csv
import io
import json
from decimal import Decimal

import pytest

from build_scripts.charts.convert import register_fonts
from build_scripts.charts.downloads import chart_files, table_csv
from build_scripts.charts.draw import draw_charts
from build_scripts.charts.model import Cell, Sketch
from build_scripts.charts.picture import box, paint


@pytest.fixture(scope="module")
def drawing(tiny_views, tiny_words):
    return draw_charts(tiny_views, tiny_words, None)["money-by-stage.ew1-jia-yi", "zh"]


def sketch(*rows):
    return Sketch(
        "a", "zh", "标题", "说明", "问题", ("项目", "金额"), rows, paint([box(0, 0, 9, 9, "provider")], 20)
    )


def test_a_chart_comes_as_four_files(drawing):
    stem = "charts/zh/money-by-stage.ew1-jia-yi"
    assert list(chart_files(drawing)) == [f"{stem}.svg", f"{stem}.png", f"{stem}.csv", f"{stem}.vl.json"]


def test_the_table_has_bare_values_beside_the_figures_and_the_claims_behind_them():
    cells = (Cell("到位"), Cell("1,200 万元", ("ta18.f01",), Decimal("12000000")))
    assert table_csv(
        sketch(cells)
    ) == "项目,金额（数值）,金额,记录编号\n到位,12000000,1\u202f200 万元,ta18.f01\n".replace(
        "1\u202f200 万元", '"1,200 万元"'
    )


def test_no_cell_is_a_formula_for_a_spreadsheet():
    text = table_csv(
        sketch((Cell("=cmd|' /C calc'!A0"), Cell("+1", (), "x")), (Cell("-5 岁"), Cell("@SUM(A1)")))
    )
    assert [cell[0] for row in list(csv.reader(io.StringIO(text)))[1:] for cell in row[:2]] == ["'"] * 4


def test_a_negative_value_stays_a_number():
    text = table_csv(sketch((Cell("差"), Cell("-5 户", ("a",), Decimal(-5)))))
    assert list(csv.reader(io.StringIO(text)))[1][1] == "-5"


def test_the_specification_stands_alone_and_draws_title_and_source(drawing):
    import vl_convert

    spec = json.loads(chart_files(drawing)["charts/zh/money-by-stage.ew1-jia-yi.vl.json"])
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    assert (
        "".join(spec["title"]["text"]) == drawing.sketch.title
        and spec["usermeta"]["question"] == drawing.sketch.question
    )
    register_fonts()
    svg = vl_convert.vegalite_to_svg(spec)
    assert all(line in svg for line in spec["title"]["text"]) and "结对账本" in svg


def test_the_kept_svg_is_well_formed_and_names_its_size(drawing):
    import xml.etree.ElementTree as ET

    root = ET.fromstring(chart_files(drawing)["charts/zh/money-by-stage.ew1-jia-yi.svg"])
    assert root.get("width") == "432" and root.get("viewBox").startswith("0 0 432 ")

"""The live view of a chart: every mark quotes the row of the table that it stands for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.charts.draw import all_sketches, spec_of
from build_scripts.charts.live import live_files, live_spec
from build_scripts.charts.live_rows import PLACED, rows_of_marks
from build_scripts.charts.model import Cell, Drawing, Sketch
from build_scripts.charts.picture import box, paint, words
from build_scripts.ledger.package import open_package

NAME = "money-by-stage.ew1-jia-yi"
PACKAGE = open_package(Path(__file__).parents[2])


def drawing_of(sketch):
    return Drawing(sketch, "", b"", spec_of(sketch))


def sketch_of(marks, *rows, header=("项目", "金额")):
    return Sketch("a", "zh", "标题", "说明", "问题", header, rows, paint(marks, 90))


def quoted(sketch):
    """Returns the rows each mark stands for, in the order of the marks."""
    marked = rows_of_marks(sketch, spec_of(sketch)["datasets"], PACKAGE)
    return [[marked.rows[row] for row in marked.stands_for[number]] for number in marked.numbers.values()]


@pytest.fixture(scope="module")
def tiny_sketches(tiny_views, tiny_words):
    return all_sketches(tiny_views, tiny_words)


@pytest.fixture(scope="module")
def real_sketches(real_views, real_words):
    return all_sketches(real_views, real_words)


def test_a_mark_that_no_row_says_stops_the_build():
    sketch = sketch_of([box(0, 0, 9, 9, "provider", data={"label": "乙"})], (Cell("甲"), Cell("1 元")))
    with pytest.raises(ValueError, match="no row of the table holds {'label': '乙'}"):
        quoted(sketch)


def test_a_mark_stands_for_the_row_that_holds_all_it_says():
    rows = ((Cell("甲"), Cell("1 元", ("c1",), 1)), (Cell("甲"), Cell("2 元", ("c2",), 2)))
    marks = [box(0, 0, 9, 9, "provider", data={"label": "甲", "value": 2.0})]
    assert quoted(sketch_of(marks, *rows)) == [[["甲", "2 元"]]]
    marks = [box(0, 0, 9, 9, "provider", data={"claim": "c1"})]
    assert quoted(sketch_of(marks, *rows)) == [[["甲", "1 元"]]]


def test_a_code_is_read_in_the_list_of_its_own_column():
    rows = ((Cell("跨级"), Cell("3")), (Cell("数项并提"), Cell("3")))
    marks = [box(0, 0, 9, 9, "provider", data={"level": "mixed"})]
    assert quoted(sketch_of(marks, *rows)) == [[["跨级", "3"]]]


def test_marks_of_equal_words_and_figures_stand_for_equal_rows_in_turn():
    rows = ((Cell("上"), Cell("1 元", (), 1)), (Cell("下"), Cell("1 元", (), 1)))
    marks = [box(0, y, 9, 9, "provider", data={"value": 1.0}) for y in (0, 20)]
    assert quoted(sketch_of(marks, *rows)) == [[["上", "1 元"]], [["下", "1 元"]]]


def test_a_year_without_a_figure_says_so_and_quotes_no_sum_of_years():
    rows = ((Cell("1996–2000 年", (), "1996/2000"), Cell("5 元", ("c",), 5)),)
    marks = [box(0, 0, 9, 9, "unknown", data={"year": 1997})]
    assert quoted(sketch_of(marks, *rows)) == [[["1997\xa0年", "未印出"]]]


def test_every_mark_of_the_real_charts_quotes_a_row(real_sketches):
    for sketch in real_sketches.values():
        datasets = spec_of(sketch)["datasets"]
        marked = rows_of_marks(sketch, datasets, PACKAGE)
        saying = [row for rows in datasets.values() for row in rows if set(row) - PLACED]
        assert len(marked.numbers) == len(saying) > 0, sketch.name


def test_a_figure_of_money_is_quoted_from_one_row(real_sketches):
    families = ("money-by-", "parts.", "causes-", "planned-", "pairings-by-", "project-status", "people-by-", "known-")
    for sketch in real_sketches.values():
        if sketch.name.startswith(families):
            stands_for = rows_of_marks(sketch, spec_of(sketch)["datasets"], PACKAGE).stands_for
            assert max(map(len, stands_for)) == 1, sketch.name


def test_the_specification_names_roles_and_no_colours(tiny_sketches):
    spec = live_spec(drawing_of(tiny_sketches[NAME, "zh"]), PACKAGE)
    colours = {row["colour"] for source in spec["data"] for row in source["values"] if "colour" in row}
    assert colours == {"ink", "muted", "rule", "axis", "provider", "c4"}
    text = json.dumps({key: spec[key] for key in ("data", "marks")})
    assert '"#' not in text and "description" not in text
    assert '"fills[datum.colour]"' in text and '"inks[datum.colour]"' in text


def test_a_chart_has_one_live_file_with_its_table(tiny_sketches):
    ((path, content),) = live_files(drawing_of(tiny_sketches[NAME, "en"]), PACKAGE).items()
    assert path == f"charts/en/{NAME}.vg.json"
    table = json.loads(content)["usermeta"]
    assert table["header"] == ["Money", "Stage", "Total"]
    assert table["rows"][1] == ["Assistance", "Received", "CNY\xa012\xa0million"]
    assert table["marks"] == [[0], [1], [2]]


def test_what_answers_to_a_finger_is_at_least_24_pixels_wide_and_high(tiny_sketches):
    spec = live_spec(drawing_of(tiny_sketches[NAME, "zh"]), PACKAGE)
    boxes = next(source["values"] for source in spec["data"] if source["name"] == "boxes")
    assert len(boxes) == 3
    assert all(b["x2"] - b["x"] >= 24 and b["y2"] - b["y"] >= 24 for b in boxes)


def test_light_words_on_a_dark_box_take_the_ink_where_the_box_fades():
    marks = [box(0, 0, 40, 30, "heat-5", data={"label": "甲"}), words(20, 18, "9", "paper"), words(60, 18, "甲")]
    spec = live_spec(drawing_of(sketch_of(marks, (Cell("甲"), Cell("9")))), PACKAGE)
    said = {row["words"]: row.get("under") for source in spec["data"] for row in source["values"] if "words" in row}
    assert said == {"9": 0, "甲": None}
    fill = next(mark["encode"]["update"]["fill"] for mark in spec["marks"] if mark["type"] == "text")
    assert fill["signal"].startswith("lit && isValid(datum.under) && !lit[datum.under] ? inks.ink")


def test_the_height_is_that_of_the_chart_and_charts_of_one_kind_do_not_share_their_data(tiny_sketches):
    sketch = tiny_sketches[NAME, "zh"]
    taller = drawing_of(replace(sketch, chart=paint([box(0, 0, 9, 9, "provider")], 333)))
    before = live_spec(drawing_of(sketch), PACKAGE)
    assert live_spec(taller, PACKAGE)["height"] == 333 != before["height"]
    assert live_spec(drawing_of(sketch), PACKAGE) == before

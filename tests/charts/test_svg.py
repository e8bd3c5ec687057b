import re

import pytest

from build_scripts.charts.convert import draw_one
from build_scripts.charts.draw import job_of, spec_of
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, box, dot, line, paint, words
from build_scripts.charts.style import ROLES
from build_scripts.charts.svg import Frame, UnknownColour, kept_svg, page_svg

FRAME = Frame("parts.a-1", "zh", "标题 <甲>", "说明 & 乙", "来源")
BAND = Mark("band", 0, 0, role="provider", opacity=0.5, points=((0, 1, 9), (50, 2, 8), (90, 3, 9)))
MARKS = [
    line(0, 30, 400, 30),
    BAND,
    box(0, 10, 60, 9, "provider"),
    box(70, 10, 60, 9, "unknown"),
    dot(200, 20, "vermilion", "▲"),
    words(0, 60, "甲县 < 乙县"),
    words(400, 60, "460.1 万元", align="right"),
]


def drawn(marks=MARKS, name="parts.a-1"):
    sketch = Sketch(name, "zh", "标题 <甲>", "说明 & 乙", "问题", (), (), paint(marks, 80))
    return draw_one(job_of(sketch, spec_of(sketch)))


def test_a_chart_on_a_page_has_no_colour_style_or_fixed_size():
    svg = drawn()["svg"]
    assert not re.search(r"#[0-9a-f]{6}|style|<script|\bwidth=\"\d{3}|font-family|clip-path|href", svg)
    assert 'viewBox="0 0 400 80"' in svg


def test_each_colour_becomes_the_class_of_its_role():
    svg = drawn()["svg"]
    for name in ("fill-provider", "fill-vermilion", "fill-ink", "stroke-rule"):
        assert f'"{name}"' in svg


def test_unknown_is_hatched_with_a_pattern_of_the_charts_own():
    svg = drawn()["svg"]
    assert '<pattern id="ch-parts-a-1-zh"' in svg and 'fill="url(#ch-parts-a-1-zh)"' in svg


def test_ids_of_two_charts_on_a_page_never_meet():
    ids = [set(re.findall(r'id="([^"]+)"', drawn(name=name)["svg"])) for name in ("parts.a-1", "parts.a-2")]
    assert ids[0] and ids[0].isdisjoint(ids[1])


def test_a_reader_who_cannot_see_gets_title_and_description():
    svg = drawn()["svg"]
    assert 'role="img"' in svg and 'aria-labelledby="ct-parts-a-1-zh cd-parts-a-1-zh"' in svg
    assert "<title" in svg and "标题 &lt;甲&gt;</title>" in svg and "说明 &amp; 乙</desc>" in svg


def test_a_kept_chart_stands_alone_on_paper_with_title_and_source():
    kept = drawn()["kept"]
    assert f'fill="{ROLES["paper"]}"' in kept and "class=" not in kept
    assert kept.count("标题 &lt;甲&gt;") == 2 and "结对账本" in kept and "Ledger Chart Sans" in kept


def test_a_colour_that_is_no_role_is_refused():
    raw = '<svg width="10" height="10"><g><path d="M0,0h5" fill="#123456"/></g></svg>'
    with pytest.raises(UnknownColour, match="parts.a-1: fill #123456"):
        page_svg(raw.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'), FRAME)


def test_a_long_title_takes_several_lines_and_pushes_the_chart_down():
    raw = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"></svg>'
    heights = [
        int(re.search(r'height="(\d+)"', kept_svg(raw, Frame("a", "zh", title, "", "来源")))[1])
        for title in ("甲", "甲" * 60)
    ]
    assert heights[1] - heights[0] == 46  # two more lines


def test_every_role_has_a_colour_of_its_own():
    assert len(set(ROLES.values())) == len(ROLES)

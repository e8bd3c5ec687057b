import re

import altair as alt
import pandas as pd
import pytest
import vl_convert

from build_scripts.charts.encodings import colours, inline
from build_scripts.charts.svg import Frame, UnknownColour, kept_svg, page_svg
from build_scripts.charts.theme import NARROW, ROLES

FRAME = Frame("parts.a-1", "zh", "标题 <甲>", "说明 & 乙", "甲县，2018 年", "来源：账本")
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="80">{}</svg>'


def raw() -> str:
    """A chart of two bars, one of them unknown, with an axis and words."""
    data = pd.DataFrame({"what": ["甲县 < 乙县", "丙"], "n": [4.0, 2.0], "kind": ["provider", "unknown"]})
    color = alt.Color("kind:N", scale=colours({"provider": "provider", "unknown": "unknown"}))
    chart = alt.Chart(inline(data), width=300).mark_bar().encode(x=alt.X("n:Q"), y=alt.Y("what:N"), color=color)
    return vl_convert.vegalite_to_svg(chart.to_dict())


def drawn(name: str = "parts.a-1") -> str:
    return page_svg(raw(), Frame(name, *[""] * 5), NARROW)


def test_a_chart_on_a_page_has_no_colour_style_or_fixed_size():
    assert not re.search(r"#[0-9a-f]{6}|style|<script|\bwidth=\"\d{3}|font-family|clip-path|href", drawn())


def test_each_colour_becomes_the_class_of_its_role():
    for name in ("fill-provider", "fill-muted", "stroke-axis"):
        assert f'"{name}"' in drawn()


def test_unknown_is_hatched_with_a_pattern_of_the_charts_own():
    svg = drawn()
    assert '<pattern id="ch-parts-a-1--360"' in svg and svg.count('fill="url(#ch-parts-a-1--360)"') == 2  # bar and key


def test_ids_of_two_charts_on_a_page_never_meet():
    ids = [set(re.findall(r'id="([^"]+)"', drawn(name))) for name in ("parts.a-1", "parts.a-2")]
    assert ids[0] and ids[0].isdisjoint(ids[1])


def test_a_kept_chart_stands_alone_on_paper_with_title_scope_and_source():
    kept = kept_svg(raw(), FRAME)
    assert f'fill="{ROLES["paper"]}"' in kept and "class=" not in kept
    assert kept.count("标题 &lt;甲&gt;") == 2 and "甲县，2018 年" in kept
    assert "来源：账本" in kept and "Ledger Chart Sans" in kept


def test_a_colour_that_is_no_role_is_refused():
    with pytest.raises(UnknownColour, match="parts.a-1: fill #123456"):
        page_svg(EMPTY.format('<g><path d="M0,0h5" fill="#123456"/></g>'), FRAME, NARROW)


def test_groups_move_what_they_hold_and_lines_of_text_stay_apart():
    lines = '<tspan>甲</tspan><tspan x="0" dy="17">乙</tspan></text></g>'
    text = f'<g transform="translate(5,7)"><text fill="#1f2328">{lines}'
    svg = page_svg(EMPTY.format(text), FRAME, NARROW)
    assert f'<g transform="translate(5,7)"><text class="fill-ink">{lines}' in svg


def test_a_long_title_takes_several_lines_and_pushes_the_chart_down():
    heights = [
        int(re.search(r'height="(\d+)"', kept_svg(EMPTY.format(""), Frame("a", "zh", title, "", "", "来源")))[1])
        for title in ("甲", "甲" * 60)
    ]
    assert heights[1] - heights[0] == 29  # one more line


def test_no_title_scope_or_source_is_cut():
    frame = Frame("a", "zh", "甲" * 200, "", "乙" * 200, "丙" * 300)
    kept = kept_svg(EMPTY.format(""), frame)
    assert [kept.count(letter) for letter in "乙丙"] == [200, 300] and kept.count("甲") == 400  # also as its name
    assert "…" not in kept


def test_every_role_has_a_colour_of_its_own():
    assert len(set(ROLES.values())) == len(ROLES)

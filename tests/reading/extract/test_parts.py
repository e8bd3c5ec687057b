"""Parts and wholes, sums, repeats and contradictions."""

from __future__ import annotations


def links(rows):
    starts = {d.start: d.as_printed for d in rows}
    return {d.as_printed: starts[d.part_of] for d in rows if d.part_of is not None}


def test_a_figure_of_another_unit_is_no_part(read):
    assert links(read("实施项目12个，其中资金3000万元。")) == {}


def test_a_figure_after_a_closed_bracket_is_no_part(read):
    assert links(read("组织79名群众（其中贫困人口60名），聘请教师5名。")) == {"60名": "79名"}


def test_parts_follow_the_word_and_their_sum_is_checked(read):
    rows = read("实施项目12个，资金3000万元，其中产业项目8个，资金2000万元；基础设施项目4个，资金1000万元。")
    assert links(rows) == {"8个": "12个", "2000万元": "3000万元", "4个": "12个", "1000万元": "3000万元"}
    assert [d.sum_checked for d in rows if d.sum_checked] == ["8 + 4 = 12", "20000000 + 10000000 = 30000000"]


def test_parts_that_do_not_add_up_are_shown_so(read):
    (whole, *_) = read("共300人，其中男性180人、女性110人。")
    assert whole.sum_checked == "180 + 110 < 300"


def test_figures_that_add_up_are_parts_without_the_word(read):
    assert links(read("互访26批：来访22批，出访4批。")) == {"22批": "26批", "4批": "26批"}


def test_a_repeat_and_a_contradiction_point_at_the_first(read):
    rows = read("争取专项扶持资金1000万元。\n\n争取专项扶持资金1000万元。\n\n争取专项扶持资金900万元。")
    assert [(d.repeats, d.contradicts) for d in rows] == [(None, None), (rows[0].start, None), (None, rows[0].start)]

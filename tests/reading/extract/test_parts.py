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


def test_figures_in_brackets_are_parts_of_the_figure_before_them(read):
    rows = read("选派专业技术人才40名（教师24名、医生12名、农技4名）。")
    assert links(rows) == {"24名": "40名", "12名": "40名", "4名": "40名"}


def test_parts_never_come_to_more_than_their_whole(read):
    assert links(read("务工300人，其中脱贫人口200人；县内就业1000人。")) == {"200人": "300人"}


def test_a_cell_is_part_of_the_total_of_its_column(read):
    rows = read("项目  资金（万元）  受益户（户）\n茶园  35  12\n道路  12  8\n合计  47  20\n")
    starts = {d.start: d.as_printed for d in rows}
    assert [(d.as_printed, starts[d.part_of]) for d in rows if d.part_of] == [
        ("35", "47"),
        ("12", "20"),
        ("12", "47"),
        ("8", "20"),
    ]
    assert [d.sum_checked for d in rows if d.sum_checked] == ["350000 + 120000 = 470000", "12 + 8 = 20"]


def test_a_column_that_begins_with_of_which_is_part_of_the_column_before_it(read):
    rows = read("项目\t总投资（万元）\t其中：协作资金（万元）\n茶园\t350\t200\n道路\t120\t80\n")
    assert links(rows) == {"200": "350", "80": "120"}


def test_a_contradiction_of_a_total_and_a_repeat_are_told_apart_by_subject(read):
    rows = read("石桥县引进企业5家。\n\n云岭县引进企业6家。\n\n石桥县引进企业5家。")
    assert [(d.repeats, d.contradicts) for d in rows] == [(None, None), (None, None), (rows[0].start, None)]


def test_another_year_a_part_and_a_plan_contradict_nothing(read):
    rows = read(
        "2018年到位资金300万元。\n\n2019年到位资金400万元，其中到位资金100万元。\n\n明年到位资金500万元。",
        "2019年工作总结",
    )
    assert [d.contradicts for d in rows] == [None] * 4


def test_a_sum_that_is_more_than_its_whole_is_shown_so(read):
    rows = read("项目\t资金（万元）\n茶园\t35\n道路\t12\n合计\t40\n")
    assert [d.sum_checked for d in rows] == ["", "", "350000 + 120000 > 400000"]


def test_the_same_figure_in_a_table_and_in_prose_is_a_repeat(read):
    rows = read("到位资金300万元。\n\n2022年，两地发展很快。全年到位资金300万元。", "2022年工作总结")
    assert [d.repeats for d in rows] == [None, rows[0].start]

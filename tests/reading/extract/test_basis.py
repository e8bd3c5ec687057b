"""On what basis a figure stands."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("预计可带动1155户。", "expected"),
        ("项目建成后，可孵化企业5家。", "expected"),
        ("计划投资300万元，已完成投资200万元。", "expected in_period"),
        ("五年来累计投入资金300万元。", "cumulative"),
        ("累计到位资金300万元，去年到位资金100万元。", "cumulative in_period"),
        ("截至目前，投入资金300万元。", "cumulative"),
        ("截至目前，有贫困户300户。", "as_of"),
        ("全县共有300户。", "as_of"),
        ("完成学校结对49对。", "as_of"),
        ("今年新增就业300人。", "in_period"),
        ("2018年投入资金300万元。", "in_period"),
        ("截至11月底，已支出300万元，结对学校5所。", "cumulative as_of"),
        ("截至9月底，有贫困户300户；本季度新增20户。", "as_of in_period"),
        ("会议商定：一是引进企业5家；二是培训300人次。", "expected expected"),
        ("帮扶车间3个，其中新建1个。", "as_of in_period"),
        ("实施雨露计划，培训300人次。", "in_period"),
    ],
)
def test_words_and_measure_decide_the_basis(read, text, basis):
    assert [d.basis for d in read(text)] == basis.split()


def test_a_report_that_counts_since_the_beginning_is_cumulative_throughout(read):
    rows = read("青溪区帮扶石桥县以来，两地携手。\n\n选派教师5名。")
    assert [d.basis for d in rows] == ["cumulative"]


def test_what_stands_below_a_heading_of_plans_is_expected(read):
    rows = read("一、做法\n\n引进企业5家。\n\n二、明年打算\n\n引进企业6家。", "2021年工作总结")
    assert [(d.basis, d.period) for d in rows] == [("in_period", "2021"), ("expected", "2022")]


def test_a_share_stands_on_the_basis_of_what_it_is_a_share_of(read):
    rows = read("五年来累计投入资金300万元，占60%。", "2016—2020年工作总结")
    assert [d.basis for d in rows] == ["cumulative", "cumulative"]

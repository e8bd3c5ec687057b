"""Periods: the date in the clause, in the paragraph, of the report."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "title", "period"),
    [
        ("投入资金300万元。", "", ""),
        ("投入资金300万元。", "2000万元项目简况", ""),
        ("预计投入资金300万元。", "2019年工作总结", ""),
        ("帮扶以来，投入资金300万元。", "2019年工作总结", ""),
        ("投入资金300万元。", "2019年工作总结", "2019"),
        ("投入资金300万元。", "一九九八年工作总结", "1998"),
        ("投入资金300万元。", "2016—2020年工作总结", "2016/2020"),
        ("2018年，投入资金300万元。", "2019年工作总结", "2018"),
        ("2018年8月，投入资金300万元。", "", "2018-08"),
        ("2018年8月9日，投入资金300万元。", "", "2018-08-09"),
        ("2016-2018年，投入资金300万元。", "", "2016/2018"),
        ("2016年、2017年投入资金300万元。", "", "2016/2017"),
        ("截至2018年底，到位资金300万元。", "", "2018-12"),
        ("今年1-6月，投入资金300万元。", "2019年工作总结", "2019-01/2019-06"),
        ("去年投入资金300万元。", "2019年工作总结", "2018"),
        ("上半年投入资金300万元。", "2019年工作总结", "2019-01/2019-06"),
        ("“十三五”期间，投入资金300万元。", "", "2016/2020"),
        ("From January to June 2021, RMB 3 million was allocated.", "", "2021-01/2021-06"),
        ("In 2021, RMB 3 million was allocated.", "", "2021"),
    ],
)
def test_a_figure_has_the_period_that_stands_nearest(read, text, title, period):
    assert [d.period for d in read(text, title)] == [period]


def test_a_date_that_opens_a_sentence_runs_on_in_its_paragraph(read):
    rows = read("2018年，投入资金300万元。选派干部3名。\n\n选派教师5名。", "工作总结")
    assert [d.period for d in rows] == ["2018", "2018", ""]


def test_a_report_dated_in_january_speaks_of_the_year_before(read):
    (row,) = read("工作汇报\n(2018年1月9日)\n现将工作汇报如下：全年投入资金300万元。")
    assert row.period == "2017"

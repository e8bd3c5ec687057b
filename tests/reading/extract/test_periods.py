"""Periods: the date in the clause, in the paragraph, of the report."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "title", "period"),
    [
        ("投入资金300万元。", "", ""),
        ("投入资金300万元。", "2000万元项目简况", ""),
        ("预计投入资金300万元。", "2019年工作总结", "2019"),
        ("帮扶以来，投入资金300万元。", "2019年工作总结", ""),
        ("投入资金300万元。", "2019年工作总结", "2019"),
        ("投入资金300万元。", "一九九八年工作总结", "1998"),
        ("投入资金300万元。", "2016—2020年工作总结", "2016/2020"),
        ("2018年，投入资金300万元。", "2019年工作总结", "2018"),
        ("2018年8月，投入资金300万元。", "", "2018-08"),
        ("2018年8月9日，投入资金300万元。", "", "2018-08"),
        ("2016-2018年，投入资金300万元。", "", "2016/2018"),
        ("2016年、2017年投入资金300万元。", "", "2016/2017"),
        ("截至2018年底，到位资金300万元。", "", "2018"),
        ("今年1-6月，投入资金300万元。", "2019年工作总结", "2019-01/2019-06"),
        ("截至9月底，到位资金300万元。", "2019年工作总结", "2019-09"),
        ("自2016年结对以来，累计投入资金300万元。", "2019年工作总结", "2016/2019"),
        ("十三五以来，累计投入资金300万元。", "2019年工作总结", "2016/2019"),
        ("五年来，累计投入资金300万元。", "2020年工作总结", "2016/2020"),
        ("明年投入资金300万元。", "2019年工作总结", "2020"),
        ("前10个月投入资金300万元。", "2019年工作总结", "2019-01/2019-10"),
        ("三季度末，有贫困户300户。", "2019年工作总结", "2019-09"),
        ("2021年结对，当年投入资金300万元。", "2022年工作总结", "2021"),
        ("投入资金300万元，比去年同期多。", "2019年工作总结", "2019"),
        ("已于3月15日到位300万元。", "2019年工作总结", "2019-03"),
        ("到位300万元，其余200万元12月底前到位。", "2019年工作总结", "2019 2019-12"),
        ("In the first nine months of 2021, RMB 3 million was allocated.", "", "2021-01/2021-09"),
        ("Since 2016, RMB 3 million was allocated.", "Annual note 2019", "2016/2019"),
        ("去年投入资金300万元。", "2019年工作总结", "2018"),
        ("上半年投入资金300万元。", "2019年工作总结", "2019-01/2019-06"),
        ("“十三五”期间，投入资金300万元。", "", "2016/2020"),
        ("From January to June 2021, RMB 3 million was allocated.", "", "2021-01/2021-06"),
        ("In 2021, RMB 3 million was allocated.", "", "2021"),
    ],
)
def test_a_figure_has_the_period_that_stands_nearest(read, text, title, period):
    assert [d.period for d in read(text, title)] == (period.split() or [""])


def test_a_date_that_opens_a_sentence_runs_on_in_its_paragraph(read):
    rows = read("2018年，投入资金300万元。选派干部3名。\n\n选派教师5名。", "工作总结")
    assert [d.period for d in rows] == ["2018", "2018", ""]


def test_a_report_dated_in_january_speaks_of_the_year_before(read):
    (row,) = read("工作汇报\n(2018年1月9日)\n现将工作汇报如下：全年投入资金300万元。")
    assert row.period == "2017"


def test_a_stock_that_fell_from_one_year_end_to_another_has_both(read):
    rows = read("贫困人口由2015年底的300人减少到2019年底的20人。贫困发生率由2015年底的9%下降到1%。", "2020年工作总结")
    assert [d.period for d in rows] == ["2015", "2019", "2015", "2020"]


def test_the_date_of_a_heading_holds_for_what_stands_below_it(read):
    rows = read("一、上半年情况\n\n引进企业5家。\n\n二、2023年安排\n\n引进企业6家。", "2022年工作总结")
    assert [d.period for d in rows] == ["2022-01/2022-06", "2023"]


def test_the_day_on_which_a_table_was_filled_in_dates_no_cell(read):
    rows = read(
        "填报日期：2022年3月28日\n\n项目  投资（万元）  受益户（户）\n茶园  35  12\n道路  12  8\n", "2022年项目表"
    )
    assert {d.period for d in rows} == {"2022"}

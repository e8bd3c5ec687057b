"""Every notation a report prints its figures in: what is proposed of it, written out."""

from __future__ import annotations

import pytest


def told(rows) -> list[tuple[str, str, str, str]]:
    return [(d.as_printed, d.value, d.unit, d.qualifier) for d in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("产值可达近3.2亿元。", [("近3.2亿元", "320000000", "元", "nearly")]),
        ("实现产值上千万元。", [("上千万元", "", "元", "over")]),
        ("培训数百人。", [("数百人", "", "人", "about")]),
        ("就业人数占三分之一。", [("三分之一", "33.3333", "%", "exact")]),
        ("因学的占1/3。", [("1/3", "33.3333", "%", "exact")]),
        ("占百分之三十。", [("百分之三十", "30", "%", "exact")]),
        ("贫困发生率降至3‰。", [("3‰", "0.3", "%", "exact")]),
        ("用工50-60人。", [("50-60人", "50", "人", "at_least"), ("50-60人", "60", "人", "at_most")]),
        ("新建车间3—5家。", [("3—5家", "3", "家", "at_least"), ("3—5家", "5", "家", "at_most")]),
        ("累计投入2个多亿。", [("2个多亿", "200000000", "元", "over")]),
        ("栽植皂角万余亩。", [("万余亩", "", "亩", "over")]),
        ("带动二三十户。", [("二三十户", "20", "户", "at_least"), ("二三十户", "30", "户", "at_most")]),
        ("派驻第一书记12名。", [("12名", "12", "名", "exact")]),
        ("“80后”干部。", []),
        ("建成5A级景区。", []),
        ("沿G70高速。", []),
        ("2020年，两地结对。", []),
        ("建设亿元级产业集群。", []),
        ("总投资不会超过一百亿元。", [("不会超过一百亿元", "10000000000", "元", "at_most")]),
        ("选派教师二十三名。", [("二十三名", "23", "名", "exact")]),
        ("到位资金三千五百万元。", [("三千五百万元", "35000000", "元", "exact")]),
        ("投入帮扶资金1.0\n5亿元，用于产业。", [("1.0\n5亿元", "105000000", "元", "exact")]),
        ("培训385 人。", [("385 人", "385", "人", "exact")]),
        ("发放补贴46万(wàn)元。", [("46万(wàn)元", "460000", "元", "exact")]),
        ("RMB 3.5 million was allocated.", [("RMB 3.5 million", "3500000", "元", "exact")]),
        # siblings
        ("占比一成半。", [("一成半", "15", "%", "exact")]),
        ("占三成二。", [("三成二", "32", "%", "exact")]),
        ("占两成多。", [("两成多", "20", "%", "over")]),
        ("引进十二三家企业。", [("十二三家", "12", "家", "at_least"), ("十二三家", "13", "家", "at_most")]),
        ("引进三五家企业。", [("三五家", "3", "家", "at_least"), ("三五家", "5", "家", "at_most")]),
        ("带动两三千户。", [("两三千户", "2000", "户", "at_least"), ("两三千户", "3000", "户", "at_most")]),
        ("奖补400-800元。", [("400-800元", "400", "元", "at_least"), ("400-800元", "800", "元", "at_most")]),
        ("贫困发生率由17.4%下降为0。", [("17.4%", "17.4", "%", "exact"), ("0", "0", "%", "exact")]),
        ("投入１４００万元。", [("１４００万元", "14000000", "元", "exact")]),
        ("投入 7 3 . 5 万元帮扶资金。", [("7 3 . 5 万元", "735000", "元", "exact")]),
        ("會期1天半。", [("1天半", "1.5", "天", "exact")]),
        ("Twenty-nine companies were introduced.", [("Twenty-nine companies", "29", "companies", "exact")]),
        ("Some 41,200 workers found jobs.", [("Some 41,200 workers", "41200", "workers", "about")]),
        ("Hundreds of workers took courses.", [("Hundreds of workers", "", "workers", "about")]),
    ],
)
def test_a_notation_is_read_for_what_it_says(read, text, wanted):
    assert told(read(text)) == wanted


def test_a_plan_of_five_years_is_a_period(read):
    assert [(d.as_printed, d.period) for d in read("十四五期间，投入资金3亿元。")] == [("3亿元", "2021/2025")]


def test_a_figure_of_all_years_is_cumulative(read):
    (row,) = read("五年来累计投入资金3亿元。", "2016—2020年工作总结")
    assert (row.basis, row.period) == ("cumulative", "2016/2020")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("获捐500万港元。", "5000000", "港元"),
        ("A foundation gave HK$12 million.", "12000000", "港元"),
        ("Equipment worth US$850,000 was pledged.", "850000", "美元"),
    ],
)
def test_foreign_money_is_no_money_in_yuan_and_says_so(read, text, value, unit):
    (row,) = read(text)
    assert (row.value, row.unit, row.stage, row.measure_id) == (value, unit, "", "")
    assert "not in yuan" in row.note


def test_every_print_of_a_draft_is_read_alike_by_the_check_of_prints(read):
    """What extract proposes and a person accepts must pass `figures_agree` with its value and qualifier."""
    from decimal import Decimal

    from build_scripts.checks.rules.figures_agree import figure_remark

    text = "占三分之一，约1/4。用工50-60人，带动二三十户。培训数百人。投入上千万元。降至3‰。占一成半。"
    text += "会期1天半。栽植万余亩。占两成多。引进十二三家企业。"
    for d in read(text):
        value = Decimal(d.value) if d.value else None
        assert figure_remark(d.as_printed, value, d.qualifier, "percent" if d.unit == "%" else None) is None, d

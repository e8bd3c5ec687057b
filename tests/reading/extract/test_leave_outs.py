"""What is proposed as no row, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.reading.extract.propose import propose
from build_scripts.reading.extract.vocabulary import Place

CASES = [
    ("2020年5月8日，召开会议。", {"2020年": "date", "5月": "date", "8日": "date"}),
    ("8月15日至20日，9时30分。", {"8月": "date", "15日至20日": "date", "9": "date", "30分": "date"}),
    ("发布时间 2022-12-19 09:30", {"2022": "date", "12": "date", "19 09": "date", "30": "date"}),
    ("第3页，共21页。", {"3": "ordinal", "21": "page_number"}),
    ("印发〔2019〕12号文件。", {"2019": "date", "12": "document_number"}),
    ("第2期简报。", {"2期": "ordinal"}),
    ("80后干部。", {"80": "date"}),
    ("5A级景区，G70高速。", {"5": "code", "70": "code"}),
    ("建成亿元级园区。", {"亿元": "code"}),
    ("按照“4+2”工作法。", {}),
    ("完成年度计划的95%。", {"95%": ""}),
    ("力争资金拨付率达到95%以上。", {"95%以上": "plan_rate"}),
    ("财政资金3200万元，较上年增加800万元。", {"3200万元": "", "800万元": "change"}),
    ("人均纯收入低于1万元的还有2.6%。", {"1万元": "condition", "2.6%": ""}),
    ("新增项目中，超亿元的7个。", {"超亿元": "condition", "7个": ""}),
    ("单位：个、人、万元。", {"万元": "unit_named"}),
    ("共印80份。", {"80份": "identifier"}),
    ("商定四件事。", {"四件": "own_count"}),
    ("全国832个县，森林覆盖率65%。", {"832个": "general_statistics", "65%": "general_statistics"}),
    ("坚持“五个一”。", {"五个": "slogan"}),
    ("建立了一个机制。", {"一个": "phrase"}),
    ("印发《2018年12个项目清单》。", {"2018年": "title", "12个": "title"}),
    ("五年来，双方合作。", {"五年": "date"}),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_what_is_no_row_is_left_out_with_its_reason(read, text, wanted):
    assert {d.as_printed: d.leave_out for d in read(text, left_out=True)} == wanted


def test_a_sum_of_one_person_is_left_out(read):
    found = read("救助张小明户（363元）、李大山户（87元）。", left_out=True)
    assert [(d.as_printed, d.leave_out) for d in found] == [("363元", "natural_person"), ("87元", "natural_person")]


@pytest.mark.parametrize(
    "text", ["选派第一书记12名。", "培训3期。", "建成一座，投用。", "下设1经济薄弱村。", "合计 25"]
)
def test_a_count_beside_a_word_that_looks_alike_stays_a_row(read, text):
    assert [d.leave_out for d in read(text, left_out=True) if d.unit or d.value in ("1", "25")][-1:] == [""]


def test_a_numeral_inside_the_name_of_a_place_counts_nothing(known):
    place = Place("990200", ("六盘市", "六盘"), 2, "990000")
    with_six = replace(known, places=known.places | {"990200": place})
    assert [d.as_printed for d in propose("六盘市新建学校3所。", with_six) if not d.leave_out] == ["3所"]


def test_a_plan_of_five_years_is_a_period_and_no_figure(read):
    (row,) = read("十四五期间，计划投入资金不会超过一百亿元。")
    assert (row.period, row.basis, row.qualifier, row.value) == ("2021/2025", "expected", "at_most", "10000000000")

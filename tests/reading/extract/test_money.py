"""Money: fund or observation, stage, source."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("人均可支配收入达到1.2万元。", "income_per_person"),
        ("消费帮扶销售额达1.35亿元。", "consumption_sales"),
        ("实现年产值12亿。", "output_value"),
        ("每人补贴标准30元/人。", "subsidy_rate"),
    ],
)
def test_income_sales_and_rates_are_observations(read, text, measure):
    assert [(d.table, d.measure_id) for d in read(text)] == [("observations", measure)]


@pytest.mark.parametrize(
    ("text", "source", "stage"),
    [
        ("资金300万元。", "not_stated", "allocated"),
        ("总投资20亿元。", "not_stated", "budgeted"),
        ("协议总投资近60亿。", "enterprise_investment", "agreed"),
        ("争取财政援助资金300万元。", "fiscal_assistance", "allocated"),
        ("财政帮扶资金300万元已全部到位。", "fiscal_assistance", "received"),
        ("社会各界捐款捐物300万元。", "social_donation", "received"),
        ("拨付财政援助资金300万元。", "fiscal_assistance", "disbursed"),
        ("完成投资1800万元。", "not_stated", "spent"),
        ("发放扶贫贷款300万元。", "bank_loan", "disbursed"),
        ("群众自筹300万元。", "self_raised", "allocated"),
    ],
)
def test_the_nearest_verb_is_the_stage_and_the_noun_the_source(read, text, source, stage):
    assert [(d.table, d.fund_source, d.stage) for d in read(text)] == [("funds", source, stage)]


def test_foreign_money_is_no_money_in_yuan_and_says_so(read):
    (row,) = read("援助200万美元。")
    assert (row.table, row.measure_id, row.unit, row.note) == (
        "observations",
        "",
        "美元",
        "外币，不折成人民币；not in yuan",
    )

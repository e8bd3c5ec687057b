"""An amount of each of several years is not added as if it were their sum."""

import pytest

from build_scripts.checks.rules import each_year
from build_scripts.labels.problems import fix, message

EACH = {"label": "财政援助资金（每年）", "period": "2013/2016", "in_totals": "true"}


@pytest.mark.parametrize("label", ["财政援助资金（每年）", "年均财政援助资金", "逐年财政援助资金", "各年财政援助资金"])
def test_an_amount_of_each_year_is_no_part_of_a_total(ledger, label):
    ledger.set("funds", "ta18.f01", **(EACH | {"label": label}))
    (problem,) = ledger.problems(each_year)
    assert (problem.row, problem.column, problem.level) == (2, "in_totals", "error")
    assert message(problem, "en") == f"「{label}」 of 2013/2016 is an amount of each year, yet it is added"
    assert message(problem, "zh") == f"「{label}」是 2013/2016 中每一年的数，却计入合计"
    assert fix(problem, "en") == "set in_totals to false"


@pytest.mark.parametrize(
    "cells",
    [
        {"in_totals": "false"},
        {"period": "2016"},  # of one year it is that year's
        {"period": "2016-03/2016-09"},
        {"period": ""},
        {"basis": "expected"},
        {"label": "各年财政援助资金合计"},
        {"label": "历年财政援助资金"},
    ],
)
def test_what_is_left_out_or_is_a_sum_may_stand(ledger, cells):
    ledger.set("funds", "ta18.f01", **(EACH | cells))
    assert ledger.problems(each_year) == []


def test_people_of_each_year_are_no_part_of_a_total_either(ledger):
    ledger.set("observations", "ta18.o10", label="每年务工人数", period="2016/2018", measure_id="labour_total")
    ledger.set("observations", "ta18.o10", in_totals="true", basis="in_period")
    assert [problem.table for problem in ledger.problems(each_year)] == ["observations"]

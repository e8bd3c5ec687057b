"""The window of a printed figure: what must be said of its time."""

from dataclasses import replace

import pytest

from build_scripts.views.windows import kind_of_window, window_said


@pytest.mark.parametrize(
    "period, published, is_in_course",
    [("2025", "2025", True), ("2021/2025", "2025", True), ("2025", "2026", False), ("2025", "2025-12", False),
     ("2025-01/2025-12", "2025", False), (None, "2025", False), ("2025", None, False)],
)  # fmt: skip
def test_a_year_told_by_a_document_of_that_very_year_may_not_have_been_over(
    tiny_claims, period, published, is_in_course
):
    claim = replace(tiny_claims["ta18.f01"], period=period, published=published, stage="spent", basis="in_period")
    assert window_said(claim, "ew2").is_in_course == is_in_course
    assert not window_said(replace(claim, stage="budgeted"), "ew2").is_in_course


@pytest.mark.parametrize("label", ["财政援助资金（每年）", "年均财政援助资金", "逐年财政援助资金", "各年财政援助资金"])
@pytest.mark.parametrize(("basis", "of_all"), [("in_period", "span"), ("cumulative", "since")])
def test_an_amount_of_each_year_is_no_sum_of_its_years_and_no_running_total(tiny_claims, label, basis, of_all):
    claim = replace(tiny_claims["ta18.f01"], period="2013/2015", basis=basis, label_zh=label)
    labels = (label, "财政援助资金", "各年财政援助资金合计")
    assert [kind_of_window(replace(claim, label_zh=each)) for each in labels] == ["each", of_all, of_all]

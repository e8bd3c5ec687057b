"""The window of a printed figure: what must be said of its time."""

from dataclasses import replace

import pytest

from build_scripts.views.windows import window_said


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

"""Partial dates as spans of days."""

import pytest

from build_scripts.views.periods import length_in_days, overlap, span_of, years_of


def test_a_period_that_is_not_stated_may_be_any():
    assert span_of(None) is None
    assert overlap(None, "2017")


@pytest.mark.parametrize("a, b", [("2017", "2018"), ("2016/2017-08", "2017-09/2018"), ("2017-01-31", "2017-02")])
def test_periods_that_share_no_day_do_not_overlap(a, b):
    assert not overlap(a, b) and not overlap(b, a)


def test_a_month_ends_on_its_last_day():
    assert span_of("2020-02") == ("2020-02-01", "2020-02-29")


def test_a_longer_period_is_longer():
    assert (
        length_in_days("2016/2020")
        > length_in_days("2017")
        > length_in_days("2017-05")
        > length_in_days("2017-05-03")
        > 0
    )


def test_the_years_a_period_touches():
    assert list(years_of("2016-11/2018")) == [2016, 2017, 2018]
    assert list(years_of(None)) == []

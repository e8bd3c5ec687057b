"""Dates are real and in order."""

from datetime import date

import pytest

from build_scripts.checks.rules import dates
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("table", "key", "column", "cell", "said"),
    [
        ("events", "ta18.e01", "date", "2018-02-30", "「2018-02-30」 is not in the calendar"),
        ("funds", "ta18.f01", "period", "2018-13", "「2018-13」 is not in the calendar"),
        ("funds", "ta18.f01", "period", "2017-00", "「2017-00」 is not in the calendar"),
        ("events", "ta18.e01", "date", "2018-03-00", "「2018-03-00」 is not in the calendar"),
        ("funds", "ta18.f01", "period", "2016/0000", "「0000」 is not in the calendar"),
        ("sources", "ta18", "period", "2018/2017-12", "「2018/2017-12」 ends before it begins"),
        ("pairings", "ew1-jia-yi", "valid_to", "2016", "「2017/2016」 ends before it begins"),
    ],
)
def test_a_date_that_cannot_be_is_refused(ledger, table, key, column, cell, said):
    ledger.set(table, key, **{column: cell})
    (problem,) = ledger.problems(dates)
    assert (problem.table, problem.column, message(problem, "en")) == (table, column, said)


def test_partial_dates_are_in_order_where_they_can_be(ledger):
    ledger.set("pairings", "ew1-jia-yi", valid_from="2017-05", valid_to="2017")
    ledger.set("funds", "ta18.f01", period="2017-05/2017-05-31")
    assert ledger.problems(dates) == []


def test_a_leap_year_has_its_day():
    assert dates.days_of("2020-02-29") == (date(2020, 2, 29), date(2020, 2, 29))
    assert dates.days_of("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert dates.days_of("2019-02-29") is None

"""A date is what its print says."""

import pytest

from build_scripts.checks.rules import dates_agree


@pytest.mark.parametrize(
    ("date", "print_", "code", "level"),
    [
        ("2018-03-13", "2018年3月12日", "differs", "error"),
        ("2017-03-12", "2018年3月12日", "differs", "error"),
        ("2018-04", "3月", "differs", "error"),
        ("2018-03-12", "2018/3/21", "differs", "error"),
        ("2018-03-12", "2018年3月", "finer", "warning"),
        ("2018-03", "2018年", "finer", "warning"),
        ("2018-05-03", "5月", "finer", "warning"),
    ],
)
def test_a_date_that_is_not_its_print_is_told(ledger, date, print_, code, level):
    ledger.set("events", "ta18.e01", date=date, as_printed=print_)
    (problem,) = ledger.problems(dates_agree)
    assert (problem.row, problem.column, problem.code, problem.level) == (2, "date", code, level)


@pytest.mark.parametrize(
    ("date", "print_"),
    [
        ("2018-03-12", "3月12日"),
        ("2018", "2018年3月12日"),
        ("2018-03-12", "签订协议"),
        ("2018-03-12", "首届3月节"),
        ("NaN", "2018年"),
    ],
)
def test_what_the_print_leaves_open_is_fine(ledger, date, print_):
    ledger.set("events", "ta18.e01", date=date, as_printed=print_)
    assert ledger.problems(dates_agree) == []


def test_a_day_that_the_reader_supplied_is_marked_as_such(ledger):
    ledger.set("events", "ta18.e01", date="2018-03-12", as_printed="2018年3月", inferred="date")
    assert ledger.problems(dates_agree) == []

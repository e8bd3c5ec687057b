"""A value is what its print says."""

import pytest

from build_scripts.checks.rules import figures_agree
from build_scripts.labels.problems import fix, message


@pytest.mark.parametrize(
    ("key", "cells", "column", "said"),
    [
        (
            "ta18.f01",
            {"amount": "1200"},
            "amount",
            "the print 「1200万元」 says 12,000,000, the row 1,200: is the unit 万 (10,000)?",
        ),
        (
            "ta18.f01",
            {"amount": ""},
            "amount",
            "is empty though the print has a figure: 「1200万元」, which is 12,000,000",
        ),
        (
            "ta18.f07",
            {"amount": "0"},
            "amount",
            "must be empty, since the print lost its digits: 「00多万元」; the row says 0",
        ),
        (
            "ta18.f11",
            {"qualifier": "over"},
            "qualifier",
            "「over」 is not the qualifier of the print 「近60万」",
        ),
        (
            "ta18.f09",
            {"qualifier": "exact"},
            "qualifier",
            "the print 「30—50万元」 is a range, and 「exact」 is neither end of it",
        ),
        ("ta18.f10", {"amount": "300000"}, "amount", "the print 「30—50万元」 says 300,000–500,000, the row 300,000"),
    ],
)
def test_a_value_that_is_not_the_print_is_refused(ledger, key, cells, column, said):
    ledger.set("funds", key, **cells)
    (problem,) = ledger.problems(figures_agree)
    assert (problem.column, problem.level) == (column, "error")
    assert message(problem, "en").startswith(said)


def test_a_print_without_a_figure_is_an_error_where_it_has_an_offset_and_else_a_warning(ledger):
    ledger.set("funds", "ta18.f08", as_printed="若干资金")
    ledger.set("funds", "tc21.f01", as_printed="若干资金")
    assert [(p.row, p.level) for p in ledger.problems(figures_agree)] == [(9, "error"), (15, "warning")]


def test_a_value_may_stand_in_another_unit_of_the_same_kind(ledger):
    ledger.set("observations", "ta18.o03", value="15000", as_printed="1000公顷")
    assert ledger.problems(figures_agree) == []


def test_a_qualifier_outside_the_print_is_allowed(ledger):
    ledger.set("funds", "ta18.f01", qualifier="about")
    assert ledger.problems(figures_agree) == []


@pytest.mark.parametrize(
    ("as_printed", "amount"), [("1200万元", "12000001"), ("1.2亿元", "123456789"), ("约1200万元", "12003456")]
)
def test_a_row_is_never_more_precise_than_its_print(ledger, as_printed, amount):
    qualifier = "about" if as_printed.startswith("约") else "exact"
    ledger.set("funds", "ta18.f01", as_printed=as_printed, amount=amount, qualifier=qualifier)
    (problem,) = ledger.problems(figures_agree)
    assert (problem.column, problem.code, problem.level) == ("amount", "value_differs", "error")


def test_a_print_in_another_unit_is_told_in_the_unit_of_the_measure(ledger):
    """One hectare is fifteen mu: not “the print says 1, the row 1”."""
    ledger.set("observations", "ta18.o03", value="1", as_printed="1公顷", qualifier="exact")
    (problem,) = ledger.problems(figures_agree)
    assert message(problem, "en") == "the print 「1公顷」 says 15, the row 1"
    assert fix(problem, "en").endswith("did you mean 15?")

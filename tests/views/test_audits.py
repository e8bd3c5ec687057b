"""Sums done again: verdicts on the tiny ledger, and the arithmetic behind them."""

from decimal import Decimal

import pytest

from build_scripts.ledger.formulas import StatementError, evaluate, split_statement, terms
from build_scripts.views.audits import derive_audits, tolerance
from build_scripts.views.claims import derive_claims
from build_scripts.views.precision import Interval, printed_step


@pytest.fixture
def audits(tiny_tables, tiny_claims):
    return {a.audit_id: a for a in derive_audits(tiny_tables, tiny_claims)}


def test_a_whole_of_860_with_parts_of_500_and_300_does_not_hold(audits):
    audit = audits["parts.ta18.f04"]
    assert (audit.verdict, audit.difference) == ("fails", Decimal(600_000))


def test_a_repeat_with_another_value_does_not_hold(audits):
    assert (audits["ta18.r02"].verdict, audits["ta18.r02"].difference) == ("fails", Decimal(-14))


def test_a_term_without_digits_makes_the_verdict_unknown(audits):
    audit = audits["ta18.r04"]
    assert (audit.verdict, audit.left, audit.difference, audit.tolerance) == ("unknown", None, None, None)


def test_1200_is_900_and_300(audits):
    assert (audits["parts.ta18.f01"].verdict, audits["parts.ta18.f01"].difference) == ("holds", Decimal(0))


def test_a_share_printed_to_one_decimal_holds_within_rounding(audits):
    assert audits["ta18.r03"].verdict == "rounding"
    assert audits["ta18.r03"].left == Decimal("33.3")


def test_a_difference_between_sides_of_other_scope_is_no_failure(ledger):
    """Two documents of other stages and periods were told on a page as not adding up."""
    ledger.set("relations", "tb19-2.r01", is_apart="true")
    ledger.set("relations", "ta18.r01", is_apart="true")
    _, tables = ledger.read()
    found = {a.audit_id: a.verdict for a in derive_audits(tables, derive_claims(tables, frozenset()))}
    assert found["tb19-2.r01"] == "apart"
    assert found["ta18.r01"] == "holds"  # what holds all the same is said to hold


def test_sides_of_other_scope_that_nearly_meet_are_not_told_as_rounded(ledger):
    """What two provinces spent together was told as one province's money, rounded."""
    ledger.set("relations", "ta18.r03", is_apart="true")
    _, tables = ledger.read()
    found = {a.audit_id: a.verdict for a in derive_audits(tables, derive_claims(tables, frozenset()))}
    assert found["ta18.r03"] == "apart"


def test_what_the_print_allows_is_of_the_way_in_which_the_sides_lie_apart():
    """A side printed with more (逾) may be larger, not smaller: ±2.755 stood beside a difference of 4.13."""
    whole, parts = Interval(Decimal("74.125"), Decimal("74.135")), Interval(Decimal("69.5"), Decimal("75.0"))
    assert tolerance(Decimal("74.13"), Decimal(70), whole, parts) == Decimal("5.005")
    assert tolerance(Decimal(70), Decimal("74.13"), parts, whole) == Decimal("5.005")


def test_a_difference_beyond_half_a_unit_of_the_last_digit_is_no_rounding(audits):
    assert audits["tb19-2.r01"].verdict == "fails"  # 1150万 against 1200万, each good to ±0.5万


@pytest.mark.parametrize(
    "print_, step",
    [
        ("1.417亿元", "50000"),
        ("1200万元", "5000"),
        ("12家", "0"),
        ("33.3%", "0.05"),
        ("64%", "0.5"),
        ("近60亿", "50000000"),
        ("1,710.5万元", "500"),
        ("五点九亿元", "5000000"),
        ("3千万元", "5000000"),
        ("12.5 thousand", "50"),
        ("12亿4600万元", "5000"),
        ("1万多亿元", "500000000000"),
        ("三千五百人", "0"),
        ("百分之八十", "0.5"),
        ("无数字", "0"),
    ],
)
def test_half_a_unit_of_the_last_printed_digit(print_, step):
    assert printed_step(print_) == Decimal(step)


@pytest.mark.parametrize("bad", ["a + b", "a = b = c", ""])
def test_a_statement_needs_exactly_one_comparison(bad):
    with pytest.raises(StatementError):
        split_statement(bad)


@pytest.mark.parametrize("bad", ["a b", "+ a", "a +", "( a", "a )", "( )", ""])
def test_terms_and_operators_alternate_and_brackets_close(bad):
    with pytest.raises(StatementError):
        evaluate(bad.split(), lambda token: Decimal(1))


def test_products_bind_stronger_than_sums_and_brackets_strongest():
    read = {"a": Decimal(2), "b": Decimal(3), "c": Decimal(4)}.get
    assert evaluate(["a", "+", "b", "×", "c"], read) == 14
    assert evaluate(["(", "a", "+", "b", ")", "×", "c"], read) == 20
    assert evaluate(["c", "−", "b", "−", "a"], read) == -1


def test_a_division_by_zero_is_unknown_rather_than_an_error():
    assert evaluate(["a", "÷", "b"], {"a": Decimal(1), "b": Decimal(0)}.get) is None


def test_the_terms_of_a_statement_are_its_claims():
    assert terms("zs.o1 = ( zs.o2 − 12 ) ÷ 0.5") == ["zs.o1", "zs.o2"]


def test_dividing_by_an_interval_around_zero_bounds_nothing():
    quotient = Interval(Decimal(1), Decimal(2)) / Interval(Decimal(-1), Decimal(1))
    assert quotient.low < -1_000_000 and quotient.high > 1_000_000

"""Enterprise money inside a mixed sum is asked about."""

from build_scripts.checks.rules import enterprise_money
from build_scripts.labels.problems import message


def beside(ledger, amount="3000000", **cells):
    """Enterprise money of the same source, subject and period as the mixed sum of 12 million yuan."""
    ledger.set("funds", "ta18.f03", fund_source="enterprise_investment", part_of="", amount=amount, **cells)


def test_enterprise_money_that_fits_inside_a_mixed_sum_is_a_question(ledger):
    beside(ledger)
    (problem,) = ledger.problems(enterprise_money)
    assert (problem.row, problem.column, problem.level) == (2, "in_totals", "warning")
    assert message(problem, "en") == "does this sum hold 「ta18.f03」 already? Both are added"


def test_a_sum_that_says_it_holds_enterprise_money_is_not_added(ledger):
    ledger.set("funds", "ta18.f01", label="到位资金合计（含企业投资）")
    (problem,) = ledger.problems(enterprise_money)
    assert (problem.row, problem.level) == (2, "error")


def test_a_part_a_larger_amount_and_a_note_have_answered(ledger):
    assert ledger.problems(enterprise_money) == []
    beside(ledger, amount="13000000")
    assert ledger.problems(enterprise_money) == []
    beside(ledger)
    ledger.set("funds", "ta18.f01", note="不含企业投资")
    assert ledger.problems(enterprise_money) == []


def test_other_periods_are_other_money(ledger):
    beside(ledger, period="2017")
    assert ledger.problems(enterprise_money) == []

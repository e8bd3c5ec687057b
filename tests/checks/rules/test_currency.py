"""Another currency is no amount of the ledger."""

import pytest

from build_scripts.checks.rules import currency

FOREIGN = ("100万美元", "US$1 million", "100万港元", "100万欧元", "HK$1m", "€1m", "1 million dollars", "一百万英镑")


@pytest.mark.parametrize("print_", FOREIGN)
def test_a_print_in_another_currency_is_refused(ledger, print_):
    ledger.set("funds", "tc21.f01", amount="1000000", as_printed=print_)
    (problem,) = ledger.problems(currency)
    assert (problem.row, problem.column, problem.level) == (15, "amount", "error")


def test_money_among_the_observations_is_held_to_it_too(ledger):
    ledger.set("measures", "poverty_rate", unit="cny")
    row = next(r for r in ledger.rows("observations") if "poverty_rate" in r)
    ledger.set("observations", row[0], as_printed="100美元")
    assert [p.table for p in ledger.problems(currency)] == ["observations"]


@pytest.mark.parametrize("print_", ["1200万元", "1200万元人民币", "CNY 12 million", "RMB 1m"])
def test_yuan_is_fine(ledger, print_):
    ledger.set("funds", "tc21.f01", as_printed=print_)
    assert ledger.problems(currency) == []

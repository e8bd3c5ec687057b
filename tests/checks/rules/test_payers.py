"""Labels of money do not name the payer."""

import pytest

from build_scripts.checks.rules import payers


@pytest.mark.parametrize("name", ["甲县", "甲城", "甲邑"])
def test_a_place_before_a_colon_belongs_into_the_column_of_the_payer(ledger, name):
    ledger.set("funds", "ta18.f01", label=f"{name}：到位资金合计")
    (problem,) = ledger.problems(payers)
    assert (problem.row, problem.column) == (2, "label")


def test_other_words_before_a_colon_are_fine(ledger):
    ledger.set("funds", "ta18.f01", label="财政援助资金：产业")
    assert ledger.problems(payers) == []

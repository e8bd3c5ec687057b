"""Labels do not name who gives the money or the help."""

import pytest

from build_scripts.checks.rules import payers


@pytest.mark.parametrize("name", ["甲县", "甲城", "甲邑"])
def test_a_place_before_a_colon_belongs_into_the_column_of_the_payer(ledger, name):
    ledger.set("funds", "ta18.f01", label=f"{name}：到位资金合计")
    (problem,) = ledger.problems(payers)
    assert (problem.row, problem.column) == (2, "label")


def test_a_label_of_an_observation_does_not_say_who_helps(ledger):
    ledger.set("observations", "ta18.o01", label="甲城：产业项目")
    (problem,) = ledger.problems(payers)
    assert (problem.table, dict(problem.values)["giver"]) == ("observations", "provider_place_id")


def test_the_short_name_of_a_place_is_a_name(ledger):
    ledger.set("places", "980121", name="丙丁县")
    ledger.set("observations", "ta18.o01", label="丙丁：产业项目")
    assert len(ledger.problems(payers)) == 1


def test_other_words_before_a_colon_are_fine(ledger):
    ledger.set("funds", "ta18.f01", label="财政援助资金：产业")
    assert ledger.problems(payers) == []


def test_a_place_without_a_name_does_not_stop_it(ledger):
    ledger.set("places", "980121", name="")
    assert ledger.problems(payers) == []

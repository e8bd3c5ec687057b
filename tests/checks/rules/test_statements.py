"""A relation can be read and worked out."""

import pytest

from build_scripts.checks.rules import statements
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    "statement",
    [
        "ta18.f01 + ta18.f02",
        "ta18.f01 = ta18.f02 = ta18.f03",
        "ta18.f01 = ta18.f02 ta18.f03",
        "ta18.f01 = ( ta18.f02",
        "= ta18.f01",
        "ta18.f01 = + ta18.f02",
        "ta18.f01 = ta18.f02 )",
        "= ()",
        "ta18.f01 =",
        " + ".join(["ta18.f01"] * 150) + " = ta18.f02",
        f"ta18.f01 = {'9' * 3000}",
        "ta18.f01 = １２",
    ],
)
def test_a_statement_that_cannot_be_worked_out_is_refused(ledger, statement):
    ledger.set("relations", "ta18.r01", statement=statement)
    (problem,) = ledger.problems(statements)
    assert (problem.table, problem.row, problem.column) == ("relations", 2, "statement")
    assert "cannot be read" in message(problem, "en")


@pytest.mark.parametrize("term", ["()", "1e9999", "NaN"])
def test_what_is_neither_a_number_nor_an_id_is_told(ledger, term):
    ledger.set("relations", "ta18.r01", statement=f"ta18.f01 = {term}")
    assert [p.code for p in ledger.problems(statements)] == ["unknown"]


def test_every_term_is_a_claim(ledger):
    ledger.set("relations", "ta18.r01", statement="ta18.f99 = ta18.f01 * ta18.e01")
    assert len(ledger.problems(statements)) == 1
    ledger.set("relations", "ta18.r01", statement="ta18.f99 = ta18.f01 × ta18.e01")
    assert [message(p, "en") for p in ledger.problems(statements)] == [
        "「ta18.f99」 is the id of no fund and no observation",
        "「ta18.e01」 is the id of no fund and no observation",
    ]


def test_brackets_and_numbers_are_fine(ledger):
    ledger.set("relations", "ta18.r01", statement="( ta18.f01 − ta18.f02 ) ÷ 3 ≥ 0.5 × ta18.o01")
    assert ledger.problems(statements) == []


def test_a_relation_whose_sides_are_apart_says_where_they_differ(ledger):
    ledger.set("relations", "tb19-2.r01", is_apart="true", note="")
    (problem,) = ledger.problems(statements)
    assert (problem.column, problem.code) == ("note", "apart_unsaid")
    assert "apart in scope" in message(problem, "en")
    ledger.set("relations", "tb19-2.r01", note="时段不同")
    assert ledger.problems(statements) == []

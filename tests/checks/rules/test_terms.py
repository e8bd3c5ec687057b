"""Money lies in the term of its pairing."""

import pytest

from build_scripts.checks.rules import past_the_round, terms


@pytest.mark.parametrize(
    ("table", "key", "column", "cell"),
    [
        ("funds", "ta18.f01", "period", "2010"),
        ("events", "ta18.e01", "date", "2021-01-01"),
    ],
)
def test_a_time_wholly_outside_the_term_is_a_question(ledger, table, key, column, cell):
    ledger.set(table, key, **{column: cell})
    (problem,) = ledger.problems(terms)
    assert (problem.table, problem.column, problem.level) == (table, column, "warning")
    assert dict(problem.values)["term"] == "2017/2020"


@pytest.mark.parametrize("cell", ["2016/2017", "2020-12", ""])
def test_a_time_that_touches_the_term_is_fine(ledger, cell):
    ledger.set("funds", "ta18.f01", period=cell)
    assert ledger.problems(terms) == []


def test_what_runs_past_the_first_round_is_asked_about_once(ledger):
    ledger.set("funds", "ta18.f01", period="2021/2022")
    assert (ledger.problems(terms), len(ledger.problems(past_the_round))) == ([], 1)


def test_a_sum_of_all_years_is_not_asked_about(ledger):
    ledger.set("funds", "ta18.f01", period="2010", basis="cumulative")
    assert ledger.problems(terms) == []


def test_the_window_of_a_document_is_no_term(ledger):
    ledger.set("pairings", "ew1-jia-yi", dates_basis="window")
    ledger.set("funds", "ta18.f01", period="2021/2022")
    assert ledger.problems(terms) == []

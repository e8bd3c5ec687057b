"""Years that no document can speak of are asked about."""

import pytest

from build_scripts.checks.rules import years


@pytest.mark.parametrize(
    ("table", "key", "column", "cell", "code"),
    [
        ("funds", "ta18.f01", "period", "2081", "late"),
        ("funds", "ta18.f01", "period", "0018", "early"),
        ("observations", "ta18.o01", "period", "2017/2081", "late"),
        ("pairings", "ew1-jia-yi", "valid_to", "2202", "late"),
        ("sources", "tc21", "published", "2202-01-15", "late"),
        ("places", "980121", "code_year", "3018", "late"),
        ("events", "ta18.e01", "date", "2028-03-12", "late"),
    ],
)
def test_a_year_out_of_range_is_a_question(ledger, table, key, column, cell, code):
    ledger.set(table, key, **{column: cell})
    (problem,) = ledger.problems(years)
    assert (problem.table, problem.column, problem.code, problem.level) == (table, column, code, "warning")


def test_plans_may_run_beyond_the_documents(ledger):
    ledger.set("funds", "ta18.f08", period="2030")
    assert ledger.problems(years) == []

"""Years that no document can speak of are asked about."""

from dataclasses import replace

import pytest

from build_scripts.checks.rules import years
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("table", "key", "column", "cell", "code"),
    [
        ("funds", "ta18.f01", "period", "2081", "late"),
        ("funds", "ta18.f01", "period", "1918", "early"),
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


@pytest.mark.parametrize("cell", ["0018", "1899-12", "0218/2018"])
def test_a_year_before_1900_is_refused_in_words_that_name_it(ledger, cell):
    ledger.set("funds", "ta18.f01", period=cell)
    (problem,) = ledger.problems(years)
    assert (problem.column, problem.code, problem.level) == ("period", "impossible", "error")
    told = f"「{cell}」里的 {cell[:4]} 年早于 1900 年，账本里的文件说不到那时"
    assert message(replace(problem, rule="years"), "zh") == told


def test_plans_may_run_beyond_the_documents(ledger):
    ledger.set("funds", "ta18.f08", period="2030")
    assert ledger.problems(years) == []

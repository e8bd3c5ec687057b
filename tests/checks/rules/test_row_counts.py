"""Tables neither lose rows nor grow unnoticed."""

from dataclasses import replace

from build_scripts.checks.rules import row_counts, run_rule
from build_scripts.labels.problems import message


def with_limits(ledger, **limits):
    package, tables = ledger.read()
    return run_rule(
        row_counts, replace(package, descriptor={"resources": [{"name": "funds", **limits}]}), tables
    )


def test_too_few_rows_are_an_error(ledger):
    (problem,) = with_limits(ledger, min_rows=15)
    assert (problem.level, problem.row, message(problem, "en")) == ("error", 0, "has 14 rows, fewer than 15")


def test_too_many_rows_are_a_warning(ledger):
    (problem,) = with_limits(ledger, max_rows=13)
    assert (problem.level, message(problem, "zh")) == ("warning", "有 14 行，多于预期的 13 行")


def test_the_limits_themselves_are_fine(ledger):
    assert with_limits(ledger, min_rows=14, max_rows=14) == []
    assert with_limits(ledger) == []

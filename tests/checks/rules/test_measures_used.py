"""Measures are used, and figures without a measure of their own are labelled."""

from build_scripts.checks.rules import measures_used
from build_scripts.labels.problems import message


def test_a_measure_that_nothing_uses_is_a_warning(ledger):
    ledger.add("measures", "poverty_rate", measure_id="road_km")
    (problem,) = ledger.problems(measures_used)
    assert (problem.row, problem.level, message(problem, "en")) == (
        15,
        "warning",
        "no observation uses the measure 「road_km」",
    )


def test_the_catch_all_of_a_unit_stands_ready_unused(ledger):
    ledger.add("measures", "poverty_rate", measure_id="other_road_km")
    assert ledger.problems(measures_used) == []


def test_a_figure_of_an_other_measure_needs_a_label(ledger):
    ledger.set("observations", "ta18.o14", label="")
    (problem,) = ledger.problems(measures_used)
    assert (problem.table, problem.row, problem.column, problem.level) == (
        "observations",
        15,
        "label",
        "error",
    )


def test_a_figure_of_a_measure_of_its_own_needs_none(ledger):
    ledger.set("observations", "ta18.o13", label="")
    assert ledger.problems(measures_used) == []

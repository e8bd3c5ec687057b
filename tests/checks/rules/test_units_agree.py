"""The printed unit is of the measure's kind."""

import pytest

from build_scripts.checks.rules import figures_agree, units_agree
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("measure", "value", "print_", "said"),
    [
        ("planted_area", "12000", "12000人", "the print 「12000人」 counts in 人, the measure in mu"),
        ("trainees_total", "100", "100户", "the print 「100户」 counts in 户, the measure in people"),
        ("planted_area", "100", "100万元", "the print 「100万元」 counts in 元, the measure in mu"),
    ],
)
def test_a_print_of_another_kind_names_both_units(ledger, measure, value, print_, said):
    key = next(r[0] for r in ledger.rows("observations") if measure in r) if measure != "trainees_total" else "ta18.o01"
    ledger.set("observations", key, measure_id=measure, value=value, as_printed=print_)
    if measure == "trainees_total":
        ledger.add("measures", "poverty_rate", measure_id=measure, unit="person")
    problem = next(p for p in ledger.problems(units_agree))
    assert (problem.column, problem.level, message(problem, "en")) == ("measure_id", "error", said)


def test_money_that_is_printed_as_people_is_refused(ledger):
    ledger.set("funds", "tc21.f01", as_printed="1200万人")
    assert [(p.table, p.row, p.column) for p in ledger.problems(units_agree)] == [("funds", 15, "amount")]


def test_one_hectare_is_fifteen_mu(ledger):
    ledger.set("observations", "ta18.o03", value="1", as_printed="1公顷")
    assert [p.code for p in ledger.problems(figures_agree)] == ["value_differs"]
    ledger.set("observations", "ta18.o03", value="15", as_printed="1公顷")
    assert ledger.problems(figures_agree) == [] and ledger.problems(units_agree) == []


def test_words_that_count_anything_are_fine(ledger):
    ledger.set("observations", "ta18.o03", as_printed="1000个")
    assert ledger.problems(units_agree) == []

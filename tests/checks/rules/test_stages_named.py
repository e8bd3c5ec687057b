"""Money called 到位 is received."""

from build_scripts.checks.rules import stages_named
from build_scripts.labels.problems import message


def test_money_in_place_is_not_spent(ledger):
    ledger.set("funds", "ta18.f01", stage="spent")
    (problem,) = ledger.problems(stages_named)
    assert (problem.row, problem.column, problem.level) == (2, "stage", "error")
    assert message(problem, "en") == "「到位资金合计」 says the money is in place, yet its stage is spent"


def test_other_words_leave_the_stage_to_the_reader(ledger):
    assert ledger.problems(stages_named) == []

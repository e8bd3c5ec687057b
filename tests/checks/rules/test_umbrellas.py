"""Only an umbrella holds other projects."""

from build_scripts.checks.rules import umbrellas
from build_scripts.labels.problems import message


def test_a_single_project_holds_no_others(ledger):
    ledger.set("projects", "ta18-chejian", parent_project_id="ta18-chayuan")
    (problem,) = ledger.problems(umbrellas)
    assert (problem.row, message(problem, "en")) == (4, "「ta18-chayuan」 is no umbrella")


def test_an_umbrella_says_that_it_is_one(ledger):
    ledger.set("projects", "tb19-2-xiaoxue", project_type="umbrella")
    (problem,) = ledger.problems(umbrellas)
    assert (problem.row, problem.column) == (5, "is_umbrella")


def test_members_of_an_umbrella_are_fine(ledger):
    assert ledger.problems(umbrellas) == []

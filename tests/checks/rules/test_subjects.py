"""A figure is about exactly one thing."""

from build_scripts.checks.rules import subjects
from build_scripts.labels.problems import fix, message


def test_money_of_two_things_is_refused(ledger):
    ledger.set("funds", "ta18.f01", project_id="ta18-chayuan")
    (problem,) = ledger.problems(subjects)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "project_id")
    assert message(problem, "en") == "pairing_id, project_id are all filled"


def test_a_figure_of_nothing_is_refused(ledger):
    ledger.set("observations", "ta18.o04", org_id="")
    (problem,) = ledger.problems(subjects)
    assert (problem.row, fix(problem, "en")) == (
        5,
        "fill exactly one of pairing_id, project_id, place_id, org_id",
    )


def test_an_observation_may_be_about_an_organisation(ledger):
    assert ledger.problems(subjects) == []

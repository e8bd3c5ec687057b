"""What runs past the first round says so."""

from build_scripts.checks.rules import past_the_round


def test_a_figure_past_2020_under_the_first_round_needs_a_note(ledger):
    ledger.set("funds", "ta18.f01", period="2018/2023")
    (problem,) = ledger.problems(past_the_round)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "period")
    ledger.set("funds", "ta18.f01", note="时段跨两轮")
    assert ledger.problems(past_the_round) == []


def test_the_second_round_may_run_on(ledger):
    ledger.set("pairings", "ew1-jia-yi", programme="ew2")
    ledger.set("funds", "ta18.f01", period="2021/2023")
    assert ledger.problems(past_the_round) == []


def test_a_year_that_no_document_can_speak_of_is_left_to_the_rule_of_years(ledger):
    ledger.set("funds", "tc21.f01", period="2081")
    assert ledger.problems(past_the_round) == []

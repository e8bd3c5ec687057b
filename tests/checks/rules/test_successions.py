"""A succession keeps one of its ends."""

from build_scripts.checks.rules import successions
from build_scripts.labels.problems import message


def test_a_succession_with_no_end_in_common_is_refused(ledger):
    ledger.set("pairings", "ew1-jia-yi", recipient_place_id="990121-dingcun")
    (problem,) = ledger.problems(successions)
    assert (problem.row, problem.column) == (3, "supersedes_id")
    assert message(problem, "en") == "shares neither provider nor recipient with 「ew1-bing-yi」"


def test_a_new_recipient_of_the_same_provider_is_a_succession(ledger):
    ledger.set("pairings", "ew1-jia-yi", recipient_place_id="990121-dingcun", provider_place_id="980122")
    assert ledger.problems(successions) == []

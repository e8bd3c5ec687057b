"""A report's range stays inside its compendium and off its siblings."""

import pytest

from build_scripts.checks.rules import source_ranges
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("14", "", "only one of text_start and text_end is filled"),
        ("", "", "its range in the compendium is not given"),
        ("20", "20", "the range 20–20 is empty"),
    ],
)
def test_a_range_must_be_whole(ledger, start, end, said):
    ledger.set("sources", "tb19-2", text_start=start, text_end=end)
    (problem,) = ledger.problems(source_ranges)
    assert (problem.row, message(problem, "en")) == (4, said)


def test_a_range_stays_in_that_of_its_parent(ledger):
    ledger.set("sources", "tb19", text_start="0", text_end="50")
    ledger.set("sources", "tb19-2", text_start="20", text_end="60")
    (problem,) = ledger.problems(source_ranges)
    assert message(problem, "en") == "the range 20–60 leaves that of its parent"


def test_two_reports_do_not_share_text(ledger):
    ledger.set("sources", "tb19-2", text_start="20", text_end="60")
    ledger.add("sources", "tb19-2", source_id="tb19-3", text_start="59", text_end="70")
    (problem,) = ledger.problems(source_ranges)
    assert (problem.row, message(problem, "en")) == (6, "the range overlaps that of 「tb19-2」")


def test_reports_may_stand_side_by_side(ledger):
    ledger.set("sources", "tb19-2", text_start="20", text_end="60")
    ledger.add("sources", "tb19-2", source_id="tb19-3", text_start="60", text_end="70")
    assert ledger.problems(source_ranges) == []

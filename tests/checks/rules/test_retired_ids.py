"""A retired id never stands again and leads on."""

import pytest

from build_scripts.checks.rules import retired_ids

HEADER = ["table", "row_id", "successor_id", "reason", "reason_en", "retired_on"]


def codes(ledger, *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    ledger.write("retired", [HEADER, *([*row, "", "2026-01-02"] for row in rows)])
    return [(problem.column, problem.code) for problem in ledger.problems(retired_ids)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("project", "ta18-old", "", "误录"), ("table", "no_table")),
        (("projects", "ta18-chayuan", "", "误录"), ("row_id", "in_use")),
        (("projects", "ta18-old", "", ""), ("reason", "no_reason")),
        (("projects", "ta18-old", "ta18-chayuam", ""), ("successor_id", "nowhere")),
        (("projects", "ta18-old", "ta18-old", ""), ("successor_id", "nowhere")),
    ],
)
def test_a_retired_id_that_leads_nowhere_is_an_error(ledger, row, found):
    assert codes(ledger, row) == [found]


def test_a_retired_id_leads_to_a_row_or_to_a_reason(ledger):
    rows = [("projects", "ta18-old", "ta18-chayuan", ""), ("funds", "ta18.f99", "", "重复录入")]
    assert codes(ledger, *rows) == []


def test_a_successor_may_be_retired_itself_as_long_as_the_chain_ends(ledger):
    chain = [("projects", "a", "b", ""), ("projects", "b", "ta18-chayuan", "")]
    assert codes(ledger, *chain) == []
    assert codes(ledger, ("projects", "a", "b", ""), ("projects", "b", "", "误录")) == []
    assert codes(ledger, ("projects", "a", "b", ""), ("projects", "b", "a", "")) == [("successor_id", "nowhere")] * 2


def test_the_row_that_was_probably_meant_is_suggested(ledger):
    ledger.write("retired", [HEADER, ["projects", "ta18-old", "ta18-chayuam", "", "", "2026-01-02"]])
    (problem,) = ledger.problems(retired_ids)
    assert dict(problem.values)["suggestion"] == "ta18-chayuan"

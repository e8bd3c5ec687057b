"""One report, one row that counts."""

from build_scripts.checks.rules import same_reports


def test_a_report_is_not_the_same_as_itself(ledger):
    ledger.set("sources", "tc21", same_as_source_id="tc21")
    (problem,) = ledger.problems(same_reports)
    assert (problem.row, problem.column) == (5, "same_as_source_id")


def test_reports_are_not_tied_in_a_chain(ledger):
    ledger.set("sources", "tc21", same_as_source_id="tb19-2")
    assert ledger.problems(same_reports) == []
    ledger.set("sources", "tb19-2", same_as_source_id="ta18")
    assert [p.row for p in ledger.problems(same_reports)] == [5]

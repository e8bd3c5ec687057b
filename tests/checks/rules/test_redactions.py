"""A withheld name is used only on the word of a source that withholds names."""

from build_scripts.checks.rules import redactions


def test_a_source_that_redacts_nothing_cannot_speak_of_a_redacted_place(ledger):
    ledger.set("observations", "ta18.o12", place_id="x-tb19-1")
    (problem,) = ledger.problems(redactions)
    assert (problem.table, problem.row, problem.column) == ("observations", 13, "place_id")


def test_a_report_is_redacted_where_its_compendium_is(ledger):
    ledger.set("sources", "tb19-2", is_redacted="false")
    assert ledger.problems(redactions) == []

"""A source read in full can be found again."""

from build_scripts.checks.rules import source_texts


def test_a_full_text_has_a_name_and_a_hash(ledger):
    ledger.set("sources", "ta18", text_name="", text_sha256="")
    found = ledger.problems(source_texts)
    assert [(p.row, p.column) for p in found] == [(2, "text_name"), (2, "text_sha256")]


def test_a_report_has_those_of_its_compendium_and_an_excerpt_none(ledger):
    assert ledger.problems(source_texts) == []

"""Evidence stands in its source's own script."""

from build_scripts.checks.rules import scripts
from build_scripts.labels.problems import message


def test_a_traditional_text_holds_no_simplified_print(ledger):
    ledger.set("projects", "tb19-2-xiaoxue", as_printed="己小学")
    (problem,) = ledger.problems(scripts)
    assert (problem.table, problem.row, problem.column) == ("projects", 5, "as_printed")
    assert message(problem, "en") == "the source is in Traditional, yet 「己小学」 has 「学」"


def test_a_simplified_text_holds_no_traditional_print_and_an_english_one_no_chinese(ledger):
    ledger.set("events", "ta18.e02", as_printed="甲縣")
    ledger.set("sources", "ta18", script="en")
    found = [(p.table, p.row) for p in ledger.problems(scripts)]
    assert ("events", 3) in found and ("pairings", 2) in found


def test_an_excerpt_is_not_held_to_the_script(ledger):
    ledger.set("pairing_claims", "tc21.p01", as_printed="甲縣")
    assert ledger.problems(scripts) == []


def test_characters_of_both_scripts_are_fine():
    assert scripts.foreign_characters("后里干台面谷系征着万", "Hant") == ""
    assert scripts.foreign_characters("乾坤瞭望", "Hans") == ""
    assert scripts.foreign_characters("幹部後勤", "Hans") == "幹後"

"""Rows are proved by the documents."""

import pytest

from build_scripts.checks.proof import proof_problems
from build_scripts.checks.rules import figures_agree
from build_scripts.labels.problems import fix, message


def prove(ledger):
    package, tables = ledger.read()
    doubtful = {(p.table, p.row) for p in figures_agree.problems(package, tables)}
    return proof_problems(tables, ledger.root / "texts", doubtful)


def test_every_row_with_an_offset_is_proved(ledger):
    problems, counts = prove(ledger)
    assert problems == []
    assert {table: count for table, count in counts.items() if count} == {
        "pairings": 3,
        "pairing_claims": 1,
        "projects": 4,
        "funds": 13,
        "observations": 16,
        "events": 2,
    }


def test_a_figure_that_is_not_at_its_offset_is_shown_with_what_stands_there(ledger):
    ledger.set("funds", "ta18.f05", start="129")
    (problem,), counts = prove(ledger)
    assert (problem.table, problem.row, problem.column, problem.rule) == ("funds", 6, "start", "proof")
    assert message(problem, "en") == "at 129 of 「ta18」 stands 「300万元」, not 「500万元」"
    assert fix(problem, "en") == "it stands nearest at 156"
    assert counts["funds"] == 12


def test_each_further_place_is_proved_too(ledger):
    ledger.set("funds", "ta18.f02", also_at="228 229")
    (problem,), _ = prove(ledger)
    assert (problem.row, problem.column, fix(problem, "en")) == (3, "also_at", "it stands nearest at 228, 119")


def test_a_print_that_the_text_does_not_have_says_so(ledger):
    ledger.set("events", "ta18.e02", as_printed="六月")
    (problem,), _ = prove(ledger)
    assert fix(problem, "zh") == "原文没有这个写法，请照原文改正"


def test_another_text_proves_nothing(ledger):
    text = ledger.root / "texts" / "jia-yi-2018.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    (problem,), counts = prove(ledger)
    assert (problem.table, problem.row, problem.column, problem.level) == (
        "sources",
        2,
        "text_sha256",
        "error",
    )
    assert counts["funds"] == 1


def test_a_text_that_is_not_there_is_a_warning(ledger):
    (ledger.root / "texts" / "hui-2019.txt").unlink()
    problems, counts = prove(ledger)
    assert [(p.row, p.level) for p in problems] == [(3, "warning"), (4, "warning")]
    assert counts["funds"] == 12


def test_a_figure_beyond_its_reports_range_proves_nothing(ledger):
    start = int(ledger.rows("funds")[13][ledger.rows("funds")[0].index("start")])
    ledger.set("sources", "tb19-2", text_end=str(start + 3))
    problems, counts = prove(ledger)
    assert ("funds", 14, "start") in [(p.table, p.row, p.column) for p in problems]
    assert counts["funds"] == 12


def test_a_row_whose_value_is_not_its_figure_is_not_counted(ledger):
    ledger.set("funds", "ta18.f01", amount="1200")
    problems, counts = prove(ledger)
    assert problems == [] and counts["funds"] == 12


@pytest.mark.parametrize("start", ["-5", "99999", ""])
def test_offsets_outside_the_text_are_no_proof(ledger, start):
    ledger.set("funds", "ta18.f01", start=start)
    assert prove(ledger)[1]["funds"] == 12

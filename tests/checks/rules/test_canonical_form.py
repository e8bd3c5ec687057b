"""A row that stands in the wrong place is told where it belongs, and nobody is sent home for it."""

from build_scripts.checks.rules import canonical_form
from build_scripts.checks.run import check
from build_scripts.commands.format import format_ledger
from build_scripts.labels.problems import fix, message


def test_a_row_at_the_end_is_told_behind_which_row_it_belongs(ledger):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [header, rows[0], *rows[2:], rows[1]])
    found = check(ledger.root)
    (problem,) = found.problems
    assert found.passed and (problem.table, problem.row, problem.level) == ("funds", 15, "warning")
    assert message(problem, "zh") == "「ta18.f02」这一行排错了位置"
    assert fix(problem, "zh") == "应排在「ta18.f01」之后；运行 format 命令会自动排好"
    assert fix(problem, "en") == "it belongs behind row 「ta18.f01」; the command format puts it there"


def test_a_row_that_belongs_first_is_told_so(ledger):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [header, *rows[1:], rows[0]])
    (problem,) = ledger.problems(canonical_form)
    assert (problem.row, problem.code) == (15, "first")


def test_only_the_rows_that_have_to_move_are_named(ledger):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [header, *rows[5:], *rows[:5]])
    assert [p.row for p in ledger.problems(canonical_form)] == [11, 12, 13, 14, 15]


def test_needless_quotes_are_found_and_format_mends_them(ledger):
    content = ledger.file("funds").read_bytes()
    ledger.file("funds").write_bytes(content.replace(b"ta18.f01,", b'"ta18.f01",', 1))
    assert [(p.code, p.level) for p in ledger.problems(canonical_form)] == [("signs", "warning")]
    format_ledger(ledger.root)
    assert ledger.problems(canonical_form) == []
    assert ledger.file("funds").read_bytes() == content


def test_format_writes_the_booleans_of_spreadsheets_small(ledger):
    content = ledger.file("funds").read_bytes()
    ledger.file("funds").write_bytes(content.replace(b",true,", b",TRUE,").replace(b",false,", b",False,"))
    assert not check(ledger.root).passed
    format_ledger(ledger.root)
    assert ledger.file("funds").read_bytes() == content

"""A file that `make format` would change is found."""

from build_scripts.checks.rules import canonical_form
from build_scripts.commands.format import format_ledger


def test_rows_out_of_order_are_one_finding_for_the_file(ledger):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [header, *reversed(rows)])
    (problem,) = ledger.problems(canonical_form)
    assert (problem.table, problem.row, problem.fix_en, problem.level) == (
        "funds",
        0,
        "run make format",
        "error",
    )


def test_needless_quotes_are_found_and_format_mends_them(ledger):
    content = ledger.file("funds").read_bytes()
    ledger.file("funds").write_bytes(content.replace(b"ta18.f01,", b'"ta18.f01",', 1))
    assert len(ledger.problems(canonical_form)) == 1
    format_ledger(ledger.root)
    assert ledger.problems(canonical_form) == []
    assert ledger.file("funds").read_bytes() == content

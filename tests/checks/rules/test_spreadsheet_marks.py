"""What a spreadsheet made of a cell is asked about."""

import pytest

from build_scripts.checks.rules import spreadsheet_marks
from build_scripts.labels.problems import message


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1月2日", "date"), ("2-Jan", "date"), ("-1", "date"), ("45293", "date"), ("1E+05", "power")],
)
def test_a_section_that_looks_like_a_date_or_a_number_is_a_question(ledger, cell, code):
    ledger.set("funds", "ta18.f01", section=cell)
    (problem,) = ledger.problems(spreadsheet_marks)
    assert (problem.row, problem.column, problem.code, problem.level) == (2, "section", code, "warning")
    assert cell in message(problem, "zh") and cell in message(problem, "en")


@pytest.mark.parametrize(
    ("table", "key", "column", "cell", "code"),
    [
        ("places", "980122", "place_id", "9.80122E+11", "power"),
        ("projects", "ta18-chayuan", "title", "#REF!", "lost"),
        ("sources", "ta18", "note", "####", "lost"),
        ("events", "ta18.e01", "title", "Mar-12", "date"),
    ],
)
def test_every_text_column_is_looked_at(ledger, table, key, column, cell, code):
    ledger.set(table, key, **{column: cell})
    assert [(p.table, p.column, p.code) for p in ledger.problems(spreadsheet_marks)] == [(table, column, code)]


def test_what_documents_print_and_how_sections_are_numbered_is_fine(ledger):
    ledger.set("funds", "ta18.f01", section="二.(一).1", as_printed="1月2日")
    assert ledger.problems(spreadsheet_marks) == []

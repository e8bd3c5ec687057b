"""Findings in the three forms, and in each language."""

import json
import subprocess
import sys
from pathlib import Path

from build_scripts.checks.run import Findings
from build_scripts.commands.check import as_github, as_json, as_text
from build_scripts.ledger.problem import finding

PROGRAM = Path(__file__).parents[2]
ZH, EN = ("zh",), ("en",)
WRONG = finding("funds", 3, "amount", "number", rule="schema", cell="1,2", suggestion="12")
ODD = finding("sources", 0, "", "too_many", rule="row_counts", level="warning", rows=4, expected="3%\n")
FOUND = Findings([WRONG, ODD], {"funds": 14, "sources": 4}, {"funds": 12, "sources": 0})


def test_text_has_a_line_a_finding_and_a_line_of_counts():
    assert as_text(Findings([WRONG], {"funds": 14}), ZH) == (
        "datasets/funds.csv:3: amount: 「1,2」不是数字；只用 0–9 和小数点；是不是 12？\n"
        "共 14 行（funds 14）；错误 1 处，提醒 0 处\n"
    )
    assert as_text(FOUND, EN).splitlines()[-1] == (
        "18 rows (funds 14, sources 4); errors: 1, warnings: 1; 12 rows proved by their texts"
    )


def test_both_languages_stand_under_each_other():
    first, second, *_ = as_text(FOUND, ("zh", "en")).splitlines()
    assert first.endswith("是不是 12？") and second.endswith("did you mean 12?")


def test_many_findings_of_one_kind_in_a_column_are_told_once_with_their_count():
    cells = [finding("funds", line, "in_totals", "boolean", rule="schema", cell="TRUE") for line in range(2, 1047)]
    told, counts = as_text(Findings([*cells], {"funds": 1045}), EN).splitlines()
    assert told.startswith("datasets/funds.csv:2: in_totals: 「TRUE」 is not true or false; write true or false (1045")
    assert "lines 2, 3, 4, " in told and counts.endswith("errors: 1045, warnings: 0")
    assert len(json.loads(as_json(Findings([*cells], {})))["problems"]) == 1045


def test_three_of_a_kind_are_told_each():
    cells = [finding("funds", line, "in_totals", "boolean", rule="schema", cell="x") for line in (2, 3, 4)]
    assert len(as_text(Findings(cells, {}), EN).splitlines()) == 4


def test_json_says_everything():
    content = json.loads(as_json(FOUND))
    assert content["passed"] is False
    assert content["rows"] == {"funds": 14, "sources": 4} and content["proved"] == {"funds": 12, "sources": 0}
    assert content["problems"][0] == {
        "file": "datasets/funds.csv", "table": "funds", "row": 3, "column": "amount", "rule": "schema",
        "code": "number", "level": "error", "values": {"cell": "1,2", "suggestion": "12"},
        "message_zh": "「1,2」不是数字", "message_en": "「1,2」 is not a number",
        "fix_zh": "只用 0–9 和小数点；是不是 12？",
        "fix_en": "use the digits 0–9 and a decimal point only; did you mean 12?",
    }  # fmt: skip


def test_github_gets_one_escaped_command_a_finding():
    first, second, counts = as_github(FOUND, EN).splitlines()
    assert first.startswith("::error file=datasets/funds.csv,line=3::amount: 「1,2」 is not a number; use")
    assert second.startswith("::warning file=datasets/sources.csv,line=1::has 4 rows, more than the 3%25\\n expected")
    assert counts.startswith("18 rows")


def test_no_form_prints_a_control_character_or_lets_a_header_begin_a_line():
    odd = "title\n::error file=a.csv::x\x1b[31m\u202e\U000e0041"
    problem = finding("funds", 1, odd, "header_extra", rule="file_forms", label=odd)
    found = Findings([problem], {"funds": 1})
    for text in (as_text(found, ("zh", "en")), as_json(found), as_github(found, ("zh", "en"))):
        assert all(c == "\n" or c.isprintable() for c in text)
        assert not any(line.startswith("::error file=a.csv") for line in text.splitlines())
    assert json.loads(as_json(found))["problems"][0]["column"] == odd


def test_what_check_is_made_of_loads_neither_pandas_nor_frictionless_before_the_tables_are_read():
    """Frictionless begins in a process of its own while pandas is loaded: a tenth of the time that `check` takes."""
    asked = "import sys, build_scripts.commands.check; print({'pandas', 'frictionless'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=PROGRAM, check=True)
    assert told.stdout == "set()\n"

"""Findings in the three forms."""

import json

from build_scripts.checks.output import as_github, as_json, as_text
from build_scripts.checks.run import Findings
from build_scripts.ledger.problem import Problem

WRONG = Problem(
    "funds", 3, "amount", "不是数字", "is not a number", "只用 0–9", "use digits", rule="type-error"
)
ODD = Problem("sources", 0, "", "甲%乙\n丙", "a%b\nc, d: e", level="warning", rule="row_counts")
FOUND = Findings([WRONG, ODD], {"funds": 14, "sources": 4}, {"funds": 12, "sources": 0})


def test_text_has_a_line_a_finding_and_a_line_of_counts():
    assert as_text(Findings([WRONG], {"funds": 14}), "zh") == (
        "datasets/funds.csv:3: amount: 不是数字；只用 0–9\n共 14 行（funds 14）；错误 1 处，提醒 0 处\n"
    )
    assert as_text(FOUND, "en").splitlines()[-1] == (
        "18 rows (funds 14, sources 4); errors: 1, warnings: 1; 12 rows proved by their texts"
    )


def test_json_says_everything():
    content = json.loads(as_json(FOUND, "en"))
    assert content["passed"] is False
    assert content["rows"] == {"funds": 14, "sources": 4} and content["proved"] == {"funds": 12, "sources": 0}
    assert content["problems"][0] == {
        "file": "datasets/funds.csv", "table": "funds", "row": 3, "column": "amount",
        "message_zh": "不是数字",
        "message_en": "is not a number", "fix_zh": "只用 0–9", "fix_en": "use digits", "level": "error",
        "rule": "type-error",
    }  # fmt: skip


def test_github_gets_one_escaped_command_a_finding():
    first, second, counts = as_github(FOUND, "en").splitlines()
    assert first == "::error file=datasets/funds.csv,line=3::amount: is not a number; use digits"
    assert second == "::warning file=datasets/sources.csv,line=1::a%25b%0Ac, d: e"
    assert counts.startswith("18 rows")

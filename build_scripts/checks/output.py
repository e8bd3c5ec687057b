"""Findings as text for people, as JSON for programs, as workflow commands for GitHub."""

from __future__ import annotations

import json

from build_scripts.checks.run import Findings
from build_scripts.ledger.problem import Problem, errors

GITHUB_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
GITHUB_PROPERTY_ESCAPES = {**GITHUB_ESCAPES, ":": "%3A", ",": "%2C"}


def as_text(findings: Findings, lang: str) -> str:
    """One line a finding, then one line of counts."""
    return "\n".join([*(p.as_text(lang) for p in findings.problems), counts_line(findings, lang)]) + "\n"


def counts_line(findings: Findings, lang: str) -> str:
    rows = ", ".join(f"{table} {count}" for table, count in findings.rows.items())
    wrong = len(errors(findings.problems))
    warned = len(findings.problems) - wrong
    if lang == "zh":
        proved = "" if findings.proved is None else f"；核对原文无误 {sum(findings.proved.values())} 行"
        return f"共 {sum(findings.rows.values())} 行（{rows}）；错误 {wrong} 处，提醒 {warned} 处{proved}"
    proved = (
        "" if findings.proved is None else f"; {sum(findings.proved.values())} rows proved by their texts"
    )
    return f"{sum(findings.rows.values())} rows ({rows}); errors: {wrong}, warnings: {warned}{proved}"


def as_json(findings: Findings, lang: str) -> str:
    """One object: passed, rows, proved, problems (each with both languages, so `lang` changes nothing)."""
    content = {
        "passed": findings.passed,
        "rows": findings.rows,
        "proved": findings.proved,
        "problems": [p.as_dict() for p in findings.problems],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_github(findings: Findings, lang: str) -> str:
    """Workflow commands, which GitHub shows on the changed lines, then the line of counts."""
    return (
        "\n".join([*(workflow_command(p, lang) for p in findings.problems), counts_line(findings, lang)])
        + "\n"
    )


def workflow_command(problem: Problem, lang: str) -> str:
    """The command `::error file=…,line=…::message`; its escapes are those of actions/toolkit command.ts."""
    separator = "；" if lang == "zh" else "; "
    message = separator.join(part for part in (problem.message(lang), problem.fix(lang)) if part)
    if problem.column:
        message = f"{problem.column}: {message}"
    file = problem.file.translate(str.maketrans(GITHUB_PROPERTY_ESCAPES))
    message = message.translate(str.maketrans(GITHUB_ESCAPES))
    return f"::{problem.level} file={file},line={max(problem.row, 1)}::{message}"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}

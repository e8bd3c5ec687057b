"""`check`: findings as text for people, as JSON for programs, as workflow commands for GitHub."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path

from build_scripts.checks.prose import prose_problems
from build_scripts.checks.run import Findings, check
from build_scripts.commands.vanished import with_vanished
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.problems import escaped, fix, in_words, message, place_of
from build_scripts.ledger.problem import Problem, errors
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.prose import compose_docs

GITHUB_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
GITHUB_PROPERTY_ESCAPES = {**GITHUB_ESCAPES, ":": "%3A", ",": "%2C"}
TOLD_EACH, LINES_SHOWN = 3, 20  # findings of one kind in one column before they are counted instead


def run(root: Path, sources: Path | None, form: str, languages: tuple[str, ...], base: str | None = None) -> int:
    """Prints all findings in one of FORMATS; returns 0 where none of them is an error, else 1.

    With `base`, a revision of git, ids that vanished since are among them.
    """
    prose = compose_docs(root)
    lines = sum(content.count(b"\n") for content in prose.values())
    findings, of_prose = both(partial(check, root, sources), partial(prose_problems, prose), lines)
    findings = replace(findings, problems=sorted([*findings.problems, *of_prose]))
    if base:
        findings = with_vanished(findings, root, base)
    print(FORMATS[form](findings, languages), end="")
    return 0 if findings.passed else 1


def as_text(findings: Findings, languages: tuple[str, ...]) -> str:
    """One line a finding (many of one kind: one line with their count), then the line of counts."""
    return "\n".join([*told(findings.problems, languages), *counts_lines(findings, languages)]) + "\n"


def told(problems: list[Problem], languages: tuple[str, ...]) -> list[str]:
    """Returns the findings as lines in each language; those of one kind in one column are told once, with a count."""
    kinds: dict[tuple, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds[problem.table, problem.column, problem.rule, problem.code, problem.level].append(problem)
    return [
        f"{place_of(first)}: {in_words(first, lang)}{others(same, lang)}"
        for same in kinds.values()
        for first in (same if len(same) <= TOLD_EACH else same[:1])
        for lang in languages
    ]


def others(same: list[Problem], lang: str) -> str:
    """Returns how many findings of this kind there are and on which lines; nothing where each is told."""
    if len(same) <= TOLD_EACH:
        return ""
    lines = word(lang, "problems.comma").join(str(p.row) for p in same[:LINES_SHOWN])
    return word(lang, "problems.others", count=len(same), lines=lines + ("…" if len(same) > LINES_SHOWN else ""))


def counts_lines(findings: Findings, languages: tuple[str, ...]) -> list[str]:
    wrong = len(errors(findings.problems))
    values = {
        "total": sum(findings.rows.values()),
        "rows": ", ".join(f"{table} {count}" for table, count in findings.rows.items()),
        "wrong": wrong,
        "warned": len(findings.problems) - wrong,
    }
    proved = findings.proved
    return [
        word(lang, "problems.counts", **values)
        + ("" if proved is None else word(lang, "problems.proved", count=sum(proved.values())))
        for lang in languages
    ]


def as_json(findings: Findings, languages: tuple[str, ...] = ()) -> str:
    """One object: passed, rows, proved, problems (each in both languages, so `languages` changes nothing)."""
    content = {
        "passed": findings.passed,
        "rows": findings.rows,
        "proved": findings.proved,
        "problems": [as_dict(p) for p in findings.problems],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return "\n".join(escaped(line) for line in text.split("\n")) + "\n"


def as_dict(problem: Problem) -> dict:
    """Returns a finding as plain values: where, what, the values, and the words in each language."""
    where = {name: getattr(problem, name) for name in ("file", "table", "row", "column", "rule", "code", "level")}
    words = {
        f"{kind}_{lang}": say(problem, lang) for kind, say in (("message", message), ("fix", fix)) for lang in LANGUAGES
    }
    return {**where, "values": dict(problem.values), **words}


def as_github(findings: Findings, languages: tuple[str, ...]) -> str:
    """Workflow commands, which GitHub shows on the changed lines, then the line of counts."""
    commands = [workflow_command(p, languages) for p in findings.problems]
    return "\n".join([*commands, *counts_lines(findings, languages)]) + "\n"


def workflow_command(problem: Problem, languages: tuple[str, ...]) -> str:
    """The command `::error file=…,line=…::message`; its escapes are those of actions/toolkit command.ts."""
    said = "\n".join(in_words(replace(problem, level="error"), lang) for lang in languages)  # GitHub shows the level
    if problem.column:
        said = f"{escaped(problem.column)}: {said}"
    file = escaped(problem.file).translate(str.maketrans(GITHUB_PROPERTY_ESCAPES))
    return f"::{problem.level} file={file},line={max(problem.row, 1)}::{said.translate(str.maketrans(GITHUB_ESCAPES))}"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}

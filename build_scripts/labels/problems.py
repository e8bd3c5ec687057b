"""Findings in words: what is wrong, how to mend it, what was probably meant, in one language."""

from __future__ import annotations

import json
import unicodedata

from build_scripts.labels import word
from build_scripts.ledger.problem import HIDDEN, Problem

LONGEST = 60  # characters of a cell that a message shows
NEVER_CUT = 400  # a list of codes or columns is shown whole


def message(problem: Problem, lang: str) -> str:
    """Returns what is wrong; raises KeyError where a code has no words."""
    return word(lang, f"problems.{problem.rule}.{problem.code}.message", **filled(problem, lang))


def fix(problem: Problem, lang: str) -> str:
    """Returns how to mend it, and what was probably meant where that can be said."""
    values = filled(problem, lang)
    advice = word(lang, f"problems.{problem.rule}.{problem.code}.fix", **values)
    if not values.get("suggestion"):
        return advice
    return joined_sentences(advice, word(lang, "problems.suggestion", **values), lang)


def filled(problem: Problem, lang: str) -> dict[str, str]:
    """Returns the values of a problem as shown in a language, the words of its reason among them."""
    values = {name.removesuffix(f"_{lang}"): joined(value, lang) for name, value in problem.values}
    if "because" in values:
        values["because"] = word(lang, f"problems.because.{values['because']}", **values)
    return {**values, "column": shown(problem.column)}


def joined(value: str | tuple[str, ...], lang: str) -> str:
    if isinstance(value, str):
        return shown(value)
    return shown(word(lang, "problems.comma").join(value), NEVER_CUT)


def shown(text: str, longest: int = LONGEST) -> str:
    """Returns the text on one line, cut after `longest` characters, hidden characters as \\uXXXX."""
    return escaped(text[:longest]) + ("…" if len(text) > longest else "")


def escaped(text: str) -> str:
    """Returns the text with every control, bidirectional or invisible character as \\uXXXX, as JSON writes it."""
    if text.isprintable():
        return text
    return "".join(json.dumps(c)[1:-1] if unicodedata.category(c) in HIDDEN else c for c in text)


def in_words(problem: Problem, lang: str) -> str:
    """Returns `what is wrong; how to mend it`, a warning marked as one."""
    mark = word(lang, "problems.warning") if problem.level == "warning" else ""
    return mark + joined_sentences(message(problem, lang), fix(problem, lang), lang)


def joined_sentences(first: str, second: str, lang: str) -> str:
    """Returns both as one line; a question keeps its mark and nothing beside it."""
    return first + word(lang, f"problems.{'after_question' if first[-1] in '?？' else 'separator'}") + second


def place_of(problem: Problem) -> str:
    """Returns `file:line: column`, the form editors and people can follow."""
    return ": ".join(escaped(part) for part in (f"{problem.file}:{problem.row}", problem.column) if part)

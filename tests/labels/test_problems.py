"""Every finding has words in both languages, and every word of a finding belongs to one that the code can make."""

import ast
import re
from pathlib import Path

import pytest

from build_scripts.labels import LANGUAGES, read_words
from build_scripts.labels.problems import escaped, fix, message, shown
from build_scripts.ledger.problem import finding

PROGRAM = Path(__file__).parents[2] / "build_scripts"
FRAME = {"warning", "separator", "after_question", "comma", "suggestion", "others"}
FRAME |= {"counts", "proved", "unexpected", "because"}


def codes(lang):
    words = read_words(lang)["problems"]
    return {(rule, code) for rule in words.keys() - FRAME for code in words[rule]}


def test_each_rule_and_code_that_has_words_stands_in_the_code():
    spelled = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    composed = {"value_differs_wan", "value_differs_yi", "no_provider", "no_recipient"}
    names = set(re.findall(r"[\w-]+", spelled)) | composed
    modules = {path.stem for path in PROGRAM.rglob("*.py")}
    assert not {(rule, code) for rule, code in codes("en") if rule not in modules or code not in names}


def coded_findings():
    """Yields (rule, code) of every call of `finding` whose code is written out; a rule's name is its module's."""
    for path in PROGRAM.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "finding" and len(call.args) > 3:
                rules = [k.value.value for k in call.keywords if k.arg == "rule" and isinstance(k.value, ast.Constant)]
                if isinstance(call.args[3], ast.Constant) and (rules or path.parent.name == "rules"):
                    yield (rules or [path.stem])[0], call.args[3].value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_code_that_the_code_makes_has_words(lang):
    made = set(coded_findings())
    assert len(made) >= 60  # those whose code is written out; `ledger.problems` of the tests words the others
    assert not made - codes(lang)


def test_each_reason_stands_in_the_code():
    spelled = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    assert not {reason for reason in read_words("en")["problems"]["because"] if f'"{reason}"' not in spelled}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_fill_in_the_same_values(lang):
    own, other = (read_words(each)["problems"] for each in (lang, next(each for each in LANGUAGES if each != lang)))
    for rule, code in codes(lang):
        for kind in ("message", "fix"):
            values = re.findall(r"\{(\w+)\}", own[rule][code][kind])
            assert set(values) == set(re.findall(r"\{(\w+)\}", other[rule][code][kind])), (rule, code, kind)


def test_a_value_in_two_languages_is_said_in_its_own():
    problem = finding(
        "pairings", 2, "recipient_place_id", "missing", rule="foreign_keys",
        cell="130724", key="place_id", target="places", suggestion_zh="130723 康保县", suggestion_en="130723 Kangbao",
    )  # fmt: skip
    assert fix(problem, "zh") == "改正编号，或先在 places.csv 加上这一行；是不是 130723 康保县？"
    assert fix(problem, "en").endswith("; did you mean 130723 Kangbao?")


def test_a_code_without_words_is_named():
    with pytest.raises(KeyError, match="problems.dates.yesterday.message"):
        message(finding("funds", 2, "period", "yesterday", rule="dates"), "en")


def test_what_cannot_be_seen_is_shown_and_what_is_long_is_cut():
    assert escaped("a\u202eb\n\U000e0041") == "a\\u202eb\\n\\udb40\\udc41"
    assert shown("字" * 61) == "字" * 60 + "…"

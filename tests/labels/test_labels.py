"""Every visible word is shown somewhere: the code spells its key, or the key of its group and the name of the word.

Found from the text of the code, not from a run: many words are for data that the tiny ledger does not have, and those
of the search and the explorer are read by scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.labels import LANGUAGES, read_words
from build_scripts.ledger.package import open_package

ROOT = Path(__file__).parents[2]
CODE = ("build_scripts/**/*.py", "build_scripts/**/*.html", "docs/theme/**/*.html", "docs/assets/js/*.js")
HANDED_OVER = {  # group that is handed over as one object -> who reads it, by the names of its words
    "audit.pages": "pages/audit.py, by the page's own key",
    "charts": "charts/sketches.py hands each chart the words under its KEY; the chart names them",
    "explorer": "templates/explorer.html as `x`; explorer.js from the configuration of explorer_config.py",
    "search": "the scripts of the search, from a file of search_index.py",
    "theme": "docs/theme as `words`, from render.py; pages/home.py",
}
NAMED_BY_DATA = {  # beginning of the keys of words that are named after codes, which no key in the code spells
    "problems.": "rules and codes of checks/; test_problems.py holds them to the code",
    "reliability.reason.type_": "document types of schemas/sources.yaml",
    "signals.contradiction.enumeration": "a kind of schemas/relations.yaml",
}
FORMS = ("one", "other")  # Book.say chooses
VALUE = r"(?:\{[^{}]*\}|\[[^\[\]]*\])"  # {name} in a formatted key, [name] for what a template joins to one
JOINED = re.compile(r"\.\" ~ ([\w.]+)(?: ~ \"(?=\.))?")  # in a template: "pages.home." ~ key ~ ".title"
KEY = re.compile(r"(?:[\w-]|\{[^{}]*\})+(?:\.(?:[\w-]|\{[^{}]*\})+|\[[^\[\]]*\])+")
STEP = re.compile(rf"{VALUE}|[\w-]+|\.")


def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for each in CODE for path in sorted(ROOT.glob(each)))


def leaves(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yields the path of each word; the forms of one plural are one word."""
    if isinstance(node, dict) and not set(node) <= set(FORMS):
        for name, below in node.items():
            yield from leaves(below, (*path, str(name)))
    else:
        yield path


def spelled_keys(text: str) -> list[re.Pattern]:
    """Returns each dotted key of the code that begins with a part of the labels; values in it stand for any name."""
    parts = "|".join(read_words("en"))
    found = set(KEY.findall(JOINED.sub(r"[\1]", text)))
    return [re.compile(pattern(key)) for key in sorted(found) if re.match(rf"(?:{parts})[.\[]", key)]


def pattern(key: str) -> str:
    any_name = {"[": r"\.([\w-]+)", "{": r"([\w-]+)"}
    return "".join(any_name.get(step[0]) or re.escape(step) for step in STEP.findall(key))


def unread(words: dict, text: str) -> list[str]:
    """Returns the keys of the words that the code does not read."""
    keys, names = spelled_keys(text), set(re.findall(r"[\w-]+", text))
    return [".".join(path) for path in leaves(words) if not is_read(path, keys, names)]


def is_read(path: tuple[str, ...], keys: list[re.Pattern], names: set[str]) -> bool:
    key = ".".join(path)
    if key.startswith(tuple(NAMED_BY_DATA)):
        return True
    if any(key.startswith(f"{group}.") for group in HANDED_OVER) and path[-1] in names:
        return True
    return is_spelled(path, keys, names)


def is_spelled(path: tuple[str, ...], keys: list[re.Pattern], names: set[str]) -> bool:
    """True where the code spells the key; what stands for a value in it must be a name that the code knows."""
    found = [match for each in keys if (match := each.fullmatch(".".join(path)))]
    return any(names.issuperset(match.groups()) for match in found)


def test_every_word_is_read():
    text = code()
    for lang in LANGUAGES:
        assert unread(read_words(lang), text) == []


def test_a_word_that_nothing_reads_is_told():
    home, state = {"crumb": "首页", "old_crumb": "旧首页"}, {"known": "有", "unheard_of": "无"}
    words = {"pages": {"home": home}, "gaps": {"state": state}}
    assert unread(words, code()) == ["pages.home.old_crumb", "gaps.state.unheard_of"]


def test_every_excuse_is_needed():
    text = code()
    keys, names = spelled_keys(text), set(re.findall(r"[\w-]+", text))
    paths = [path for path in leaves(read_words("en")) if not is_spelled(path, keys, names)]
    for beginning in (*NAMED_BY_DATA, *(f"{group}." for group in HANDED_OVER)):
        assert any(".".join(path).startswith(beginning) for path in paths), beginning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_audit_of_every_kind_that_fails_is_worded_as_a_contradiction(lang):
    words = read_words(lang)["signals"]["contradiction"]
    kinds = ("parts", "account", *open_package(ROOT).codes("relations", "kind"))
    assert [kind for kind in kinds if kind not in words] == []

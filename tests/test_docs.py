"""What the documents name exists, and what people choose from equals the schema."""

import re
from pathlib import Path

import pytest
import yaml

from build_scripts.labels import LANGUAGES, read_words

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md")
BARE_COMMAND = re.compile(r"(?<!\.venv/bin/)python3? -m build_scripts")
HEADING = re.compile(r"^(#+) .*?(\{#[\w-]+\})?$", re.M)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_a_document_names_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"make ([a-z]+(?:-[a-z]+)*)\b", (ROOT / name).read_text(encoding="utf-8")))
    assert named <= targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_a_document_names_exists(name):
    paths = set(
        re.findall(
            r"`((?:build_scripts|schemas|datasets|docs|tests)/[\w./-]*)`", (ROOT / name).read_text(encoding="utf-8")
        )
    )
    assert not [p for p in paths if not (ROOT / p).exists()]


@pytest.mark.parametrize(
    "path", [*DOCUMENTS, *(str(p.relative_to(ROOT)) for p in sorted((ROOT / "docs").glob("??/*.md")))]
)
def test_commands_are_shown_with_the_python_that_has_what_they_need(path):
    assert not BARE_COMMAND.findall((ROOT / path).read_text(encoding="utf-8"))


def section(name, heading):
    return re.search(rf"^## {heading}\n(.*?)(?=^## )", (ROOT / name).read_text(encoding="utf-8"), re.M | re.S)[1]


WALKS = [re.findall(r"^\d+\. (.*)$", walk, re.M) for walk in section("HACKING.md", "Two walks").split("\n**")[1:]]


def defines(path, name):
    return re.search(rf"^\s*(?:def|class) {name}\b|^{name}\b.*=", read(path), re.M)


def test_there_are_two_walks_of_ten_steps():
    assert [len(walk) for walk in WALKS] == [10, 10]


@pytest.mark.parametrize("step", [step for walk in WALKS for step in walk])
def test_a_step_of_a_walk_names_what_is_there(step):
    """A name belongs to the file named before it in the step."""
    tokens = [token for token in re.findall(r"`([\w/.]+)`", step) if token.endswith(".py") or "." not in token]
    assert tokens[0].endswith(".py")
    path, unknown = "", []
    for token in tokens:
        path, is_file = (token, True) if token.endswith(".py") else (path, False)
        unknown += [] if is_file or defines(path, token) or token in imported(path) else [f"{path}: {token}"]
    assert not unknown


def imported(path):
    return set(re.findall(r"\w+", " ".join(re.findall(r"^from .*? import (.*)$", read(path), re.M))))


def read(path):
    return (ROOT / "build_scripts" / path).read_text(encoding="utf-8")


def test_the_naming_guide_shows_names_that_are_used():
    columns = {field["name"] for path in (ROOT / "schemas").glob("*.yaml") for field in schema(path.stem)["fields"]}
    program = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "build_scripts").rglob("*.py"))
    shown = [name for name in re.findall(r"`(\w+)`", section("HACKING.md", "Names")) if not re.search("^_|_$", name)]
    assert len(shown) > 8
    assert not [name for name in shown if name not in columns and f"def {name}(" not in program]


def schema(table):
    return yaml.safe_load((ROOT / "schemas" / f"{table}.yaml").read_text(encoding="utf-8"))


def test_hand_written_pages_stand_in_both_languages():
    trees = [
        {p.relative_to(ROOT / "docs" / lang) for p in (ROOT / "docs" / lang).rglob("*.md")} for lang in ("zh", "en")
    ]
    assert trees[0] == trees[1] and trees[0]


def test_hand_written_pages_have_the_same_headings_and_tables_in_both_languages():
    def shape(path):
        text = path.read_text(encoding="utf-8")
        return HEADING.findall(text), [line.count("|") for line in text.splitlines() if line.startswith("|")]

    for path in (ROOT / "docs" / "zh").glob("*.md"):
        assert shape(path) == shape(ROOT / "docs" / "en" / path.name), path.name


def prose(lang, name):
    return (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")


def codes(table, column, lang):
    return [each[lang] for each in next(f for f in schema(table)["fields"] if f["name"] == column)["codes"].values()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_explains_the_words_of_the_tables(lang):
    words = read_words(lang)
    wanted = [*codes("funds", "stage", lang), *codes("funds", "basis", lang), words["pages"]["umbrella"]]
    wanted += codes("pairings", "dates_basis", lang)[:3]
    wanted += [next(f for f in schema("pairings")["fields"] if f["name"] == "programme")["codes"]["mixed"][lang]]
    for group in (words["pages"]["money_class"], words["evidence"]["mark"], words["audit"]["verdict"]):
        wanted += group.values()
    wanted += [*words["audit"]["conflict"].values(), words["signals"]["title"]]
    rows = [line.casefold() for line in prose(lang, "glossary").splitlines() if line.startswith("| ")]
    terms = [row.split(" | ")[0] for row in rows]
    assert not [word for word in wanted if not any(word.casefold() in term for term in terms)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_method_names_the_stages_as_the_tables_do(lang):
    text = prose(lang, "method")
    assert not [stage for stage in codes("funds", "stage", lang) if stage not in text]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_links_are_called_what_they_say_they_are(lang):
    """What a hand-written page tells a reader to press is what stands on the page."""
    words = read_words(lang)
    record, foot = words["pages"]["use"]["correct"], words["theme"]["corrections"]
    assert f"[{words['gaps']['title']}](gaps.md)" in prose(lang, "about")
    assert not [name for name in ("about", "corrections", "contribute") if foot not in prose(lang, name)]
    assert record in prose(lang, "about") and record in prose(lang, "corrections")


def test_the_repository_holds_no_site_and_no_cache():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/site", "/build/", "/.venv/"} <= set(ignored)


PRIVATE = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))["private_report"]


@pytest.mark.parametrize(
    "name",
    [
        *("docs/zh/privacy.md", "docs/en/privacy.md", "SECURITY.md", ".github/ISSUE_TEMPLATE/config.yml"),
        *(".github/ISSUE_TEMPLATE/correction.yml", ".github/ISSUE_TEMPLATE/site_error.yml"),
    ],
)
def test_the_address_at_which_a_person_is_reported_privately_is_shown(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert PRIVATE in text
    assert re.search("不必重复|不要重复|do\\s+not\\s+repeat", text)

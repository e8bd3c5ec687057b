"""What the documents name exists, and what people choose from equals the schema."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "HACKING.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_a_document_names_exists(name):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"make ([a-z]+)\b", (ROOT / name).read_text(encoding="utf-8")))
    assert named <= targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_a_document_names_exists(name):
    paths = set(
        re.findall(
            r"`((?:build_scripts|schemas|datasets|docs|tests)/[\w./-]*)`", (ROOT / name).read_text(encoding="utf-8")
        )
    )
    assert not [p for p in paths if not (ROOT / p).exists()]


def schema(table):
    return yaml.safe_load((ROOT / "schemas" / f"{table}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("field, table, column", [("programme", "pairings", "programme"), ("stage", "funds", "stage")])
def test_the_choices_of_the_issue_form_are_those_of_the_schema(field, table, column):
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "add_data.yml").read_text(encoding="utf-8"))
    options = next(f for f in form["body"] if f.get("id") == field)["attributes"]["options"]
    codes = next(f for f in schema(table)["fields"] if f["name"] == column)["codes"]
    assert options == list(codes)


def test_hand_written_pages_stand_in_both_languages():
    trees = [
        {p.relative_to(ROOT / "docs" / lang) for p in (ROOT / "docs" / lang).rglob("*.md")} for lang in ("zh", "en")
    ]
    assert trees[0] == trees[1] and trees[0]


def test_the_repository_holds_no_site_and_no_cache():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/site", "/build/", "/.venv/"} <= set(ignored)

"""What a build keeps: an incremental build and a cold one give the same bytes, whatever changed in between."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from build_scripts.ledger.kept import hash_of, hash_of_files
from build_scripts.ledger.sharing import share
from build_scripts.publish import render
from build_scripts.publish.publish import publish

PROGRAM = Path(__file__).parents[2]
TODAY = date(2026, 1, 2)
SETTINGS = "address: https://ledger.example.org/a\nrepository: https://code.example.org/l\nallowed_hosts: hosts.txt\n"
LEDGER = "tests/tiny_ledger"
CHANGES = {  # file of the copied program -> what is changed in it
    "a cell": (f"{LEDGER}/datasets/places.csv", "甲县", "甲甲县"),
    "the theme": ("docs/theme/partials/copyright.html", "<li>", '<li class="copied">'),
    "a style": ("docs/assets/css/ledger.css", "{", "{ --changed: 1;"),
    "a word": ("build_scripts/labels/zh/theme.yaml", "：", "： "),
    "the program of charts": ("build_scripts/charts/theme.py", "TINY = 13, 12, 11", "TINY = 13, 12, 10"),
}


def pages(**bodies: str) -> dict[str, bytes]:
    """The files of a small site: the home page and one page a name."""
    named = {"index": "home", **bodies}
    texts = {name: f"---\ntitle: {name}\nkind: \"x\"\n---\n\n# {name}\n\n{body}\n" for name, body in named.items()}
    return {f"docs/{lang}/{name}.md": text.encode() for lang in ("zh", "en") for name, text in texts.items()}


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def ledger(folder: Path) -> Path:
    folder.mkdir()
    (folder / "site.yaml").write_text(SETTINGS)
    return folder


def no_index(_site: Path, _records: list) -> None:
    """The search index has its own tests."""


@pytest.fixture(scope="module")
def tabs() -> dict[str, str]:
    text = (PROGRAM / "mkdocs.yml").read_text(encoding="utf-8")
    return {line.rsplit(": ", 1)[1].removesuffix(".md"): "tab" for line in text.splitlines() if line.endswith(".md")}


def test_one_changed_page_is_rendered_as_a_cold_build_renders_it(tmp_path, tabs):
    before, after = tabs | {"one": "old", "two": "same"}, tabs | {"one": "new", "two": "same", "three": "more"}
    warm = ledger(tmp_path / "warm")
    publish(warm, TODAY, lambda: pages(**before), no_index)
    second = publish(warm, TODAY, lambda: pages(**after), no_index)
    cold = publish(ledger(tmp_path / "cold"), TODAY, lambda: pages(**after), no_index)
    assert tree(second) == tree(cold)
    first = warm / "build/releases/00001"
    assert os.path.samefile(first / "two.html", second / "two.html")
    assert os.path.samefile(first / "assets/css/ledger.css", second / "assets/css/ledger.css")
    assert not os.path.samefile(first / "one.html", second / "one.html")


def test_pages_that_mkdocs_is_handed_in_parts_are_the_same(tmp_path, tabs, monkeypatch):
    whole = tree(publish(ledger(tmp_path / "whole"), TODAY, lambda: pages(**tabs), no_index))
    monkeypatch.setattr(render, "AT_ONCE", 500)
    root = ledger(tmp_path / "parts")
    assert tree(publish(root, TODAY, lambda: pages(**tabs), no_index)) == whole
    docs = root / "build/docs/en"
    paths = [page.relative_to(docs).with_suffix(".html").as_posix() for page in docs.rglob("*.md")]
    parts = [*render.parts_of(docs, paths)]
    assert len(parts) >= 3 and [path for part in parts for path in part] == paths


def test_a_hand_written_page_that_changed_still_leads_to_a_page_that_did_not(tmp_path, tabs):
    before, after = tabs | {"own": "old", "far": "same"}, tabs | {"own": "see [far](far.md#there)", "far": "same"}
    warm = ledger(tmp_path / "warm")
    publish(warm, TODAY, lambda: pages(**before), no_index)
    second = publish(warm, TODAY, lambda: pages(**after), no_index)
    assert 'href="far.html#there"' in (second / "own.html").read_text(encoding="utf-8")
    assert tree(second) == tree(publish(ledger(tmp_path / "cold"), TODAY, lambda: pages(**after), no_index))


def test_the_same_inputs_keep_the_release_that_is_shown(tmp_path, tabs):
    root, made = ledger(tmp_path / "root"), []

    def make() -> dict[str, bytes]:
        made.append(1)
        return pages(**tabs)

    first = publish(root, TODAY, make, no_index, inputs="a")
    assert publish(root, TODAY, make, no_index, inputs="a") == first and len(made) == 1
    (first / "about.html").unlink()  # somebody meddled with it
    again = publish(root, TODAY, make, no_index, inputs="a")
    assert again != first and (again / "about.html").is_file()
    assert publish(root, TODAY, make, no_index, inputs="b") != again


def test_parts_that_are_cut_elsewhere_have_another_hash():
    assert hash_of("ab", "c") != hash_of("a", "bc")


def test_a_folder_that_was_moved_has_the_same_hash_and_a_file_renamed_in_it_another(tmp_path):
    for name in ("here", "there"):
        (tmp_path / name / "theme").mkdir(parents=True)
        (tmp_path / name / "theme" / "main.html").write_text("frame")
    before = hash_of_files([tmp_path / "here" / "theme"])
    assert hash_of_files([tmp_path / "there" / "theme"]) == before
    (tmp_path / "there" / "theme" / "main.html").rename(tmp_path / "there" / "theme" / "base.html")
    assert hash_of_files([tmp_path / "there" / "theme"]) != before


def test_a_file_is_shared_over_what_stood_there(tmp_path):
    (tmp_path / "kept").write_text("new")
    (tmp_path / "target").write_text("old")
    share(tmp_path / "kept", tmp_path / "target")
    assert (tmp_path / "target").read_text() == "new"


def changed(program: Path, name: str) -> None:
    """Changes one thing in a copy of the program; a second time it is changed back."""
    path, old, new = CHANGES[name]
    text = (program / path).read_text(encoding="utf-8")
    text = text.replace(new, old, 1) if new in text else text.replace(old, new, 1)
    (program / path).write_text(text, encoding="utf-8")


def copied(folder: Path) -> Path:
    """A copy of the program with the tiny ledger, its prose and its sources."""
    for name in ("build_scripts", "schemas", LEDGER, "docs"):
        shutil.copytree(PROGRAM / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(PROGRAM / name, folder / LEDGER / name, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROGRAM / name, folder / name)
    return folder


def built(program: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "build_scripts", "build", "--root", LEDGER, "--today", TODAY.isoformat()]
    done = subprocess.run(command, cwd=program, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(program / LEDGER / "site")


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_series_of_changes_an_incremental_build_gives_the_bytes_of_a_cold_one(tmp_path, seed):
    program = copied(tmp_path / "program")
    built(program)
    for name in random.Random(seed).choices(list(CHANGES), k=3):
        changed(program, name)
        incremental = built(program)
    shutil.rmtree(program / LEDGER / "build" / "cache")
    assert built(program) == incremental

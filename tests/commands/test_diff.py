"""What changed in the data, row by row."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.commands.diff import Change, UnknownRevision, as_text, compare, run


def test_an_unknown_revision_is_named(tiny_copy):
    git = ["git", "-C", str(tiny_copy)]
    subprocess.run([*git, "init", "-q"], check=True)
    with pytest.raises(UnknownRevision) as unknown:
        run(tiny_copy, "nowhere", "en")
    zh, en = str(unknown.value).split("\n")
    assert zh.startswith("git 不认识版本“nowhere”：") and en.startswith("git does not know the revision 'nowhere': ")


def test_a_shell_of_another_encoding_gets_the_same_changes(tiny_copy):
    git = ["git", "-C", str(tiny_copy), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "a"], check=True)
    file = tiny_copy / "datasets" / "funds.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("到位资金合计", "到账资金合计", 1), encoding="utf-8")
    command = [sys.executable, "-m", "build_scripts", "diff", "HEAD", "--root", str(tiny_copy)]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=Path(__file__).parents[2], env=plain, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").startswith("~ changed funds ta18.f01  label: 到位资金合计 → 到账资金合计")


def test_rows_are_added_changed_and_removed():
    before = {"a": {"id": "a", "x": "1", "y": ""}, "b": {"id": "b", "x": "2", "y": ""}}
    after = {"b": {"id": "b", "x": "3", "y": ""}, "c": {"id": "c", "x": "4", "y": ""}}
    assert list(compare("funds", before, after)) == [
        Change("funds", "a", "removed"),
        Change("funds", "b", "changed", (("x", "2", "3"),)),
        Change("funds", "c", "added"),
    ]


def test_a_change_shows_the_cell_before_and_after():
    assert as_text(Change("funds", "b", "changed", (("note", "", "x"),)), "en") == "~ changed funds b  note: ∅ → x"

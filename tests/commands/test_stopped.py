"""A command that is killed, or cannot write, leaves every file as it was or as it should be, never a touched one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2]
SENT = PROGRAM / "tests" / "commands" / "sent" / "gbk.events.csv"
COMMANDS = {
    "format": ["format", "--root", "{}/tests/tiny_ledger"],
    "import": ["import", str(SENT), "--root", "{}/tests/tiny_ledger"],
    "release": ["release", "--version", "0.2.0", "--root", "{}/tests/tiny_ledger", "--today", "2026-01-02"],
}
GIT = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
AUTHOR = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
pytestmark = pytest.mark.slow


@pytest.fixture
def spoilt(ledger):
    """A ledger in git of which `format` has three files to write."""
    for table in ("events", "funds", "projects"):
        header, *rows = ledger.rows(table)
        ledger.write(table, [header, *reversed(rows)])
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "a")):
        subprocess.run(["git", "-C", str(ledger.root.parents[1]), *GIT, *command], check=True, capture_output=True)
    return ledger


def runs(root: Path, how: str, command: list[str]) -> list[dict]:
    done = subprocess.run(
        [sys.executable, str(PROGRAM / "tests" / "commands" / "stopped.py"), str(root), how, *command],
        env={**os.environ, "PYTHONPATH": str(PROGRAM), **AUTHOR, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"number"')]


def files_of(root: Path) -> dict[str, str]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}


def touched(before: dict[str, str], left: dict[str, str], after: dict[str, str]) -> list[str]:
    """Returns the files that are neither as before nor as after; hidden ones beside their place count for nothing."""
    shown = {path for path in before.keys() | left.keys() | after.keys() if not path.endswith(".new")}
    return sorted(path for path in shown if left.get(path) not in (before.get(path), after.get(path)))


@pytest.mark.parametrize("name", ["format", "import", pytest.param("release", marks=pytest.mark.long)])
@pytest.mark.parametrize("how", ["kill", "fail"])
def test_a_command_that_is_stopped_at_any_write_leaves_no_touched_file(spoilt, name, how):
    root = spoilt.root.parents[1]
    before, (*stopped, whole) = files_of(root), runs(root, how, COMMANDS[name])
    assert whole["ended"] == 0 and whole["files"] != before and len(stopped) >= 2
    assert {run["ended"] for run in stopped} == {-9 if how == "kill" else 1}
    assert {path for run in stopped for path in touched(before, run["files"], whole["files"])} == set()


def test_a_write_that_fails_leaves_every_file_as_it_was_and_nothing_beside_it(spoilt):
    root = spoilt.root.parents[1]
    before, (*stopped, _) = files_of(root), runs(root, "fail", COMMANDS["format"])
    writing = [run for run in stopped if run["number"] <= 3]  # three files are written before one is renamed
    assert [run["files"] for run in writing] == [before] * 3
    assert all(not path.endswith(".new") for run in stopped for path in run["files"])


def test_a_command_that_was_killed_can_be_run_again(spoilt):
    root = spoilt.root.parents[1]
    *stopped, whole = runs(root, "kill", COMMANDS["format"])
    leftover = next(run["files"] for run in stopped if any(path.endswith(".new") for path in run["files"]))
    name = next(path for path in leftover if path.endswith(".new"))
    (root / name).write_bytes(b"half a fi")
    again = runs(root, "kill", COMMANDS["format"])[-1]["files"]
    assert again == whole["files"]

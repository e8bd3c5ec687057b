"""`build` and `release`, as they are typed, killed in every stage of their work: what is shown stays whole, the data
stay as they are, and the same command typed again does what it should have done. `test_stopped.py` stops `format` and
`import` at every write.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.commands.killed import BUILD, RELEASE, SHOWN
from tests.commands.test_stopped import AUTHOR, GIT
from tests.conftest import Ledger, copy_of_tiny

PROGRAM = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def typed(root: Path, command: list[str], stage: str = "") -> int:
    """Returns how the command ended, killed in a stage or left alone; what it prints goes nowhere."""
    start = [str(PROGRAM / "tests" / "commands" / "killed.py"), stage] if stage else ["-m", "build_scripts"]
    done = subprocess.run(
        [sys.executable, *start, *command, "--root", str(root), "--today", "2026-01-02"],
        cwd=PROGRAM, env={**os.environ, "PYTHONPATH": str(PROGRAM), **AUTHOR},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode


def digests(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Returns the files below a folder, or below where a link leads, with their digests."""
    folder = folder.resolve()
    paths = [path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] not in without]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}


def with_prose(folder: Path) -> Ledger:
    ledger = Ledger(copy_of_tiny(folder))
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(PROGRAM / name, ledger.root / name, dirs_exist_ok=True)
    return ledger


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> tuple[Ledger, dict[str, str]]:
    """A ledger whose site is built and shown, with the digests of that site; since then a name was changed."""
    ledger = with_prose(tmp_path_factory.mktemp("shown"))
    assert typed(ledger.root, ["build"]) == 0
    site = digests(ledger.root / "site")
    ledger.set("places", "980121", name="甲甲县")
    return ledger, site


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> dict[str, str]:
    """The digests of the site of the ledger with the other name, built where nothing was built before."""
    ledger = with_prose(tmp_path_factory.mktemp("changed"))
    ledger.set("places", "980121", name="甲甲县")
    assert typed(ledger.root, ["build"]) == 0
    return digests(ledger.root / "site")


@pytest.mark.parametrize("stage", BUILD)
def test_a_build_that_is_killed_in_any_stage_leaves_the_last_site_whole(shown, stage):
    ledger, site = shown
    data = digests(ledger.root, without=("build", "site"))
    assert typed(ledger.root, ["build"], stage) == -9
    assert digests(ledger.root / "site") == site
    assert digests(ledger.root, without=("build", "site")) == data


def test_after_all_these_kills_the_next_build_gives_the_bytes_of_a_first_one(shown, changed):
    ledger, site = shown
    assert typed(ledger.root, ["build"]) == 0
    assert digests(ledger.root / "site") == changed != site


@pytest.mark.parametrize("stage", SHOWN)
def test_a_build_that_is_killed_after_it_showed_its_site_has_shown_it_whole(shown, changed, stage):
    ledger, _ = shown
    shutil.rmtree(ledger.root / "build" / "releases")
    assert typed(ledger.root, ["build"], stage) == -9
    assert digests(ledger.root / "site") == changed


@pytest.mark.parametrize("stage", RELEASE)
def test_a_release_that_is_killed_in_any_stage_can_be_made_again(released, tmp_path, stage):
    first, (before, after) = released
    root = shutil.copytree(first, tmp_path / "copy", symlinks=True) / "tests" / "tiny_ledger"
    assert typed(root, ["release", "--version", "0.2.0"], stage) == -9
    left = digests(root)
    assert [path for path in before if left.get(path) not in (before[path], after[path])] == []
    assert typed(root, ["release", "--version", "0.2.0"]) == 0
    assert digests(root) == after


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> tuple[Path, tuple[dict[str, str], dict[str, str]]]:
    """A ledger in git, with the digests of its files before a release and after it."""
    folder = tmp_path_factory.mktemp("released")
    ledger = Ledger(copy_of_tiny(folder))
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "a")):
        subprocess.run(["git", "-C", str(folder), *GIT, *command], check=True, capture_output=True)
    whole = shutil.copytree(folder, tmp_path_factory.mktemp("whole") / "copy") / "tests" / "tiny_ledger"
    assert typed(whole, ["release", "--version", "0.2.0"]) == 0
    return folder, (digests(ledger.root), digests(whole))

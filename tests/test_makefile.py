"""An environment is made anew when the lock changes, and one that is linked from elsewhere is never emptied."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").write_text("# a lock\n", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").touch()
    (tmp_path / ".venv").symlink_to("elsewhere")
    return tmp_path


def make(folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["make", "--silent", f"PYTHON={sys.executable}", ".venv/installed"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_a_linked_environment_of_another_lock_is_left_alone_and_said(folder):
    done = make(folder)
    assert done.returncode and ".venv is a link" in done.stderr
    assert (folder / "elsewhere" / "precious").exists()


def test_a_linked_environment_of_the_same_lock_is_used(folder):
    stamp = hashlib.sha256((folder / "requirements.lock").read_bytes()).hexdigest()
    (folder / ".venv" / "installed").write_text(stamp + "\n", encoding="utf-8")
    (folder / "requirements.lock").touch()  # newer than the stamp, and yet the same
    assert make(folder).returncode == 0
    assert (folder / "elsewhere" / "precious").exists()

"""The day of the last change of the data: of its commit, never of the build."""

import os
import subprocess

import pytest

from build_scripts.ledger.last_change import last_change

WHO = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
       "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null"}  # fmt: skip


def commit(root, day: str) -> None:
    moment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    for arguments in (["add", "-A"], ["commit", "-q", "-m", day]):
        subprocess.run(["git", "-C", root, *arguments], check=True, env=os.environ | WHO | moment)


@pytest.fixture
def repository(tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "datasets").mkdir()
    (tmp_path / "datasets" / "funds.csv").write_text("fund_id\n")
    commit(tmp_path, "2025-03-04")
    return tmp_path


def test_a_later_change_of_the_program_does_not_move_the_day(repository):
    (repository / "program.py").write_text("")
    commit(repository, "2025-06-07")
    assert last_change(repository) == "2025-03-04"


def test_a_change_of_the_data_moves_it(repository):
    (repository / "datasets" / "funds.csv").write_text("fund_id\nf1\n")
    commit(repository, "2025-05-06")
    assert last_change(repository) == "2025-05-06"


def test_data_that_are_not_committed_have_no_day(repository):
    (repository / "datasets" / "funds.csv").write_text("fund_id\nf2\n")
    assert last_change(repository) is None


def test_outside_a_repository_nobody_knows(tmp_path):
    assert last_change(tmp_path) is None

"""An id that stood in a revision still stands, or `retired` says where it went."""

import subprocess
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.commands.vanished import vanished_problems
from build_scripts.labels.problems import in_words

GIT = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
HEADER = ["table", "row_id", "successor_id", "reason", "reason_en", "retired_on"]
REASON = ["", "重复录入", "entered twice", "2026-01-02"]


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(root), *GIT, *command], check=True, capture_output=True)


@pytest.fixture
def kept(ledger):
    """The tiny ledger, kept in git, with one id that was retired before."""
    ledger.write("retired", [HEADER, ["funds", "ta18.f90", *REASON]])
    git(ledger.root, "init", "-q", "-b", "main")
    git(ledger.root, "add", ".")
    git(ledger.root, "commit", "-qm", "a")
    return ledger


def test_a_row_that_is_gone_without_a_word_is_an_error_that_says_what_to_write(kept):
    kept.remove("funds", "ta18.f05")
    (problem,) = vanished_problems(kept.root, "main")
    assert (problem.table, problem.code, problem.level) == ("funds", "vanished", "error")
    assert in_words(problem, "en") == (
        "「ta18.f05」 stands in main, is gone now, and retired does not say where it went; put the row back; or add "
        "a row to datasets/retired.csv: funds,ta18.f05,the successor's id,reason,reason in English,date"
    )


def test_a_row_that_got_another_id_is_an_error_too(kept):
    kept.set("projects", "ta18-chayuan", project_id="ta18-tea")
    assert [(p.table, dict(p.values)["key"]) for p in vanished_problems(kept.root, "main")] == [
        ("projects", "ta18-chayuan")
    ]


def test_a_row_in_retired_answers_for_an_id(kept):
    kept.remove("funds", "ta18.f05")
    kept.write("retired", [HEADER, ["funds", "ta18.f05", *REASON], ["funds", "ta18.f90", *REASON]])
    assert vanished_problems(kept.root, "main") == []


def test_a_row_in_retired_of_another_table_answers_for_nothing(kept):
    kept.remove("funds", "ta18.f05")
    kept.write("retired", [HEADER, ["events", "ta18.f05", *REASON], ["funds", "ta18.f90", *REASON]])
    assert [p.code for p in vanished_problems(kept.root, "main")] == ["vanished"]


def test_a_retired_id_stays_retired(kept):
    kept.write("retired", [HEADER])
    (problem,) = vanished_problems(kept.root, "main")
    assert (problem.code, dict(problem.values)["key"]) == ("vanished_retired", "ta18.f90")


def test_rows_that_others_added_to_the_base_since_did_not_vanish_here(kept):
    git(kept.root, "checkout", "-qb", "work")
    git(kept.root, "checkout", "-q", "main")
    kept.add("funds", "ta18.f05", fund_id="ta18.f95")
    git(kept.root, "commit", "-qam", "b")
    git(kept.root, "checkout", "-q", "work")
    assert vanished_problems(kept.root, "main") == []


def test_a_changed_cell_is_no_vanished_id(kept):
    kept.set("funds", "ta18.f05", label="别的说法")
    assert vanished_problems(kept.root, "main") == []


def test_the_command_line_asks_git_only_where_it_is_told_to(kept, capsys):
    command = ["check", "--root", str(kept.root), "--lang", "en"]
    kept.remove("events", "ta18.e01")
    assert main(command) == 0
    assert main([*command, "--base", "main"]) == 1
    assert "「ta18.e01」 stands in main" in capsys.readouterr().out
    assert main([*command, "--base", "nowhere"]) == 1

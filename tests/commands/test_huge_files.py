"""A file of two gigabytes is refused by its size: at once, in words, and in the memory of any small file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from build_scripts.commands.import_rows import run
from build_scripts.commands.incoming.remarks import UnreadableFile
from tests.commands.test_stopped import GIT

PROGRAM = Path(__file__).parents[2]
TWO_GIGABYTES = 2_000_000_000
MOST = 400  # megabytes; Python with pandas and Frictionless alone takes about 150
MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
print(json.dumps([done.returncode, peak, done.stdout + done.stderr]))
"""


def make_huge(path: Path) -> None:
    """Makes a file of two gigabytes that takes no room on the disk."""
    with path.open("ab") as file:
        file.truncate(TWO_GIGABYTES)


def measured(*command: str) -> tuple[int, float, str]:
    """Returns how a command ended, its peak of memory in megabytes, and all it printed."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, sys.executable, "-m", "build_scripts", *command],
        cwd=PROGRAM, env={**os.environ, "PYTHONPATH": str(PROGRAM)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(json.loads(done.stdout))


COMMANDS = [
    "check", "format", "build", "diff", "sql", "coverage", "headlines --seed 1", "release --version 0.2.0",
    f"import {PROGRAM}/tests/commands/sent/gbk.events.csv", "template -o {}/a.xlsx", "merge --theirs HEAD",
    "answer --base HEAD -o {}/answer.md", "locate {}/site.yaml 1",
]  # fmt: skip
OTHERS = [
    "datapackage.yaml",
    "site.yaml",
    "datasets/allowed_hosts.txt",
    "datasets/import_notes/reviewed.csv",
    "docs/en/a.md",
]


@pytest.fixture
def committed(ledger):
    """A ledger in git, of which something may be huge that was not."""
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "a")):
        subprocess.run(["git", "-C", str(ledger.root), *GIT, *command], check=True, capture_output=True)
    return ledger


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_of_two_gigabytes_is_refused_in_the_memory_of_a_small_one(committed, command):
    root, funds = str(committed.root), committed.file("funds")
    make_huge(funds)
    ended, peak, said = measured(*command.replace("{}", root).split(), "--root", root)
    if command.startswith("answer"):  # it says so where it was asked
        said += (committed.root / "answer.md").read_text(encoding="utf-8")
    assert ended == 1 and "funds.csv" in said and "50000000" in said and "Traceback" not in said
    assert peak < MOST
    assert funds.stat().st_size == TWO_GIGABYTES


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("name", OTHERS)
def test_any_file_of_two_gigabytes_is_refused_in_the_memory_of_a_small_one(ledger, command, name):
    (ledger.root / name).parent.mkdir(parents=True, exist_ok=True)
    make_huge(ledger.root / name)
    ended, peak, said = measured(command, "--root", str(ledger.root))
    assert ended == 1 and name.split("/")[-1] in said and "2000000000" in said and "50000000" in said, said
    assert peak < MOST


@pytest.mark.slow
def test_a_source_text_of_two_gigabytes_is_refused_in_the_memory_of_a_small_one(ledger, tmp_path):
    (tmp_path / "texts").mkdir()
    make_huge(tmp_path / "texts" / "jia-yi-2018.txt")
    ended, peak, said = measured("check", "--sources", str(tmp_path / "texts"), "--root", str(ledger.root))
    assert ended == 1 and "jia-yi-2018.txt" in said and "2000000000" in said and peak < MOST


@pytest.mark.slow
@pytest.mark.parametrize("command", ["import", "extract"])
@pytest.mark.parametrize("name", ["huge.csv", "huge.xlsx", "huge.docx"])
def test_a_sent_file_of_two_gigabytes_is_refused_in_the_memory_of_a_small_one(ledger, tmp_path, command, name):
    make_huge(tmp_path / name)
    ended, peak, said = measured(command, str(tmp_path / name), "--root", str(ledger.root))
    assert ended != 0 and name in said and "Traceback" not in said and "MemoryError" not in said
    assert peak < MOST


def test_a_file_that_is_sent_is_refused_by_its_size_before_it_is_read(ledger, tmp_path):
    make_huge(tmp_path / "huge.csv")
    with pytest.raises(UnreadableFile, match="2,000,000,000.*50,000,000") as refused:
        run(ledger.root, tmp_path / "huge.csv", "zh", False, False, None, None)
    assert "请拆成几份" in str(refused.value) and "split it" in str(refused.value)


def test_a_workbook_that_unpacks_to_more_than_any_table_is_refused_before_it_is_unpacked(ledger, tmp_path):
    with ZipFile(tmp_path / "small.xlsx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b"")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    assert (tmp_path / "small.xlsx").stat().st_size < 200_000
    with pytest.raises(UnreadableFile, match="120,000,000"):
        run(ledger.root, tmp_path / "small.xlsx", "zh", False, False, None, None)

"""What tests share is made once: `make test` and `make test-all` give tests of one group to one process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.groups import EVERY_PAGE, FOLDERS, LONGEST, group_of, turn_of

TESTS = Path(__file__).parent
SHARING = """
import os
import pytest

@pytest.mark.parametrize("number", range(6))
def test_one(number):
    with open("workers", "a") as file:
        print(__name__, os.environ["PYTEST_XDIST_WORKER"], file=file)
"""


@pytest.mark.parametrize(
    "test, group",
    [
        ("tests/site/test_links.py::test_a[x::y]", "tests/site"),
        ("tests/views/test_totals.py::test_b", "tests/views/test_totals.py"),
        (f"{EVERY_PAGE}::test_c[en/audit.html-360]", f"{EVERY_PAGE} en"),
        (f"{EVERY_PAGE}::test_c[audit.html-360]", f"{EVERY_PAGE} zh"),
    ],
)
def test_the_name_of_a_test_tells_its_group(test, group):
    assert group_of(test) == group


def test_groups_that_are_named_are_there_and_come_first():
    assert [name for name in (EVERY_PAGE, *FOLDERS, *LONGEST) if not (TESTS.parent / name).exists()] == []
    assert turn_of("tests/site/test_links.py::test_a") < turn_of("tests/views/test_totals.py::test_b")


def test_a_file_is_run_by_one_process(tmp_path):
    """With the versions of pytest and xdist that are installed: a group that is no more seen fails nothing else."""
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_xdist_make_scheduler\n")
    for name in ("a", "b", "c"):
        (tmp_path / f"test_{name}.py").write_text(SHARING)
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider", "."]
    subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(TESTS.parent)}, check=True, capture_output=True)
    seen = set((tmp_path / "workers").read_text().splitlines())
    assert len(seen) == 3 and len({line.split()[1] for line in seen}) == 2

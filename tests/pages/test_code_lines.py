"""The lines of code that the page of downloads gives: each runs on the files and finds the sum of the home page."""

import sqlite3

import duckdb
import pytest

from build_scripts.exports.export import export_tables
from build_scripts.pages.code_lines import CODE, TASKS, TOTAL, filled
from build_scripts.views.derive import derive_views

SUM = 9_000_000  # of ta18.f02, the fiscal assistance received in the tiny ledger
PYTHON = [each for each in CODE if each.tried == "tests" and each.code.startswith("\nimport")]
SQL = [each for each in CODE if each.tool.startswith("DuckDB")]


@pytest.fixture(scope="module")
def downloads(tiny_package, tiny_tables):
    return export_tables(tiny_package, derive_views(tiny_tables, "2026-01-02"), {})


@pytest.fixture(scope="module")
def folder(downloads, tmp_path_factory) -> str:
    """Where the files stand, in the place of the site's address."""
    root = tmp_path_factory.mktemp("site")
    (root / "data").mkdir()
    for file in downloads:
        if file.path.startswith("data/") and file.path.count("/") == 1:
            (root / file.path).write_bytes(file.content)
    return f"{root}/"


@pytest.mark.parametrize("each", PYTHON, ids=lambda each: each.tool)
def test_the_lines_of_python_find_the_sum(folder, each):
    found: dict = {}
    exec(filled(each.code, folder), found)
    assert found["total"] == SUM


@pytest.mark.parametrize("each", SQL, ids=lambda each: each.tool)
def test_the_lines_of_duckdb_find_the_sum(folder, each):
    assert duckdb.sql(filled(each.code, folder)).fetchall() == [(SUM,)]


def test_the_line_of_sqlite_finds_the_sum(folder):
    (line,) = [each for each in CODE if each.tool == "SQLite"]
    book = sqlite3.connect(f"{folder}data/pairing-ledger.sqlite")
    assert book.execute(filled(line.code, folder)).fetchone() == (SUM,)
    book.close()


def test_everything_said_to_be_run_by_the_tests_is_run_here():
    assert len([each for each in CODE if each.tried == "tests"]) == len(PYTHON) + len(SQL) + 1


def test_the_file_of_every_task_and_the_total_exist(downloads):
    paths = {file.path for file in downloads}
    named = {path for _, each in TASKS for path in ([each] if isinstance(each, str) else each.values())}
    assert named <= paths
    totals = next(file.content for file in downloads if file.path == "data/totals.csv")
    assert TOTAL in totals.decode()

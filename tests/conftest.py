"""The tiny ledger, to read and to spoil: a complete invented ledger of a few rows, from invented texts."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.checks.rules import CELL_RULES, run_rule
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import Names, open_names
from build_scripts.labels.problems import in_words
from build_scripts.ledger.canonical import line_of_cells
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables, read_raw_tables, read_tables
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Views
from tests.groups import ByGroup, turn_of

TESTS = Path(__file__).parent
REAL_DAY = "2026-11-28"  # as of which the tests derive the published ledger
QUICK = "/test_theme.py"  # of the tests in the browser, those of `make test`: Chromium keeps two cores busy


@dataclass(frozen=True)
class Ledger:
    """A copy of the tiny ledger that a test may change cell by cell."""

    root: Path

    def file(self, table: str) -> Path:
        return self.root / "datasets" / f"{table}.csv"

    def rows(self, table: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.file(table).read_bytes().decode(), newline="")))

    def write(self, table: str, rows: list[list[str]]) -> None:
        self.file(table).write_bytes("".join(map(line_of_cells, rows)).encode())

    def set(self, table: str, key: str, **cells: str) -> None:
        """Changes cells of the row whose key is `key`."""
        header, *rows = self.rows(table)
        row = next(row for row in rows if row[0] == key)
        for column, cell in cells.items():
            row[header.index(column)] = cell
        self.write(table, [header, *rows])

    def add(self, table: str, like: str, **cells: str) -> None:
        """Adds a copy of the row whose key is `like`, with other cells."""
        header, *rows = self.rows(table)
        row = dict(zip(header, next(row for row in rows if row[0] == like), strict=True)) | cells
        self.write(table, [header, *rows, [row[column] for column in header]])

    def remove(self, table: str, key: str) -> None:
        header, *rows = self.rows(table)
        self.write(table, [header, *(row for row in rows if row[0] != key)])

    def read(self) -> tuple[Package, Tables]:
        package = open_package(self.root)
        return package, read_tables(package)

    def problems(self, rule: object) -> list[Problem]:
        """The findings of one rule, a module of build_scripts.checks, each with words in every language."""
        package = open_package(self.root)
        found = run_rule(rule, package, read_raw_tables(package) if rule in CELL_RULES else read_tables(package))
        assert all(in_words(problem, lang) for problem in found for lang in LANGUAGES)
        return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the longest groups come first. What is walked in the browser is slow, but for the frame of the pages."""
    for item in items:
        file = item.path.relative_to(TESTS.parent).as_posix()
        if file.startswith("tests/browser/") and not file.endswith(QUICK):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: turn_of(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByGroup | None:
    """Tests of one group share a process: what they share is made once. Other ways to share them out are xdist's."""
    if config.getoption("dist") != "loadgroup":
        return None
    config.option.loadscopereorder = False  # by how many tests a group has: the longest have few
    return ByGroup(config, log)


@pytest.fixture(scope="session")
def real_package() -> Package:
    return open_package(TESTS.parent)


@pytest.fixture(scope="session")
def real_views(real_package: Package) -> Views:
    """The published ledger; its rows change, so tests on it say what must hold of any."""
    return derive_views(read_tables(real_package), REAL_DAY)


@pytest.fixture(scope="session")
def real_words(real_package: Package, real_views: Views) -> dict[str, Names]:
    """Language -> Names of the published ledger."""
    return open_names(real_package, real_views)


@pytest.fixture(scope="session")
def tiny_root() -> Path:
    """The tiny ledger itself: read only."""
    return TESTS / "tiny_ledger"


@pytest.fixture(scope="session")
def tiny_package(tiny_root: Path) -> Package:
    return open_package(tiny_root)


@pytest.fixture(scope="session")
def tiny_tables(tiny_package: Package) -> Tables:
    return read_tables(tiny_package)


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the tiny ledger of a test's own."""
    return copy_of_tiny(tmp_path)


def copy_of_tiny(folder: Path) -> Path:
    """A copy of the tiny ledger, with the schemas where it looks for them."""
    shutil.copytree(TESTS.parent / "schemas", folder / "schemas")
    return shutil.copytree(TESTS / "tiny_ledger", folder / "tests" / "tiny_ledger")


@pytest.fixture
def ledger(tiny_copy: Path) -> Ledger:
    return Ledger(tiny_copy)


@pytest.fixture(scope="module")
def one_ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A copy that the tests of a file share: a fixture of theirs changes it once, they look at what came of it."""
    return Ledger(copy_of_tiny(tmp_path_factory.mktemp("one")))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--site", metavar="FOLDER", help="test this built site (default: site/, if it is up to date)")
    parser.addoption("--screenshots", action="store_true", help="keep pictures of all page kinds in tests/artefacts/")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where golden files are to be written anew instead of compared."""
    return request.config.getoption("--update-golden")

"""What becomes of a mutant: refused in words, passed and sound, or one of the faults that are looked for."""

from __future__ import annotations

import csv
import io
import shutil
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from build_scripts.checks.run import check
from build_scripts.checks.sql_rules import sql_rules
from build_scripts.commands.check import as_text
from build_scripts.commands.format import canonical_files
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.tables import read_tables
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views
from tests.fuzz.mutants import Ledger, mutant, read_ledger

LONGEST = 60  # seconds of work, not of waiting: a mutant that takes longer hangs
TODAY = "2026-01-02"
PAGES_OF = 12  # of the mutants that pass, every so many is made into pages
FAULTS = ("traceback", "hang", "silent", "lossy")


@dataclass(frozen=True)
class Verdict:
    """What one mutant came to: refused, passed, or one of FAULTS, with what was seen."""

    number: int
    made: str
    outcome: str
    seen: str = ""


@dataclass(frozen=True)
class Bench:
    """A copy of a ledger that mutants are tried on, one after the other; each is put right again."""

    root: Path
    ledger: Ledger = field(repr=False)


def open_bench(ledger: Path, schemas: Path, folder: Path) -> Bench:
    """Returns a copy of a ledger in `folder` with its schemas inside it, so that they are mutated too."""
    root = folder / "ledger"
    shutil.copytree(ledger / "datasets", root / "datasets")
    shutil.copytree(schemas, root / "schemas")
    shutil.copy(ledger / "site.yaml", root / "site.yaml")
    descriptor = (ledger / "datapackage.yaml").read_text(encoding="utf-8").replace("../../schemas/", "schemas/")
    (root / "datapackage.yaml").write_text(descriptor, encoding="utf-8")
    return Bench(root, read_ledger(root))


def verdicts(bench: Bench, seed: int, numbers: Iterator[int]) -> Iterator[Verdict]:
    """Yields what becomes of each mutant."""
    for number in numbers:
        made, files = mutant(bench.ledger, seed, number)
        for path, content in files.items():
            (bench.root / path).write_bytes(content)
        outcome, seen = outcome_of(bench.root, number)
        for path in files:
            (bench.root / path).write_bytes(bench.ledger[path])
        yield Verdict(number, made, outcome, seen)


def outcome_of(root: Path, number: int) -> tuple[str, str]:
    """Returns the outcome of the ledger as it stands, and what was seen where it is a fault."""
    try:
        with at_most(LONGEST):
            if lost := cells_lost(root):
                return "lossy", lost
            findings = check(root)
            as_text(findings, tuple(LANGUAGES))
            if not findings.passed:
                return "refused", ""
            if broken := broken_rules(open_package(root)):
                return "silent", broken
            use(root, number)
            return "passed", ""
    except LedgerError:
        return "refused", ""
    except TimeoutError as error:
        return "hang", str(error)
    except Exception:  # what is looked for
        return "traceback", traceback.format_exc()


def cells_lost(root: Path) -> str:
    """Returns what `format` would lose: a table whose cells, in any order, would not all stand in what it writes."""
    try:
        files = canonical_files(root)
    except LedgerError:
        return ""
    for path, content in files.items():
        before, after = cells_of(path.read_bytes()), cells_of(content)
        if before != after:
            return f"{path.name}: {len(before)} cells, {len(after)} after format"
    return ""


def cells_of(content: bytes) -> list[str]:
    """Returns the filled cells of a CSV file in order; booleans in small letters, as `format` writes them."""
    text = content.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    sign = max((";", "\t", "|", "，", ","), key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    cells = (cell for cells in rows for cell in cells if cell)
    return sorted(cell.lower() if cell.lower() in ("true", "false") else cell for cell in cells)


def broken_rules(package: Package) -> str:
    """Returns the constraints of the schemas that rows break as DuckDB reads files and schemas; '' where none do."""
    engine = duckdb.connect()
    for table in package.schemas:
        engine.execute(
            f'CREATE TABLE "{table}" AS SELECT * FROM '
            "read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')",
            [str(package.path(table))],
        )
    found = [(rule, engine.sql(rule.sql).fetchall()) for rule in sql_rules(package.schemas)]
    return "; ".join(f"{rule.rule} {rule.table}.{rule.column}: {keys[:3]}" for rule, keys in found if keys)


def use(root: Path, number: int) -> None:
    """Makes of a ledger that passed what a build makes of it: every view, and of some also every page."""
    package = open_package(root)
    views = derive_views(read_tables(package), TODAY)
    if number % PAGES_OF == 0:
        make_pages(Site(package, views, open_names(package, views), {}))


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in the middle of whatever works longer; a busy machine hangs nobody."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"more than {seconds} s of work")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

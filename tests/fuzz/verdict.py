"""What becomes of a mutant: refused in words, passed and sound, or one of the faults that are looked for."""

from __future__ import annotations

import csv
import io
import shutil
import signal
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from build_scripts.checks.run import Findings, ledger_problems
from build_scripts.checks.sql_rules import sql_rules
from build_scripts.commands.check import as_text
from build_scripts.commands.format import canonical_tables
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.tables import RawTables, read_raw_tables, type_tables
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views
from tests.fuzz.mutants import Ledger, mutant, read_ledger

LONGEST = 60  # seconds of work, not of waiting: a mutant that takes longer hangs
TODAY = "2026-01-02"
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
    """A copy of a sound ledger that mutants are tried on, one after the other; each is put right again.

    `engine` holds its tables, as DuckDB reads them. Of a mutant the schemas are asked about the tables that it
    touches alone: of the others the answer is known.
    """

    root: Path
    ledger: Ledger = field(repr=False)
    engine: duckdb.DuckDBPyConnection = field(repr=False)
    pages_of: int  # of the mutants that pass, every so many is made into pages


def open_bench(ledger: Path, schemas: Path, folder: Path, pages_of: int) -> Bench:
    """Returns a copy of a ledger in `folder` with its schemas inside it, so that they are mutated too."""
    root = folder / "ledger"
    shutil.copytree(ledger / "datasets", root / "datasets")
    shutil.copytree(schemas, root / "schemas")
    shutil.copy(ledger / "site.yaml", root / "site.yaml")
    descriptor = (ledger / "datapackage.yaml").read_text(encoding="utf-8").replace("../../schemas/", "schemas/")
    (root / "datapackage.yaml").write_text(descriptor, encoding="utf-8")
    package, engine = open_package(root), duckdb.connect(config={"threads": 1})
    load(engine, package, package.schemas)
    return Bench(root, read_ledger(root), engine, pages_of)


def verdicts(bench: Bench, seed: int, numbers: Iterable[int]) -> Iterator[Verdict]:
    """Yields what becomes of each mutant."""
    for number in numbers:
        made, files = mutant(bench.ledger, seed, number)
        for path, content in files.items():
            (bench.root / path).write_bytes(content)
        outcome, seen = outcome_of(bench, number, set(files))
        for path in files:
            (bench.root / path).write_bytes(bench.ledger[path])
        yield Verdict(number, made, outcome, seen)


def outcome_of(bench: Bench, number: int, files: set[str]) -> tuple[str, str]:
    """Returns the outcome of the ledger as it stands, `files` of it changed, and what was seen where it is a fault."""
    try:
        with at_most(LONGEST):
            package = open_package(bench.root)
            touched = tables_touched(package, files)
            raw = read_raw_tables(package)
            if lost := cells_lost(package, raw):
                return "lossy", lost
            if not passes(package, raw, touched):
                return "refused", ""
            if broken := broken_rules(bench.engine, package, touched):
                return "silent", broken
            use(package, raw, with_pages=number % bench.pages_of == 0)
            return "passed", ""
    except LedgerError:
        return "refused", ""
    except TimeoutError as error:
        return "hang", str(error)
    except Exception:  # what is looked for
        return "traceback", traceback.format_exc()


def tables_touched(package: Package, files: set[str]) -> set[str]:
    """Returns the tables whose rows or schema stand in the files; all of them where a file belongs to none."""
    of_file = {r["path"]: r["name"] for r in package.descriptor["resources"]}
    of_file |= {r["schema"]: r["name"] for r in package.descriptor["resources"]}
    return {of_file[file] for file in files} if files <= set(of_file) else set(package.schemas)


def passes(package: Package, raw: RawTables, touched: set[str]) -> bool:
    """True where `check` finds no error; what it finds is put into words of both languages in any case."""
    problems, _ = ledger_problems(package, raw, set(package.schemas) - touched)
    findings = Findings(problems, {table: len(file.rows) for table, file in raw.items()})
    as_text(findings, tuple(LANGUAGES))
    return findings.passed


def cells_lost(package: Package, raw: RawTables) -> str:
    """Returns what `format` would lose: a table whose cells, in any order, would not all stand in what it writes."""
    try:
        files = canonical_tables(package, raw)
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


def broken_rules(engine: duckdb.DuckDBPyConnection, package: Package, touched: Iterable[str]) -> str:
    """Returns the constraints that rows break as DuckDB reads files and schemas; '' where none do.

    The tables touched are read anew, and put back afterwards; of the rules those are asked that speak of them.
    """
    engine.execute("BEGIN")
    try:
        load(engine, package, touched)
        rules = [r for r in sql_rules(package.schemas) if any(f'"{table}"' in r.sql for table in touched)]
        found = [(rule, engine.sql(rule.sql).fetchall()) for rule in rules]
    finally:
        engine.execute("ROLLBACK")
    return "; ".join(f"{rule.rule} {rule.table}.{rule.column}: {keys[:3]}" for rule, keys in found if keys)


def load(engine: duckdb.DuckDBPyConnection, package: Package, tables: Iterable[str]) -> None:
    """Reads the tables as text, in place of what the engine held of them."""
    for table in tables:
        engine.execute(
            f'CREATE OR REPLACE TABLE "{table}" AS SELECT * FROM '
            "read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')",
            [str(package.path(table))],
        )


def use(package: Package, raw: RawTables, with_pages: bool) -> None:
    """Makes of a ledger that passed what a build makes of it: every view, and of some also every page."""
    views = derive_views(type_tables(package, raw), TODAY)
    if with_pages:
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

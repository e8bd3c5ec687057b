"""Everything `check` finds, in one run: what the schemas, the rules and the documents say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.checks.proof import DOUBTING, proof_problems
from build_scripts.checks.rules import (
    CELL_RULES,
    ROW_RULES,
    cell_problems,
    file_forms,
    private_data,
    row_problems,
    run_rule,
)
from build_scripts.checks.schema import schema_problems
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import Problem, errors
from build_scripts.ledger.reviewed import Settled, read_reviewed
from build_scripts.ledger.side_by_side import both
from build_scripts.ledger.tables import RawTables, Tables, read_raw_tables, type_tables

WITH_SCHEMAS = (private_data,)  # asked in the process that asks Frictionless: so both take equally long


@dataclass(frozen=True)
class Findings:
    """The result of one run. `proved` is None where no documents were given."""

    problems: list[Problem]
    rows: dict[str, int]  # table -> rows
    proved: dict[str, int] | None = None  # table -> rows proved

    @property
    def passed(self) -> bool:
        return not errors(self.problems)


def check(root: Path, sources: Path | None = None) -> Findings:
    """Returns all findings of the ledger below `root`; `sources` is a folder of texts to prove rows by."""
    package = open_package(root)
    raw = read_raw_tables(package)
    found, tables = ledger_problems(package, raw)
    by_proof, proved = proof_problems(tables, sources, doubtful_rows(found)) if sources else ([], None)
    rows = {name: len(frame) for name, frame in tables.items()}
    return Findings(sorted({*found, *by_proof}), rows, proved)


def doubtful_rows(found: list[Problem]) -> set[tuple[str, int]]:
    """Returns the rows (table, line) whose value is not, or may not be, the figure that is printed."""
    return {(p.table, p.row) for p in found if p.rule in DOUBTING}


def ledger_problems(package: Package, raw: RawTables, held: Collection[str] = ()) -> tuple[list[Problem], Tables]:
    """Returns what files, schemas and rules say, by table and line, each thing once; and the tables, typed.

    `held` are tables that are known to keep to their schema, file and schema being what they were.

    The rules run even where the schemas find errors, on all that can be read. Of a file that cannot be read
    whole only that is told, and no row is held against those of other tables until it can; of a cell that
    cannot be read, only that. A question that a reviewer has settled is not asked again.
    """
    of_files = run_rule(file_forms, package, raw)
    broken = {p.table for p in of_files if p.code in file_forms.BREAKING}
    (tables, by_rules), (by_schema, by_cells) = both(
        partial(type_and_judge, package, raw, is_whole=not broken),
        partial(ask_and_judge, package, raw, {*broken, *held}),  # half of all the time
        sum(len(file.rows) for file in raw.values()),
    )
    by_rules = sorted(p for p in (*by_rules, *by_cells) if p.table not in broken)
    settled, of_reviews = read_reviewed(package.root, raw)
    found = {*of_files, *by_schema, *without_echoes(by_schema, by_rules), *of_reviews}
    return unsettled(found, settled, raw), tables


def type_and_judge(package: Package, raw: RawTables, is_whole: bool) -> tuple[Tables, list[Problem]]:
    """Returns the typed tables and what the rules say; the rules of rows only where every file can be read whole."""
    tables = type_tables(package, raw)
    others = [rule for rule in CELL_RULES if rule not in WITH_SCHEMAS]
    return tables, cell_problems(package, raw, others) + (row_problems(package, tables) if is_whole else [])


def ask_and_judge(package: Package, raw: RawTables, left_out: Collection[str]) -> tuple[list[Problem], list[Problem]]:
    """Returns what the schemas say, but for the tables left out, and what the rules say that are asked beside them."""
    return schema_problems(package, raw, left_out), cell_problems(package, raw, WITH_SCHEMAS)


def without_echoes(by_schema: list[Problem], by_rules: list[Problem]) -> list[Problem]:
    """Returns the findings of the rules without what only follows from a cell that could not be read.

    Such a cell is None in the typed rows, so a rule of rows would call it empty, or judge a code that is none.
    """
    of_rows = {rule.__name__.rpartition(".")[2] for rule in ROW_RULES}
    by_plain = [p for p in by_rules if p.rule == "plain_cells"]
    misread = {(p.table, p.row, p.column) for p in by_schema}
    unread = misread | {(p.table, p.row, p.column) for p in by_plain}
    return [
        p
        for p in by_rules
        if not (p.rule == "plain_cells" and (p.table, p.row, p.column) in misread)
        and not (p.rule in of_rows and (p.table, p.row, p.column) in unread)
    ]


def unsettled(found: set[Problem], settled: Settled, raw: RawTables) -> list[Problem]:
    """Returns the findings in order, without the questions that a reviewer has settled; errors are never settled."""
    ids = {table: {line: cells[0] for line, cells in file.rows} for table, file in raw.items()} if settled else {}
    return sorted(
        p for p in found if p.level == "error" or (p.table, ids.get(p.table, {}).get(p.row, ""), p.rule) not in settled
    )

"""Everything `check` finds, in one run: what the schemas, the rules and the documents say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_scripts.checks.proof import proof_problems
from build_scripts.checks.rules import rule_problems
from build_scripts.checks.schema import schema_problems
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import Problem, errors
from build_scripts.ledger.tables import read_raw_tables, type_tables


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
    """Returns all findings of the ledger below `root`; `sources` is a folder of texts to prove rows by.

    The rules run even where the schemas find errors, on all that can be read.
    """
    package = open_package(root)
    raw = read_raw_tables(package)
    by_schema = schema_problems(package, raw)
    tables = type_tables(package, raw)
    known = {(p.table, p.row, p.column) for p in by_schema}
    by_rules = [
        p
        for p in rule_problems(package, raw, tables)
        if p.rule != "plain_cells" or (p.table, p.row, p.column) not in known
    ]
    doubtful = {(p.table, p.row) for p in by_rules if p.rule == "figures_agree"}
    by_proof, proved = proof_problems(tables, sources, doubtful) if sources else ([], None)
    rows = {name: len(frame) for name, frame in tables.items()}
    return Findings(sorted({*by_schema, *by_rules, *by_proof}), rows, proved)

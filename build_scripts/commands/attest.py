"""`check --attest`: writes a proof for every row that a text in the folder proves, and takes void ones out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from build_scripts.checks.proof import held_rows
from build_scripts.checks.rules import file_forms, run_rule
from build_scripts.checks.run import doubtful_rows, ledger_problems
from build_scripts.commands.difference.records import revision_of, text_at
from build_scripts.ledger.canonical import sort_key, written
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.proofs import evidence_rows, row_sha256, text_sha256s, valid_proofs
from build_scripts.ledger.tables import RawTable, Tables, read_raw_tables, split_records
from build_scripts.publish.files import replace_files

COLUMNS = ("table", "row_id", "text_sha256", "row_sha256", "proved_on")


def attest(root: Path, sources: Path, today: date) -> int:
    """Writes the table `proofs` below `root` anew; returns how many rows have a proof.

    A proof that still holds keeps its day. A row whose text is not in `sources` keeps a proof that is valid. Raises
    LedgerError, and writes nothing, where a table cannot be read whole.
    """
    package = open_package(root)
    raw = read_raw_tables(package)
    if broken := [p for p in run_rule(file_forms, package, raw) if p.code in file_forms.BREAKING]:
        raise LedgerError(broken)
    found, tables = ledger_problems(package, raw)
    _, held, opened = held_rows(tables, sources, doubtful_rows(found))
    rows = proof_rows(tables, held, opened, today)
    form = written([list(COLUMNS), *rows]).encode()
    if form != raw["proofs"].content:
        replace_files({package.path("proofs"): form})
    return len(rows)


def proof_rows(
    tables: Tables, held: frozenset[tuple[str, int]], opened: frozenset[str], today: date
) -> list[list[str]]:
    """Returns the cells of `proofs`: of the rows held against a text (table, line), and of valid proofs by texts
    that are not at hand, `opened` being the sources whose text is.
    """
    valid, texts = valid_proofs(tables), text_sha256s(tables["sources"])
    days = {(p.table, p.row_id): p.proved_on for p in tables["proofs"].itertuples()}
    rows = []
    for key, line, row in evidence_rows(tables):
        if (key[0], line) in held or (key in valid and row["source_id"] not in opened):
            day = days[key] if key in valid else today.isoformat()
            rows.append([*key, texts[row["source_id"]], row_sha256(key[1], row), day])
    return sorted(rows, key=lambda cells: (sort_key(cells[0]), sort_key(cells[1])))


def proofs_at(root: Path, revision: str) -> RawTable:
    """Returns the table `proofs` as a revision has it, without rows where it has none.

    A request may bring proofs of its own making; its site is built with those of the branch it asks to enter. Raises
    UnknownRevision where git does not know the revision.
    """
    text = text_at(open_package(root), "proofs", revision_of(root, revision)) or written([list(COLUMNS)])
    records, fault = split_records(text)
    return RawTable(text.encode(), records[0][1], [r for r in records[1:] if r[1]], records, fault=fault)

"""`format`: writes the CSV files in their canonical form, or says why one of them cannot be read whole."""

from __future__ import annotations

from pathlib import Path

from build_scripts.checks.rules import file_forms
from build_scripts.ledger.canonical import canonical_bytes, misshapen_lines
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError, Problem, finding
from build_scripts.ledger.tables import RawTables, read_raw_tables
from build_scripts.publish.files import replace_files


def format_ledger(root: Path) -> list[Path]:
    """Writes every CSV file below `root` in canonical form; returns those that changed."""
    changed = canonical_files(root)
    replace_files(changed)
    return sorted(changed)


def canonical_files(root: Path) -> dict[Path, bytes]:
    """Returns path -> canonical bytes of each CSV file that is not in canonical form.

    Raises LedgerError naming what is in the way where a file cannot be read whole: then none is written.
    """
    package = open_package(root)
    return canonical_tables(package, read_raw_tables(package))


def canonical_tables(package: Package, tables: RawTables) -> dict[Path, bytes]:
    """Returns the same of tables that have been read."""
    raw = {table: file for table, file in tables.items() if file.fault != ("missing", 0)}
    forms = {table: canonical_bytes(package, table, file) for table, file in raw.items()}
    if lossy := [table for table, form in forms.items() if form is None]:
        raise LedgerError(obstacles(package, {table: raw[table] for table in lossy}))
    return {package.path(table): form for table, form in forms.items() if form != raw[table].content}


def obstacles(package: Package, raw: RawTables) -> list[Problem]:
    """Returns why each of these files cannot be written anew without loss: a fault, a header, rows of odd length."""
    found = [p for p in file_forms.problems(package, raw) if p.code in file_forms.LOSES]
    found = [finding(p.table, p.row, p.column, p.code, rule="file_forms", **dict(p.values)) for p in found]
    named = {p.table for p in found}
    for table, file in raw.items():
        lines = [] if table in named else misshapen_lines(file) or [0]
        found += [finding(table, line, "", "row_length" if line else "not_read_back", rule="format") for line in lines]
    return found

"""`format`: writes the CSV files in their canonical form."""

from __future__ import annotations

from pathlib import Path

from build_scripts.ledger.canonical import canonical_bytes
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError, Problem
from build_scripts.ledger.tables import read_raw_tables
from build_scripts.publish.files import replace_files


def format_ledger(root: Path) -> list[Path]:
    """Writes every CSV file below `root` in canonical form; returns those that changed."""
    changed = canonical_files(root)
    replace_files(changed)
    return sorted(changed)


def canonical_files(root: Path) -> dict[Path, bytes]:
    """Returns path -> canonical bytes of each CSV file that is not in canonical form.

    Raises LedgerError naming the files that cannot be written anew without losing something.
    """
    package = open_package(root)
    raw = read_raw_tables(package)
    forms = {
        table: canonical_bytes(package, table, raw[table]) for table in raw if package.path(table).is_file()
    }
    if lossy := [table for table, form in forms.items() if form is None]:
        raise LedgerError([unformattable(table) for table in lossy])
    return {package.path(table): form for table, form in forms.items() if form != raw[table].content}


def unformattable(table: str) -> Problem:
    return Problem(
        table,
        0,
        "",
        "不能照规范重写，以免丢内容：编码、表头或某行的格数不对",
        "cannot be written anew without loss: its encoding, its header or the length of a row is wrong",
        "先照 make check 的提示改正",
        "first mend what make check says",
        rule="canonical_form",
    )

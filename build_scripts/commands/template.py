"""`template`: the workbook in which rows are written, made from the schemas; `import` reads it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_scripts.exports.template import TABLES, template
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables


def run(root: Path, tables: Sequence[str], lang: str, output: Path) -> int:
    """Writes the workbook of these tables (of TABLES where none is named) and prints its path; returns 0.

    Raises RuntimeError where a table is not in the ledger, naming those that are.
    """
    package = open_package(root)
    if unknown := [table for table in tables if table not in package.schemas]:
        names = {"tables": ", ".join(unknown), "known": ", ".join(package.schemas)}
        raise RuntimeError("\n".join(word(each, "template.no_such_table", **names) for each in LANGUAGES))
    output.write_bytes(template(package, read_tables(package), lang, tables or TABLES))
    print(output)
    return 0

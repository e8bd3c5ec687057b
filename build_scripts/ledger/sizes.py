"""How large a file of the ledger may be: told before any is opened, so that a huge one costs no time and no memory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_scripts.ledger.package import read_mapping
from build_scripts.ledger.problem import LedgerError, Problem, finding
from build_scripts.ledger.shapes import of_file

MAX_BYTES = 50_000_000  # of one file, unless datapackage.yaml says `max_bytes` of tables
DESCRIPTOR = "datapackage.yaml"
FOLDERS = ("datasets", "schemas", "docs/zh", "docs/en")


def stop_on_large_files(root: Path, tables: bool) -> None:
    """Raises LedgerError where a file of the ledger at `root` is larger than may be read; none is opened.

    A table may have `max_bytes` of the descriptor, any other file MAX_BYTES. With `tables` False those are left to the
    checks, which tell of them among what else they find.
    """
    of_settings = large_files([root / DESCRIPTOR, root / "site.yaml"])
    if of_settings:
        raise LedgerError(of_settings)
    limits = limits_of_tables(root)
    paths = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    found = large_files(path for path in paths if path not in limits)
    if tables:
        found += [
            finding(path.relative_to(root).as_posix(), 0, "", "too_big", rule="file_forms", limit=limit)
            for path, limit in limits.items()
            if size_of(path) > limit
        ]
    if found:
        raise LedgerError(found)


def limits_of_tables(root: Path) -> dict[Path, int]:
    """Returns the file of each table -> how many bytes it may have; nothing where the descriptor cannot be read, which
    whoever opens the package is told.
    """
    try:
        descriptor = read_mapping(root / DESCRIPTOR)
    except LedgerError:
        return {}
    limit, resources = descriptor.get("max_bytes", MAX_BYTES), descriptor.get("resources")
    named = [each.get("path") for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    limit = limit if isinstance(limit, int) else MAX_BYTES
    return {root / path: limit for path in named if isinstance(path, str)}


def large_files(paths: Iterable[Path]) -> list[Problem]:
    """Returns a finding for each file that is no table and has more bytes than any may have."""
    return [
        of_file(path, "too_large", size=size_of(path), limit=MAX_BYTES) for path in paths if size_of(path) > MAX_BYTES
    ]


def size_of(path: Path) -> int:
    """Returns the size of a file in bytes; 0 where there is none."""
    return path.stat().st_size if path.is_file() else 0

"""`check --base REVISION`: an id that stood in a revision still stands, or `retired` says where it went.

Only here is git asked: a ledger is checked the same with and without its history.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_scripts.checks.run import Findings
from build_scripts.commands.difference.records import raw_at, revision_of
from build_scripts.ledger.history import MACHINE_WRITTEN
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, read_raw_tables

RULE = "retired_ids"


def vanished_problems(root: Path, base: str) -> list[Problem]:
    """Returns an error for each id of the revision, in any table, that is neither here nor in `retired`.

    The revision is where this branch left `base`. A table that cannot be read whole says so itself and is left out.
    Raises UnknownRevision where git does not know it.
    """
    package = open_package(root)
    before, now = raw_at(package, revision_of(root, base)), read_raw_tables(package)
    gone = {table: lost_keys(package, table, before, now) for table in package.schemas if table not in MACHINE_WRITTEN}
    retired = keys_of(package, "retired", now) if "retired" in now else set()
    return [
        finding(table, 0, "", "vanished", rule=RULE, key=key, named=table, base=base)
        for table, keys in gone.items()
        for (key, *_) in keys
        if table != "retired" and (table, key) not in retired
    ] + [
        finding("retired", 0, "", "vanished_retired", rule=RULE, key=key, named=table, base=base)
        for table, key in gone.get("retired", ())
    ]


def with_vanished(findings: Findings, root: Path, base: str) -> Findings:
    """Returns the findings of a check with those on ids that vanished since a revision among them."""
    return replace(findings, problems=sorted([*findings.problems, *vanished_problems(root, base)]))


def lost_keys(package: Package, table: str, before: RawTables, now: RawTables) -> list[tuple[str, ...]]:
    """Returns the keys of a table that stood before and do not stand now, in order."""
    if before[table].fault or now[table].fault:
        return []
    return sorted(keys_of(package, table, before) - keys_of(package, table, now))


def keys_of(package: Package, table: str, raw: RawTables) -> set[tuple[str, ...]]:
    """Returns the keys of a table's rows, by the columns of its primary key; none where a column is not there."""
    header, key = raw[table].header, package.schemas[table]["primaryKey"]
    if not set(key) <= set(header):
        return set()
    places = [header.index(column) for column in key]
    return {tuple(cells[i] for i in places) for _, cells in raw[table].rows if len(cells) > max(places)}

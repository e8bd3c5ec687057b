"""The schemas as SQL: each kind of constraint finds the row that breaks it, and a ledger without errors breaks none."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from build_scripts.checks.sql_rules import SPARK, sql_rules
from build_scripts.ledger.package import open_package

BROKEN = [  # constraint, table, row, what is written into it, what the engine answers
    ("required", "funds", "ta18.f02", {"stage": ""}, ("funds", "stage", "ta18.f02")),
    ("type", "funds", "ta18.f02", {"amount": "1_000"}, ("funds", "amount", "ta18.f02")),
    ("type", "funds", "ta18.f02", {"parts_complete": "TRUE"}, ("funds", "parts_complete", "ta18.f02")),
    ("pattern", "funds", "ta18.f02", {"period": "2017年"}, ("funds", "period", "ta18.f02")),
    ("enum", "funds", "ta18.f02", {"stage": "paid"}, ("funds", "stage", "ta18.f02")),
    ("minimum", "funds", "ta18.f02", {"amount": "-1"}, ("funds", "amount", "ta18.f02")),
    ("maxLength", "funds", "ta18.f02", {"as_printed": "万" * 41}, ("funds", "as_printed", "ta18.f02")),
    ("primaryKey", "funds", "ta18.f02", {"fund_id": "ta18.f01"}, ("funds", "fund_id", "ta18.f01")),
    ("unique", "funds", "ta18.f02", {"fund_id": "ta18.f01"}, ("funds", "fund_id", "ta18.f01")),
    ("foreignKeys", "funds", "ta18.f02", {"part_of": "nowhere"}, ("funds", "part_of", "ta18.f02")),
]


def answers(root: Path) -> set[tuple[str, str, str, str]]:
    """Returns (constraint, table, column, key) of all rows that DuckDB finds."""
    package, engine = open_package(root), duckdb.connect()
    for table in package.schemas:
        engine.execute(
            f"CREATE TABLE {table} AS SELECT * FROM read_csv(?, all_varchar = true, header = true, delim = ',')",
            [str(package.path(table))],
        )
    return {
        (rule.rule, rule.table, rule.column, key)
        for rule in sql_rules(package.schemas)
        for key, *_ in engine.sql(rule.sql).fetchall()
    }


@pytest.mark.parametrize(("rule", "table", "row", "cells", "found"), BROKEN)
def test_a_broken_constraint_is_found_with_the_key_of_its_row(ledger, rule, table, row, cells, found):
    ledger.set(table, row, **cells)
    assert (rule, *found) in answers(ledger.root)


@pytest.mark.parametrize("root", [Path("tests/tiny_ledger"), Path()], ids=["tiny", "real"])
def test_a_ledger_without_errors_breaks_no_constraint(root):
    assert answers(root) == set()


def test_an_empty_cell_refers_to_nothing_and_equals_nothing(ledger):
    for row in ("ta18.f01", "ta18.f02"):
        ledger.set("funds", row, fund_id="", project_id="", part_of="")
    found = {(rule, column) for rule, table, column, _ in answers(ledger.root) if table == "funds"}
    assert ("required", "fund_id") in found
    assert not found & {("primaryKey", "fund_id"), ("foreignKeys", "project_id")}


def test_another_engine_differs_by_its_dialect_alone(tiny_package):
    sql = {(r.rule, r.table, r.column): r.sql for r in sql_rules(tiny_package.schemas, SPARK)}
    assert sql["type", "funds", "amount"] == (
        "SELECT row_.`fund_id` FROM `funds` row_ WHERE NOT regexp_like(CAST(`amount` AS STRING), "
        "concat('^(?:', '-?[0-9]{1,20}(\\\\.[0-9]{1,20})?', ')\\\\z'))"
    )

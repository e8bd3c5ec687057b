"""uniqueKeys of a schema hold, which Frictionless ignores."""

from dataclasses import replace

from build_scripts.checks.rules import run_rule, unique_keys
from build_scripts.labels.problems import message


def with_key(ledger, table, key):
    package, tables = ledger.read()
    schemas = {**package.schemas, table: {**package.schemas[table], "uniqueKeys": [key]}}
    return run_rule(unique_keys, replace(package, schemas=schemas), tables)


def test_two_rows_with_the_same_unique_key_are_both_named(ledger):
    ledger.set("places", "980122", name="甲县")
    found = with_key(ledger, "places", ["name"])
    assert [(p.row, p.column) for p in found] == [(3, "name"), (4, "name")]
    assert message(found[0], "en") == "「甲县」 stands more than once in name"


def test_an_empty_cell_is_equal_to_no_other(ledger):
    assert with_key(ledger, "places", ["parent_id", "aliases"]) == []

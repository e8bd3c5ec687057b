"""Holds the key rules of the schemas by an engine of another make: `sql`, by DuckDB here or by Spark in local mode.

The rules are those of checks/sql_rules.py, made from the schemas alone; what two engines name differently is said
there. Spark is not among the dependencies: `make spark` installs it beside them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from build_scripts.checks.sql_rules import DUCKDB, SPARK, Dialect, SqlRule, sql_rules
from build_scripts.ledger.package import Package, open_package

MOST = 20  # keys that are told of one rule
Asked = Callable[[str], list[tuple]]  # a query -> its rows


def run(root: Path, engine: str) -> int:
    """Prints each rule that rows break, with their keys, then how many were asked; returns 1 where one is broken."""
    package, start = open_package(root), time.perf_counter()
    dialect, open_engine = ENGINES[engine]
    rules = sql_rules(package.schemas, dialect)
    found = broken(rules, open_engine(package))
    for rule, keys in found:
        print(f"{rule.table}.csv: {rule.column}: {rule.rule}: {', '.join(keys[:MOST])}{' …' if keys[MOST:] else ''}")
    print(f"{engine}: {len(rules)} rules, {len(found)} broken, {time.perf_counter() - start:.1f} s")
    return 1 if found else 0


def broken(rules: list[SqlRule], ask: Asked) -> list[tuple[SqlRule, list[str]]]:
    """Returns the rules that rows break, each with the keys of these rows."""
    answers = ((rule, ["/".join(map(str, key)) for key in ask(rule.sql)]) for rule in rules)
    return [(rule, keys) for rule, keys in answers if keys]


def open_duckdb(package: Package) -> Asked:
    """Returns DuckDB with every table as text, ready to be asked."""
    import duckdb

    engine = duckdb.connect()
    for table in package.schemas:
        read = "read_csv(?, all_varchar = true, header = true, delim = ',')"
        engine.execute(f'CREATE TABLE "{table}" AS SELECT * FROM {read}', [str(package.path(table))])
    return lambda sql: engine.sql(sql).fetchall()


def open_spark(package: Package) -> Asked:
    """Returns Spark in local mode with every table as text, ready to be asked."""
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master("local[2]")
        .appName("pairing-ledger")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    form = {"header": True, "multiLine": True, "quote": '"', "escape": '"'}
    for table in package.schemas:
        spark.read.options(**form).csv(str(package.path(table))).cache().createOrReplaceTempView(table)
    return lambda sql: [tuple(row) for row in spark.sql(sql).collect()]


ENGINES: dict[str, tuple[Dialect, Callable[[Package], Asked]]] = {
    "duckdb": (DUCKDB, open_duckdb),
    "spark": (SPARK, open_spark),
}

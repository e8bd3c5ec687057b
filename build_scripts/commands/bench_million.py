"""A million claims in each format that takes them: seconds and peak memory, each in a process of its own.

The claims are the rows of `funds`, repeated under ids of their own. A workbook holds 1,048,575 rows a sheet; where a
table has more, its first sheet says so (exports/formats/workbook.py).
"""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from build_scripts.exports.encode import csv_bytes, parquet_bytes
from build_scripts.exports.formats.sqlite import write_table
from build_scripts.exports.wide import schema_columns
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables

ROWS = 1_000_000
TABLE = "funds"


def measure(root: Path) -> list[dict]:
    """Returns one row a format: seconds, peak memory and size in MB."""
    rows = []
    for form in FORMATS:
        command = [sys.executable, "-m", "build_scripts.commands.bench_million", str(root), form]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append({"ledger": f"{ROWS:,} claims", "stage": form, **json.loads(result.stdout.splitlines()[-1])})
    return rows


def repeated(frame: pd.DataFrame, rows: int) -> pd.DataFrame:
    """Returns the rows over and over until there are so many, each under an id of its own in the first column."""
    times = -(-rows // len(frame))
    ids = [f"claim-{number:07}" for number in range(rows)]
    return pd.concat([frame] * times, ignore_index=True).head(rows).assign(**{frame.columns[0]: ids})


def sqlite_bytes(frame: pd.DataFrame, schema: dict) -> bytes:
    """Returns a database of the one table with its key, references and indexes."""
    book = sqlite3.connect(":memory:")
    write_table(book, TABLE, schema, frame)
    book.commit()
    return book.serialize()


FORMATS: dict[str, Callable[[pd.DataFrame, dict], bytes]] = {
    "csv": lambda frame, schema: csv_bytes(frame, schema_columns(schema)),
    "parquet": lambda frame, schema: parquet_bytes(frame, schema_columns(schema)),
    "sqlite": sqlite_bytes,
}


def measure_one(root: Path, form: str, rows: int = ROWS) -> dict:
    """Returns seconds of the format alone, peak memory of this process and size of the file."""
    package = open_package(root)
    frame, schema = repeated(read_tables(package)[TABLE], rows), package.schemas[TABLE]
    start = time.perf_counter()
    size = len(FORMATS[form](frame, schema))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": f"{seconds:.2f}", "peak_mb": peak // 1024, "size_mb": size // 1_000_000}


if __name__ == "__main__":
    print(json.dumps(measure_one(Path(sys.argv[1]), sys.argv[2])))

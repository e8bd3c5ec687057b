"""Rows as bytes: CSV, JSON and Parquet, the same bytes from the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_A_GROUP = 131_072
FIRST_ROWS = 1_000
ARROW_TYPES = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_()}


class Column(NamedTuple):
    """A column of a published table. `kind` is a schema type; a required one is never empty."""

    name: str
    kind: str = "string"
    required: bool = False


Row = Sequence  # the cells of one row, in the order of the columns: str, int, Decimal, bool or None


def csv_bytes(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Returns the rows as CSV (UTF-8, LF), an empty cell where nothing is stated.

    No cell can start a formula: `check` refuses = + @ and a leading minus outside numbers in every source row.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def cell_text(cell: object) -> str:
    """Returns the text of a cell: true/false, plain decimals without exponent, empty for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if hasattr(cell, "scaleb") else str(cell)


def json_rows(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """Returns a JSON array, one object a line; what is not stated is left out of its object."""
    names = [column.name for column in columns]
    encode = json.JSONEncoder(ensure_ascii=False, default=plain_number).encode
    lines = (encode({name: cell for name, cell in zip(names, row, strict=True) if cell is not None}) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def plain_number(value: Decimal) -> int | float:
    """JSON has one kind of number: whole decimals become integers, others the nearest double."""
    return int(value) if value == value.to_integral_value() else float(value)


def parquet_bytes(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """Returns the rows as Parquet (zstd, dictionaries); numbers are doubles, what is not stated is null.

    A large file begins with a small group of rows: a browser shows it before it has read anything else.
    """
    out = io.BytesIO()
    schema = pa.schema([pa.field(c.name, ARROW_TYPES[c.kind], nullable=not c.required) for c in columns])
    settings = {"compression": "zstd", "compression_level": 12, "store_schema": False, "write_statistics": False}
    with pq.ParquetWriter(out, schema, **settings) as writer:
        first = FIRST_ROWS if len(rows) > ROWS_A_GROUP else 0
        for part in filter(len, (rows[:first], rows[first:])):
            writer.write_table(arrow_table(columns, part, schema), row_group_size=ROWS_A_GROUP)
    return out.getvalue()


def arrow_table(columns: Sequence[Column], rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Returns the rows in columns; Decimals become doubles."""
    arrays = []
    for column, cells in zip(columns, zip(*rows, strict=True), strict=True):
        numbers = column.kind == "number"
        values = [None if cell is None else float(cell) for cell in cells] if numbers else cells
        arrays.append(pa.array(values, type=ARROW_TYPES[column.kind]))
    return pa.Table.from_arrays(arrays, schema=schema)

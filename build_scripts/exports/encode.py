"""Frames as bytes: CSV, JSON, lines of JSON and Parquet, the same bytes from the same rows.

A missing cell is empty or null, never zero.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from types import SimpleNamespace

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from build_scripts.ledger.spreadsheets import as_text
from build_scripts.views.columns import Column

CSV, JSON, PARQUET = "text/csv", "application/json", "application/vnd.apache.parquet"
JSON_LINES, JSON_LD, YAML, ZIP = "application/x-ndjson", "application/ld+json", "application/yaml", "application/zip"
UTF_8 = "utf-8-sig"  # its mark tells spreadsheets that a file is UTF-8; without it Excel in China reads GB18030
ROWS_A_GROUP = 131_072
FIRST_ROWS = 1_000
ROWS_A_BLOCK = 20_000
ARROW_TYPES = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_()}


def cells_of(frame: pd.DataFrame, columns: Sequence[Column]) -> list[tuple]:
    """Returns the cells row by row, in the order of the columns: str, int, Decimal, bool, or None where missing."""
    whole = {column.name: "Int64" for column in columns if column.kind == "integer"}  # a float beside missing cells
    chosen = frame[[column.name for column in columns]].astype(whole).astype(object)
    return list(chosen.where(chosen.notna(), None).itertuples(index=False, name=None))


def blocks_of(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yields the rows in blocks: the cells of a million rows need not stand in memory beside their frame."""
    return (frame[start : start + ROWS_A_BLOCK] for start in range(0, len(frame), ROWS_A_BLOCK))


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[tuple]:
    """Yields the cells of each row, made block by block."""
    return chain.from_iterable(cells_of(block, columns) for block in blocks_of(frame))


def csv_bytes(frame: pd.DataFrame, columns: Sequence[Column]) -> bytes:
    """Returns the rows as CSV (UTF-8 with a byte order mark, LF), an empty cell where nothing is stated.

    A text that a spreadsheet would take for a formula stands behind an apostrophe, though `check` lets none pass.
    """
    return csv_file(csv_lines(frame, columns), columns)


def csv_file(lines: Iterable[bytes], columns: Sequence[Column]) -> bytes:
    """Returns the CSV file of rows that are encoded already, with its head."""
    head = csv_encoder()([column.name for column in columns])
    return b"".join(chain([head.encode(UTF_8)], lines))


def csv_lines(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[bytes]:
    """Yields each row as it stands in a CSV file, its end included."""
    encode = csv_encoder()
    for row in rows_of(frame, columns):
        yield encode([cell_text(cell) for cell in row]).encode()


def csv_encoder() -> Callable[[Sequence[str]], str]:
    """Returns what makes a line of cells: csv gives back what it would write."""
    return csv.writer(SimpleNamespace(write=str), lineterminator="\n").writerow


def cell_text(cell: object) -> str:
    """Returns the text of a cell: true/false, plain decimals without exponent, empty for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return as_text(cell) if isinstance(cell, str) else str(cell)


def json_array(objects: Iterable[bytes]) -> bytes:
    """Returns a JSON array of objects that are encoded already, one a line."""
    return b"".join(chain([b"[\n"], between(b",\n", objects), [b"\n]\n"]))


def between(mark: bytes, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the parts with the mark between them: what is joined but once is not held twice."""
    for number, part in enumerate(parts):
        if number:
            yield mark
        yield part


def json_lines(objects: Iterable[bytes]) -> bytes:
    """Returns an object a line (NDJSON)."""
    return b"".join(part for line in objects for part in (line, b"\n"))


def json_objects(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[bytes]:
    """Yields each row as a JSON object; it has every key, null where nothing is stated."""
    names = [column.name for column in columns]
    encode = json.JSONEncoder(ensure_ascii=False, default=plain_number).encode
    return (encode(dict(zip(names, row, strict=True))).encode() for row in rows_of(frame, columns))


def plain_number(value: Decimal) -> int | float:
    """JSON has one kind of number: whole decimals become integers, others the nearest double."""
    return int(value) if value == value.to_integral_value() else float(value)


def parquet_bytes(frame: pd.DataFrame, columns: Sequence[Column], about: Mapping[str, dict] | None = None) -> bytes:
    """Returns the rows as Parquet (zstd, dictionaries); numbers are doubles, what is not stated is null.

    `about` is what is said of each column and, under "", of the table; with it the file carries statistics too.
    """
    return parquet_file(arrow_table(frame, columns), about)


def parquet_file(table: pa.Table, about: Mapping[str, dict] | None = None, level: int = 12) -> bytes:
    """Returns the Parquet file of an Arrow table.

    A large file begins with a small group of rows: a browser shows it before it has read anything else.
    """
    out = io.BytesIO()
    if about:
        table = table.cast(described(table.schema, about))
    told = bool(about)
    settings = {"compression": "zstd", "compression_level": level, "store_schema": told, "write_statistics": told}
    with pq.ParquetWriter(out, table.schema, **settings) as writer:
        first = FIRST_ROWS if len(table) > ROWS_A_GROUP else 0
        for part in filter(len, (table[:first], table[first:])):
            writer.write_table(part, row_group_size=ROWS_A_GROUP)
    return out.getvalue()


def described(schema: pa.Schema, about: Mapping[str, dict]) -> pa.Schema:
    """Returns the schema with titles, units and codes in the metadata of its fields, as JSON where they are lists."""

    def plain(told: dict) -> dict[str, str]:
        return {key: text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)
                for key, text in told.items()}  # fmt: skip

    fields = [field.with_metadata(plain(about.get(field.name, {}))) for field in schema]
    return pa.schema(fields, metadata=plain(about.get("", {})))


def arrow_table(frame: pd.DataFrame, columns: Sequence[Column]) -> pa.Table:
    """Returns the columns of a frame as Arrow holds them; Decimals become doubles."""
    schema = pa.schema([pa.field(c.name, ARROW_TYPES[c.kind], nullable=not c.required) for c in columns])
    arrays = []
    for column in columns:
        cells = frame[column.name]
        values = cells.astype(float) if column.kind == "number" else cells.astype(object)
        arrays.append(pa.array(values, type=ARROW_TYPES[column.kind], from_pandas=True))
    return pa.Table.from_arrays(arrays, schema=schema)

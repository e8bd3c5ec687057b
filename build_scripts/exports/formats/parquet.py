"""Each table as Parquet: `data/<table>.parquet`, the columns of its schema with their types, titles and codes."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import PARQUET, parquet_bytes
from build_scripts.exports.model import Download, Edition, of_schema
from build_scripts.exports.wide import schema_columns, told_of


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one Parquet file a table."""
    for name, schema in edition.package.schemas.items():
        told = told_of(edition, schema, of_schema(schema))
        content = parquet_bytes(edition.views.tables[name], schema_columns(schema), told)
        yield Download(f"data/{name}.parquet", content, PARQUET, of_schema(schema), schema=schema)

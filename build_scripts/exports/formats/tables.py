"""The tables as published: `data/<table>.csv`, each cell as it stands in the source file."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import CSV, csv_bytes
from build_scripts.exports.model import Download, Edition, of_schema
from build_scripts.exports.wide import schema_columns


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one CSV a table; an empty cell is nothing stated."""
    for name, schema in edition.package.schemas.items():
        content = csv_bytes(edition.views.tables[name], schema_columns(schema))
        yield Download(f"data/{name}.csv", content, CSV, of_schema(schema), schema=schema)

"""Each table as Parquet: `data/<table>.parquet`, the columns of its schema with their types."""

from __future__ import annotations

from build_scripts.exports.encode import Column, parquet_bytes
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns one Parquet file a table."""
    return {
        f"data/{name}.parquet": parquet_bytes(
            schema_columns(schema), list(views.tables[name].itertuples(index=False, name=None))
        )
        for name, schema in package.schemas.items()
    }


def schema_columns(schema: dict) -> list[Column]:
    """Returns the fields of a schema as columns."""
    return [
        Column(field["name"], field["type"], bool(field.get("constraints", {}).get("required")))
        for field in schema["fields"]
    ]

"""The tables as published: `data/<table>.csv` and `data/datapackage.json`, valid for the stock Frictionless."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from build_scripts.exports.encode import CSV, JSON, csv_bytes
from build_scripts.exports.model import Download, Edition, in_languages, of_schema
from build_scripts.exports.wide import wide_schema
from build_scripts.ledger.package import DIALECT, Package, data_package
from build_scripts.views.columns import CLAIM_COLUMNS, PROJECT_COLUMNS, Column

WIDE_TABLES = {"claims": CLAIM_COLUMNS, "projects_wide": PROJECT_COLUMNS}


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one CSV a table (UTF-8, LF, an empty cell where nothing is stated) and the descriptor."""
    for name, schema in edition.package.schemas.items():
        content = table_csv(schema, edition.views.tables[name])
        yield Download(f"data/{name}.csv", content, CSV, of_schema(schema), schema=schema)
    yield Download(
        "data/datapackage.json",
        json.dumps(published_package(edition.package), ensure_ascii=False, indent=1).encode(),
        JSON,
        in_languages("exports.file_titles.datapackage"),
        in_languages("pages.data.files.datapackage"),
    )


def table_csv(schema: dict, frame: pd.DataFrame) -> bytes:
    """Returns the frame as CSV, each cell as it stands in the source file."""
    return csv_bytes(frame, schema_columns(schema))


def schema_columns(schema: dict) -> list[Column]:
    """Returns the fields of a schema as columns."""
    return [
        Column(field["name"], field["type"], bool(field.get("constraints", {}).get("required")))
        for field in schema["fields"]
    ]


def published_package(package: Package) -> dict:
    """Returns the descriptor of the tables and of the two wide tables made from them."""
    descriptor = data_package(package)
    return descriptor | {"resources": descriptor["resources"] + [wide_resource(name) for name in WIDE_TABLES]}


def wide_resource(name: str) -> dict:
    """Returns the entry of a wide table."""
    title, about = in_languages(f"exports.{name}_title"), in_languages(f"exports.{name}_about")
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "scheme": "file", "format": "csv",
        "mediatype": CSV, "encoding": "utf-8", "dialect": DIALECT, "schema": wide_schema(WIDE_TABLES[name]),
        "title": title["zh"], "title_en": title["en"], "description": about["zh"], "description_en": about["en"],
    }  # fmt: skip

"""The tables as published: `data/<table>.csv` and `data/datapackage.json`, valid for the stock Frictionless."""

from __future__ import annotations

import json

import pandas as pd

from build_scripts.exports.encode import cell_text, csv_bytes
from build_scripts.exports.formats import claims, projects_wide
from build_scripts.exports.wide_schema import wide_schema
from build_scripts.labels import word
from build_scripts.ledger.package import DIALECT, Package, data_package
from build_scripts.views.model import Views

__all__ = ["cell_text", "files", "table_csv"]
WIDE_TABLES = {"claims": (claims.COLUMNS, "claim_id"), "projects_wide": (projects_wide.COLUMNS, "project_id")}


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns one CSV a table (UTF-8, LF, an empty cell where nothing is stated) and the descriptor."""
    csvs = {f"data/{name}.csv": table_csv(views.tables[name]) for name in package.schemas}
    descriptor = json.dumps(published_package(package), ensure_ascii=False, indent=1)
    return {**csvs, "data/datapackage.json": descriptor.encode()}


def table_csv(frame: pd.DataFrame) -> bytes:
    """Returns the frame as CSV, each cell as it stands in the source file."""
    return csv_bytes(frame.columns, frame.itertuples(index=False, name=None))


def published_package(package: Package) -> dict:
    """Returns the descriptor of the tables and of the two wide tables made from them."""
    descriptor = data_package(package)
    return descriptor | {"resources": descriptor["resources"] + [wide_resource(name) for name in WIDE_TABLES]}


def wide_resource(name: str) -> dict:
    """Returns the entry of a wide table."""
    columns, key = WIDE_TABLES[name]
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "scheme": "file", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "dialect": DIALECT, "schema": wide_schema(columns, key),
        "title": word("zh", f"exports.{name}_title"), "title_en": word("en", f"exports.{name}_title"),
        "description": word("zh", f"exports.{name}_about"), "description_en": word("en", f"exports.{name}_about"),
    }  # fmt: skip

"""The tables as published: `data/<table>.csv` and `data/datapackage.json`, valid for the stock `frictionless`."""

from __future__ import annotations

import json

import pandas as pd

from build_scripts.exports.encode import cell_text, csv_bytes
from build_scripts.tables import Package, data_package
from build_scripts.views.model import Views

__all__ = ["cell_text", "files", "table_csv"]


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns one CSV a table (UTF-8, LF, an empty cell where nothing is stated) and the descriptor."""
    csvs = {f"data/{name}.csv": table_csv(views.tables[name]) for name in package.schemas}
    descriptor = json.dumps(data_package(package), ensure_ascii=False, indent=1)
    return {**csvs, "data/datapackage.json": descriptor.encode()}


def table_csv(frame: pd.DataFrame) -> bytes:
    """Returns the frame as CSV, each cell as it stands in the source file."""
    return csv_bytes(frame.columns, frame.itertuples(index=False, name=None))

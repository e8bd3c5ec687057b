"""The tables as published: `data/<table>.csv` and `data/datapackage.json`, valid for the stock `frictionless`."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd

from build_scripts.tables import Package, data_package
from build_scripts.views.model import Views


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns one CSV a table (UTF-8, LF, an empty cell where nothing is stated) and the descriptor."""
    csvs = {f"data/{name}.csv": table_csv(views.tables[name]) for name in package.schemas}
    descriptor = json.dumps(data_package(package), ensure_ascii=False, indent=1)
    return {**csvs, "data/datapackage.json": descriptor.encode()}


def table_csv(frame: pd.DataFrame) -> bytes:
    """Returns the frame as CSV, each cell as it stands in the source file.

    No cell can start a formula: `check` refuses = + @ and a leading minus outside numbers in every source row.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([cell_text(cell) for cell in row] for row in frame.itertuples(index=False, name=None))
    return out.getvalue().encode()


def cell_text(cell: object) -> str:
    """Returns the text of a cell: true/false, plain decimals without exponent, empty for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if hasattr(cell, "scaleb") else str(cell)

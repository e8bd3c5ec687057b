"""Reads the package: schemas, schema problems, typed frames. The only module that knows Frictionless."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd
import yaml

from build_scripts.problem import Problem

Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Package:
    """The ledger on disk: its descriptor and its schemas, in the order of `datapackage.yaml`."""

    root: Path
    descriptor: dict
    schemas: dict[str, dict]

    def resource(self, table: str) -> dict:
        return next(r for r in self.descriptor["resources"] if r["name"] == table)

    def path(self, table: str) -> Path:
        return self.root / self.resource(table)["path"]

    def columns(self, table: str) -> list[str]:
        return [f["name"] for f in self.schemas[table]["fields"]]

    def codes(self, table: str, column: str) -> dict[str, dict]:
        """The code list of a column: code -> {zh, en}."""
        return next(f["codes"] for f in self.schemas[table]["fields"] if f["name"] == column)


def open_package(root: Path) -> Package:
    """Returns the package below `root`; raises FileNotFoundError where the descriptor or a schema is missing."""
    descriptor = yaml.safe_load((root / "datapackage.yaml").read_text(encoding="utf-8"))
    schemas = {
        r["name"]: with_enums(yaml.safe_load((root / r["schema"]).read_text(encoding="utf-8")))
        for r in descriptor["resources"]
    }
    return Package(root, descriptor, schemas)


def with_enums(schema: dict) -> dict:
    """Returns the schema with each code list also as `constraints.enum`, the form Frictionless enforces."""
    fields = [
        {**f, "constraints": {**f.get("constraints", {}), "enum": list(f["codes"])}} if "codes" in f else f
        for f in schema["fields"]
    ]
    return {**schema, "fields": fields}


def read_tables(package: Package) -> Tables:
    """Returns one frame a table, a column a field, indexed by line number in the CSV file.

    Cells are plain objects: str, int, Decimal, bool, or None where the cell is empty. Call after
    `schema_problems` found nothing: a cell that does not fit its type raises ValueError.
    """
    return {name: read_table(package, name) for name in package.schemas}


def read_table(package: Package, table: str) -> pd.DataFrame:
    """Returns the typed frame of one table (see `read_tables`)."""
    fields = package.schemas[table]["fields"]
    readers = [CELL_READERS[f["type"]] for f in fields]
    text = package.path(table).read_text(encoding="utf-8")
    rows, lines = [], []
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    for cells in reader:
        rows.append([read(c) if c != "" else None for read, c in zip(readers, cells, strict=True)])
        lines.append(reader.line_num - "".join(cells).count("\n"))
    return pd.DataFrame(rows, columns=[f["name"] for f in fields], index=lines, dtype=object)


def read_boolean(cell: str) -> bool:
    return {"true": True, "false": False}[cell]


def read_decimal(cell: str) -> Decimal:
    """Exact decimals: money is added without rounding."""
    try:
        return Decimal(cell)
    except InvalidOperation as error:
        raise ValueError(cell) from error


CELL_READERS = {"string": str, "integer": int, "number": read_decimal, "boolean": read_boolean}


def line_of(frame: pd.DataFrame, key_column: str, key: str) -> int:
    """The line number in the CSV of the row whose key is `key`; 0 if there is none."""
    hits = frame.index[frame[key_column] == key]
    return int(hits[0]) if len(hits) else 0


def data_package(package: Package, *, data_path: str = "") -> dict:
    """Returns a Data Package v2 descriptor with the schemas inside, as published in `site/data/`."""
    resources = [
        {
            "name": name, "type": "table", "path": f"{data_path}{name}.csv", "scheme": "file", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
            **{k: schema[k] for k in ("title", "title_en", "description", "description_en") if k in schema},
        }
        for name, schema in package.schemas.items()
    ]
    kept = {k: v for k, v in package.descriptor.items() if k != "resources"}
    return {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", **kept, "resources": resources}


def schema_problems(package: Package) -> list[Problem]:
    """What the schemas alone can say of the CSV files: types, patterns, enums, required cells, keys, references."""
    from build_scripts.checks.schema_report import problems_of_report  # the wording lives with the checks

    import frictionless

    frictionless.settings.DEFAULT_LIMIT_ERRORS = 1_000_000
    descriptor = data_package(package, data_path="datasets/")
    with frictionless.system.use_context(trusted=True):
        report = frictionless.Package(descriptor, basepath=str(package.root)).validate(limit_errors=1_000_000)
    return problems_of_report(report)

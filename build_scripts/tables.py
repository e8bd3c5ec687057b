"""Reads the package: schemas, schema problems, typed frames. The only module that knows Frictionless."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pandas as pd
import yaml

from build_scripts.problem import LedgerError, Problem

Tables = dict[str, pd.DataFrame]
Rows = list[tuple[int, list[str]]]  # (line number in the CSV file, cells)
YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C reader takes a sixth of the time
DIALECT = {
    "delimiter": ",",
    "quoteChar": '"',
    "skipInitialSpace": False,
}  # said, or Frictionless guesses it by sample
INTEGER, NUMBER = (
    re.compile(r"-?[0-9]+"),
    re.compile(r"-?[0-9]+(\.[0-9]+)?"),
)  # Python alone would take 1_000 and １２


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
    """Returns the package below `root`; raises FileNotFoundError if the descriptor or a schema is missing."""
    descriptor = read_yaml(root / "datapackage.yaml")
    schemas = {r["name"]: with_enums(read_yaml(root / r["schema"])) for r in descriptor["resources"]}
    return Package(root, descriptor, schemas)


def read_yaml(path: Path) -> dict:
    """Returns a YAML file as plain values; raises LedgerError with file and line where it is no YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=YAML)
    except yaml.YAMLError as error:
        raise LedgerError([yaml_problem(path, error)]) from error


def yaml_problem(path: Path, error: yaml.YAMLError) -> Problem:
    mark, what = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
    return Problem(
        f"{path.parent.name}/{path.name}",
        mark.line + 1 if mark else 0,
        "",
        f"不是合格的 YAML：{what}",
        f"is not proper YAML: {what}",
        "检查缩进、冒号和引号",
        "look at indents, colons and quotation marks",
    )


def with_enums(schema: dict) -> dict:
    """Returns the schema with each code list also as `constraints.enum`, the form Frictionless enforces."""
    fields = [
        {**f, "constraints": {**f.get("constraints", {}), "enum": list(f["codes"])}} if "codes" in f else f
        for f in schema["fields"]
    ]
    return {**schema, "fields": fields}


def read_tables(package: Package) -> Tables:
    """Returns one frame a table, a column a field, indexed by line number in the CSV file.

    Cells are plain objects: str, int, Decimal, bool, or None where the cell is empty or does not fit its
    type. A cell that does not fit is always a finding of `schema_problems` or of the rule `plain_cells`, so a
    ledger without errors loses nothing here, and one with errors can be looked at as far as it reads.
    """
    return {name: read_table(package, name) for name in package.schemas}


def read_table(package: Package, table: str) -> pd.DataFrame:
    """Returns the typed frame of one table (see `read_tables`); a column the file lacks holds None."""
    fields = package.schemas[table]["fields"]
    header, rows = read_rows(package, table)
    places = [(header.index(f["name"]) if f["name"] in header else -1, f["type"]) for f in fields]
    cells = [[read_cell(row[i], kind) if 0 <= i < len(row) else None for i, kind in places] for _, row in rows]
    lines = [line for line, _ in rows]
    return pd.DataFrame(cells, columns=[f["name"] for f in fields], index=lines, dtype=object)


def read_rows(package: Package, table: str) -> tuple[list[str], Rows]:
    """Returns the header and the rows of a CSV file as bare text; blank lines are left out.

    Bytes that are not UTF-8 become U+FFFD; a missing file has neither header nor rows.
    """
    (_, header), *rows = read_lines(package, table) or [(1, [])]
    return header, [(line, cells) for line, cells in rows if cells]


def filled_cells(package: Package) -> Iterator[tuple[str, int, str, str]]:
    """Yields (table, line number, column, bare text) of every cell that is not empty."""
    for table in package.schemas:
        header, rows = read_rows(package, table)
        for line, cells in rows:
            yield from ((table, line, column, cell) for column, cell in zip(header, cells, strict=False) if cell)


def read_lines(package: Package, table: str) -> Rows:
    """Returns every record of a CSV file, header and blank lines included, up to where it stops being CSV."""
    text = read_file(package.path(table)).decode("utf-8-sig", errors="replace")
    reader, records, line = csv.reader(io.StringIO(text, newline="")), [], 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:  # reported by schema_problems
        pass
    return records


def read_file(path: Path) -> bytes:
    """Returns the bytes of a file; nothing where there is none, which the schema report says."""
    return path.read_bytes() if path.is_file() else b""


def read_texts(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Returns the bytes of the named source texts that are in the folder."""
    return {name: (folder / name).read_bytes() for name in set(names) if (folder / name).is_file()}


def read_cell(cell: str, kind: str) -> str | int | Decimal | bool | None:
    """Returns the value of a cell of a schema type; None where it is empty or does not fit."""
    return CELL_READERS.get(kind, str)(cell) if cell else None


def read_integer(cell: str) -> int | None:
    return int(cell) if INTEGER.fullmatch(cell) else None


def read_decimal(cell: str) -> Decimal | None:
    """Exact decimals: money is added without rounding."""
    return Decimal(cell) if NUMBER.fullmatch(cell) else None


CELL_READERS: dict[str, Callable] = {
    "string": str,
    "integer": read_integer,
    "number": read_decimal,
    "boolean": {"true": True, "false": False}.get,
}


def data_package(package: Package) -> dict:
    """Returns a Data Package v2 descriptor with the schemas inside, as published in `site/data/`."""
    resources = [
        {
            "name": name,
            "type": "table",
            "path": f"{name}.csv",
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": DIALECT,
            "schema": schema,
            **{k: schema[k] for k in ("title", "title_en", "description", "description_en") if k in schema},
        }
        for name, schema in package.schemas.items()
    ]
    kept = {k: v for k, v in package.descriptor.items() if k != "resources"}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        **kept,
        "resources": resources,
    }


def schema_problems(package: Package) -> list[Problem]:
    """What each schema alone can say of its CSV file: header, types, patterns, enums, required cells, keys.

    References between tables are the rule `foreign_keys`: Frictionless reads a table again for each of them.
    """
    import frictionless  # late: only this function needs it

    from build_scripts.checks.schema_report import problem_of_error, problems_of_report

    descriptor = data_package(package)
    descriptor["resources"] = [
        {
            **resource,
            "path": package.resource(resource["name"])["path"],
            "schema": {**resource["schema"], "foreignKeys": []},
        }
        for resource in descriptor["resources"]
    ]
    try:
        with frictionless.system.use_context(trusted=True):
            opened = frictionless.Package(descriptor, basepath=str(package.root))
            report = opened.validate(limit_errors=1_000_000)
    except frictionless.FrictionlessException as exception:  # a schema that cannot even be opened
        return [problem_of_error("datapackage.yaml", error) for error in exception.to_errors()]
    return with_line_numbers(package, problems_of_report(report))


def with_line_numbers(package: Package, problems: list[Problem]) -> list[Problem]:
    """Frictionless counts records; people and editors count lines, and a cell may hold line breaks."""
    tables = {p.table for p in problems if p.row and p.table in package.schemas}
    lines = {table: dict(enumerate((line for line, _ in read_lines(package, table)), start=1)) for table in tables}
    return [replace(p, row=lines.get(p.table, {}).get(p.row, p.row)) for p in problems]

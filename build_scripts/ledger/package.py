"""The package on disk: its descriptor, its schemas and code lists, its settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_scripts.ledger.problem import LedgerError, Problem
from build_scripts.ledger.shapes import descriptor_problems, of_file, read_as_written, schema_shape_problems

YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C reader takes a sixth of the time
DIALECT = {
    "delimiter": ",",
    "quoteChar": '"',
    "skipInitialSpace": False,
}  # said, or Frictionless guesses it by sample

ADDRESS = "LEDGER_ADDRESS"  # where it is set, the address of this copy of the site: `make site ADDRESS=…`
SETTINGS = ("address", "repository", "allowed_hosts")  # what site.yaml must say


@dataclass(frozen=True, eq=False)
class Package:
    """The ledger on disk: its descriptor and its schemas, in the order of `datapackage.yaml`, and its settings."""

    root: Path
    descriptor: dict
    schemas: dict[str, dict]
    settings: dict[str, str]  # site.yaml: address (with a slash at its end), repository, allowed_hosts
    hosts: tuple[str, ...]  # whose pages may be linked

    def resource(self, table: str) -> dict:
        return next(r for r in self.descriptor["resources"] if r["name"] == table)

    def path(self, table: str) -> Path:
        return self.root / self.resource(table)["path"]

    @property
    def keys(self) -> dict[str, list[str]]:
        """The columns of each table's primary key."""
        return {table: schema["primaryKey"] for table, schema in self.schemas.items()}

    def columns(self, table: str) -> list[str]:
        return [f["name"] for f in self.schemas[table]["fields"]]

    def codes(self, table: str, column: str) -> dict[str, dict]:
        """The code list of a column: code -> {zh, en}."""
        return next(f["codes"] for f in self.schemas[table]["fields"] if f["name"] == column)


def open_package(root: Path) -> Package:
    """Returns the package below `root`; raises LedgerError where descriptor, settings or a schema cannot be used."""
    descriptor, settings = read_mapping(root / "datapackage.yaml"), read_settings(root)
    stop_on(descriptor_problems(root / "datapackage.yaml", descriptor))
    paths = {r["name"]: root / r["schema"] for r in descriptor["resources"]}
    schemas = {name: read_mapping(path) for name, path in paths.items()}
    stop_on([problem for name, schema in schemas.items() for problem in schema_shape_problems(paths[name], schema)])
    enums = {name: with_enums(schema) for name, schema in schemas.items()}
    return Package(root, descriptor, enums, settings, read_hosts(root / settings["allowed_hosts"]))


def read_settings(root: Path) -> dict[str, str]:
    """Returns the values of site.yaml; the address always ends with a slash.

    The environment may name another address: who puts a copy on a host of their own need not change a file.
    """
    settings = read_mapping(root / "site.yaml")
    if missing := [name for name in SETTINGS if not isinstance(settings.get(name), str)]:
        raise LedgerError([of_file(root / "site.yaml", "settings_lack", names=missing)])
    address = os.environ.get(ADDRESS) or settings["address"]
    return {**settings, "address": address.rstrip("/") + "/"}


def read_hosts(path: Path) -> tuple[str, ...]:
    """Returns the hosts of a file, one a line, `#` begins a remark; none where there is no such file."""
    with read_as_written(path):
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(host for line in lines if (host := line.partition("#")[0].strip().lower()))


def stop_on(problems: list[Problem]) -> None:
    if problems:
        raise LedgerError(problems)


def read_mapping(path: Path) -> dict:
    """Returns a YAML file that holds `key: value`; raises LedgerError where it is empty, a list or a bare text."""
    content = read_yaml(path)
    if not isinstance(content, dict):
        code = "empty" if content is None else "list" if isinstance(content, list) else "no_mapping"
        raise LedgerError([of_file(path, code)])
    return content


def read_yaml(path: Path) -> object:
    """Returns a YAML file as plain values.

    Raises LedgerError with file and line where there is no such file, it is not UTF-8 or no YAML.
    """
    try:
        return yaml.load(path.read_bytes().decode("utf-8-sig"), Loader=YAML)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise LedgerError([of_file(path, "no_file")]) from None
    except UnicodeDecodeError as error:
        raise LedgerError([of_file(path, "not_utf8", error.object[: error.start].count(b"\n") + 1)]) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # a date of 30 February is a ValueError
        raise LedgerError([yaml_problem(path, error)]) from error


def yaml_problem(path: Path, error: Exception) -> Problem:
    mark, what = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
    return of_file(path, "no_yaml", mark.line + 1 if mark else 0, reason=what)


def with_enums(schema: dict) -> dict:
    """Returns the schema with each code list also as `constraints.enum`, the form Frictionless enforces."""
    fields = [
        {**f, "constraints": {**f.get("constraints", {}), "enum": list(f["codes"])}} if "codes" in f else f
        for f in schema["fields"]
    ]
    return {**schema, "fields": fields}


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

"""The data as they stood at a commit, with the descriptor and the schemas of that time."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pandas as pd
import yaml

from build_scripts.commands.difference.records import Rows, rows_by_key
from build_scripts.ledger.package import YAML, Package, with_enums
from build_scripts.ledger.releases import PACKAGE, Release
from build_scripts.ledger.tables import RawTable, Tables, split_records, type_table, type_tables


class CannotRelease(RuntimeError):
    """No release can be made; the message says why and what to do, in both languages."""


@dataclass(frozen=True, eq=False)
class State:
    """Descriptor, schemas and CSV texts of one commit; a table without a file there has an empty text."""

    descriptor: dict
    schemas: dict[str, dict]
    texts: dict[str, str]

    @property
    def sha256(self) -> str:
        """The checksum of the tables: of each its name, a line break and its text, in the order of the names."""
        return sha256("".join(f"{name}\n{self.texts[name]}" for name in sorted(self.texts)).encode()).hexdigest()

    def rows(self, table: str) -> Rows:
        return rows_by_key(self.texts[table], self.schemas[table]["primaryKey"]) if table in self.texts else {}

    def columns(self, table: str) -> list[str]:
        return [field["name"] for field in self.schemas[table]["fields"]] if table in self.schemas else []

    def frame(self, table: str) -> pd.DataFrame:
        """Returns the typed rows by the schema of that time."""
        return type_table(self.schemas[table]["fields"], raw_of(self.texts[table]))


def state_at(root: Path, revision: str) -> State:
    """Returns the data as they stood at a revision; raises CannotRelease where git does not have it."""
    told = shown(root, revision, "datapackage.yaml")
    if told is None:
        raise CannotRelease(
            f"git 里读不到 {revision} 的 datapackage.yaml。浅克隆没有历史，请先 git fetch --unshallow。\n"
            f"git has no datapackage.yaml at {revision}. A shallow clone has no history: git fetch --unshallow first."
        )
    descriptor = yaml.load(told, Loader=YAML)
    paths = {r["name"]: (shown(root, revision, r["schema"]), shown(root, revision, r["path"]))
             for r in descriptor["resources"]}  # fmt: skip
    whole = {name: schema for name, (schema, _) in paths.items() if schema}
    schemas = {name: with_enums(yaml.load(schema, Loader=YAML)) for name, schema in whole.items()}
    return State(descriptor, schemas, {name: paths[name][1] or "" for name in schemas})


def shown(root: Path, revision: str, path: str) -> str | None:
    """Returns the text of a file at a revision, without a byte order mark; None where it has none."""
    told = subprocess.run(["git", "-C", root, "show", f"{revision}:./{path}"], capture_output=True)
    return None if told.returncode else told.stdout.decode("utf-8-sig")


def raw_of(text: str) -> RawTable:
    """Returns the bare cells of a CSV text."""
    records, fault = split_records(text)
    return RawTable(text.encode(), records[0][1] if records else [], [r for r in records[1:] if r[1]], records,
                    fault=fault)  # fmt: skip


def tables_now(package: Package, state: State) -> Tables:
    """Returns the rows of a state in the columns of today, so that today's rules can be asked of them.

    A column that the state lacks is empty, one that today lacks is left out.
    """
    return type_tables(package, {table: raw_of(state.texts.get(table, "")) for table in package.schemas})


def state_of(root: Path, release: Release) -> State:
    """Returns the data of a release: out of its archive where this copy has it, else from its commit."""
    if not release.files:
        return state_at(root, release.commit)
    with zipfile.ZipFile(io.BytesIO(release.files[PACKAGE])) as archive:
        inside = {name.partition("/")[2]: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    head = json.loads(inside["datapackage.json"])
    schemas = {resource["name"]: resource["schema"] for resource in head["resources"]}
    return State(head, schemas, {table: inside[f"{table}.csv"] for table in schemas})

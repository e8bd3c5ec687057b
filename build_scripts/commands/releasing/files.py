"""The files of a release: data package, database, manifest, delta. The same state gives the same bytes."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256

from build_scripts.commands.releasing.delta import BOM, delta_csv
from build_scripts.commands.releasing.state import State
from build_scripts.exports.citation_file import citation_file
from build_scripts.exports.encode import CSV
from build_scripts.exports.formats.archive import checksums, licence_text
from build_scripts.exports.formats.sqlite import CODES, code_rows, column_rows, insert, named_view, write_table
from build_scripts.exports.zips import zip_bytes
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import DIALECT
from build_scripts.ledger.releases import DATABASE, DELTA, MANIFEST, PACKAGE

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def release_files(state: State, told: dict[str, str], address: str, delta: dict | None) -> dict[str, bytes]:
    """Returns name -> content; `told` is the version, its date and the commit, `delta` None for the first release."""
    head = {**told, "data_sha256": state.sha256}
    files = {PACKAGE: data_package(state, told, address), DATABASE: database(state)}
    if delta:
        files[DELTA] = encoded(head | delta)
        files["delta.csv"] = delta_csv(delta)
    listed = [{"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
              for name, content in files.items()]  # fmt: skip
    rows = {table: len(state.rows(table)) for table in state.schemas}
    return files | {MANIFEST: encoded({**head, "rows": rows, "files": listed})}


def encoded(node: dict) -> bytes:
    return (json.dumps(node, ensure_ascii=False, indent=1) + "\n").encode()


def data_package(state: State, told: dict[str, str], address: str) -> bytes:
    """Returns the ZIP: the CSV files as they stood, with descriptor, README, licence, citation and checksums."""
    csvs = {f"{table}.csv": (BOM + text).encode() for table, text in state.texts.items()}
    kept = {key: value for key, value in state.descriptor.items() if key != "resources"}
    head = {"$schema": PROFILE, **kept, "version": told["version"], "homepage": address,
            "created": f"{told['date']}T00:00:00Z"}  # fmt: skip
    resources = [resource_of(table, schema, csvs[f"{table}.csv"]) for table, schema in state.schemas.items()]
    inside = {
        **csvs, "datapackage.json": encoded({**head, "resources": resources}),
        "README.md": readme(state, told), "LICENSE.md": licence_text(state.descriptor),
        "CITATION.cff": citation_file(state.descriptor | {"version": told["version"]}, address, told["date"]),
    }  # fmt: skip
    folder = f"pairing-ledger-{told['version']}/"
    inside["SHA256SUMS"] = checksums(inside)
    return zip_bytes({folder + name: inside[name] for name in sorted(inside)})


def resource_of(table: str, schema: dict, content: bytes) -> dict:
    """Returns the entry of one CSV file, with the schema of its time."""
    about = {key: schema[key] for key in ("title", "title_en", "description", "description_en") if key in schema}
    return {
        "name": table, "type": "table", "path": f"{table}.csv", "scheme": "file", "format": "csv", "mediatype": CSV,
        "encoding": "utf-8-sig", "bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": DIALECT, **about, "schema": schema,
    }  # fmt: skip


def readme(state: State, told: dict[str, str]) -> bytes:
    """Returns what the archive is, in both languages, and a line a file."""
    lines = ["# 结对账本 · Pairing Ledger", ""]
    for lang in LANGUAGES:
        lines += [word(lang, "exports.version", version=told["version"], day=told["date"]),
                  word(lang, "exports.how_to_read"), word(lang, "exports.ids_as_text"), ""]  # fmt: skip
    lines += [f"- `{table}.csv`: {schema['title']} / {schema['title_en']}" for table, schema in state.schemas.items()]
    return ("\n".join(lines) + "\n").encode()


def database(state: State) -> bytes:
    """Returns the tables as one SQLite file: keys, references and indexes, the words of codes, views with names."""
    book = sqlite3.connect(":memory:")
    for table, schema in state.schemas.items():
        write_table(book, table, schema, state.frame(table))
    book.executescript(CODES)
    insert(book, "codes", code_rows(state.schemas))
    insert(book, "columns", column_rows(state.schemas))
    for table, schema in state.schemas.items():
        book.execute(named_view(table, schema))
    book.commit()
    book.execute("VACUUM")
    return book.serialize()


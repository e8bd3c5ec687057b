"""`data/csv-metadata.json`: every CSV file as CSV on the Web, at the name that its readers look for beside a file.

A header is matched by `titles`, so these repeat the name of the column; titles for people stand in `dc:title`.
Source: Metadata Vocabulary for Tabular Data, W3C Recommendation of 2015-12-17.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import CSV, JSON
from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.labels import LANGUAGES

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "und"}]
TYPES = {"string": "string", "integer": "integer", "number": "decimal", "boolean": "boolean"}


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the description of the CSV files in `made`."""
    text = json.dumps(table_group(edition, made), ensure_ascii=False, indent=1)
    titles, about = in_languages("exports.file_titles.csvw"), in_languages("pages.data.files.csvw")
    yield Download("data/csv-metadata.json", text.encode(), JSON, titles, about)


def table_group(edition: Edition, made: tuple[Download, ...]) -> dict:
    """Returns the group of all tables; addresses are relative, so that a copy of the folder is described too."""
    descriptor = edition.package.descriptor
    tables = [file for file in made if file.media_type == CSV and file.schema]
    return {
        "@context": CONTEXT,
        "dc:title": tagged(of_schema(descriptor)), "dc:description": tagged(of_schema(descriptor, "description")),
        "dc:license": {"@id": descriptor["licenses"][0]["path"]},
        "dc:publisher": descriptor["title_en"], "dc:modified": edition.modified,
        "schema:version": descriptor["version"], "dc:source": {"@id": edition.address},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\n"], "header": True},
        "tables": [table_of(file, set(edition.package.schemas)) for file in tables],
    }  # fmt: skip


def tagged(texts: Texts) -> list[dict]:
    """Returns a text in each language as the standard has it."""
    return [{"@value": texts[lang], "@language": LANGUAGES[lang].html} for lang in LANGUAGES]


def table_of(file: Download, tables: set[str]) -> dict:
    """Returns one table with its columns, key, references, size and checksum."""
    schema = file.schema
    keys = [foreign_key(file.name, key) for key in schema.get("foreignKeys", ())] if file.name in tables else []
    return {
        "url": f"{file.name}.csv",
        "dc:title": tagged(file.title), "dc:description": tagged(file.description),
        "schema:contentSize": file.size, "schema:sha256": file.sha256,
        "tableSchema": {
            "columns": [column_of(field) for field in schema["fields"]],
            "primaryKey": list(schema["primaryKey"]),
            **({"foreignKeys": keys} if keys else {}),
        },
    }  # fmt: skip


def foreign_key(table: str, key: dict) -> dict:
    """Returns a reference; one to the table itself has an empty name in its schema."""
    to = key["reference"]
    return {
        "columnReference": list(key["fields"]),
        "reference": {"resource": f"{to['resource'] or table}.csv", "columnReference": list(to["fields"])},
    }


def column_of(field: dict) -> dict:
    """Returns one column."""
    rules = field.get("constraints", {})
    limits = {name: rules[name] for name in ("minimum", "maximum") if name in rules}
    kind = TYPES[field["type"]]
    about = {"dc:description": tagged(of_schema(field, "description"))} if "description" in field else {}
    return {
        "name": field["name"], "titles": field["name"], "dc:title": tagged(of_schema(field)), **about,
        "datatype": {"base": kind, **limits} if limits else kind,
        **({"required": True} if rules.get("required") else {}),
    }  # fmt: skip

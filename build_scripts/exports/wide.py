"""A wide table as files: names beside codes, with the Table Schema of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from build_scripts.exports.encode import (
    CSV,
    JSON,
    JSON_LINES,
    PARQUET,
    csv_bytes,
    json_array,
    json_lines,
    json_objects,
    parquet_bytes,
)
from build_scripts.exports.model import Download, Edition, Texts
from build_scripts.labels import LANGUAGES, read_words, word
from build_scripts.ledger.package import Package
from build_scripts.views.columns import Column
from build_scripts.views.wide_frames import wide_columns

ENDINGS = {  # of a column -> the word that makes its title from that of its base
    "_en": "english", "_name": "name_of", "_city": "city_of", "_city_id": "city_code_of", "_county": "county_of",
    "_county_id": "county_code_of",
}  # fmt: skip
KINDS = {"year_from": "integer", "year_to": "integer"}  # of columns beyond a schema; the others are text


def wide_downloads(
    edition: Edition, name: str, frame: pd.DataFrame, schema: dict, title: Texts, about: Texts, row: str = ""
) -> Iterator[Download]:
    """Yields a wide table as CSV, Parquet, JSON and lines of JSON; `row` is what a row is called in the interface."""
    said = {"title": title, "about": about, "schema": schema, "row": row}
    columns, path = schema_columns(schema), f"data/{name}"
    yield Download(f"{path}.csv", csv_bytes(frame, columns), CSV, **said)
    yield Download(f"{path}.parquet", parquet_bytes(frame, columns, told_of(edition, schema, title)), PARQUET, **said)
    objects = list(json_objects(frame, columns))
    yield Download(f"{path}.json", json_array(objects), JSON, **said)
    yield Download(f"{path}.ndjson", json_lines(objects), JSON_LINES, **said)


def told_of(edition: Edition, schema: dict, title: Texts) -> dict[str, dict]:
    """Returns what a Parquet file says of its columns and, under "", of itself."""
    descriptor = edition.package.descriptor
    table = {"title": title["zh"], "title_en": title["en"], "version": descriptor["version"],
             "licence": descriptor["licenses"][0]["path"], "address": edition.address}  # fmt: skip
    kept = ("title", "title_en", "description", "description_en", "unit", "codes")
    return {"": table} | {
        field["name"]: {key: field[key] for key in kept if key in field} for field in schema["fields"]
    }


def schema_columns(schema: dict) -> list[Column]:
    """Returns the fields of a schema as columns."""
    return [
        Column(field["name"], field["type"], bool(field.get("constraints", {}).get("required")))
        for field in schema["fields"]
    ]


def wide_schema(columns: Sequence[Column], package: Package) -> dict:
    """Returns the Table Schema of a wide table, whose key is its first required column of text."""
    key = next(column.name for column in columns if column.required)
    return {"primaryKey": [key], "fields": [field_of(column, package) for column in columns]}


def field_of(column: Column, package: Package) -> dict:
    rules = {"required": True} if column.required else {}
    codes = package.codes(*column.codes) if column.codes else {}
    return {
        "name": column.name,
        "type": column.kind,
        **{f"title{'' if lang == 'zh' else '_en'}": column_title(lang, column.name) for lang in LANGUAGES},
        **({"constraints": rules | ({"enum": list(codes)} if codes else {})} if rules or codes else {}),
        **({"codes": codes} if codes else {}),
    }


def named_schema(package: Package, table: str) -> dict:
    """Returns the Table Schema of a table with names beside its codes: its own fields, then those that tell more."""
    schema = package.schemas[table]
    titles = {field["name"]: field for field in schema["fields"]}
    more = []
    for name, base in wide_columns(package, table).items():
        kind = KINDS.get(name, "string")
        zh, en = (title_beside(lang, name, titles.get(base)) for lang in LANGUAGES)
        more.append({"name": name, "type": kind, "title": zh, "title_en": en})
    return {"primaryKey": schema["primaryKey"], "fields": [*schema["fields"], *more]}


def title_beside(lang: str, name: str, base: dict | None) -> str:
    """Returns the title of a column that tells more of another one, or of one that stands for itself."""
    if base is None:
        return column_title(lang, name)
    title = word(lang, "explorer.name_of", title=base["title" if lang == "zh" else "title_en"])
    return word(lang, "explorer.english", title=title) if name.endswith("_en") else title


def column_title(lang: str, name: str) -> str:
    """Returns the title of a column; one with one of the endings above is worded from its base.

    Raises KeyError where the labels have no word for it.
    """
    if name in read_words(lang)["explorer"]["columns"]:
        return word(lang, f"explorer.columns.{name}")
    for ending, key in ENDINGS.items():
        if name.endswith(ending):
            return word(lang, f"explorer.{key}", title=column_title(lang, name.removesuffix(ending)))
    raise KeyError(f"labels/{lang}/explorer.yaml: no title for the column '{name}'")

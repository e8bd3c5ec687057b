"""A wide table as files: names beside codes, with the Table Schema of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from build_scripts.exports.encode import CSV, JSON, PARQUET, csv_bytes, json_rows, parquet_bytes
from build_scripts.exports.model import Download, in_languages
from build_scripts.labels import LANGUAGES, read_words, word
from build_scripts.views.columns import Column

ENDINGS = {  # of a column -> the word that makes its title from that of its base
    "_en": "english", "_name": "name_of", "_city": "city_of", "_city_id": "city_code_of", "_county": "county_of",
    "_county_id": "county_code_of",
}  # fmt: skip


def wide_downloads(name: str, frame: pd.DataFrame, columns: Sequence[Column], row: str) -> Iterator[Download]:
    """Yields a wide table as CSV, Parquet and JSON; `row` is what a row is called in the interface."""
    said = {
        "title": in_languages(f"exports.{name}_title"), "about": in_languages(f"pages.data.files.{name}"),
        "schema": wide_schema(columns), "row": row,
    }  # fmt: skip
    yield Download(f"data/{name}.csv", csv_bytes(frame, columns), CSV, **said)
    yield Download(f"data/{name}.parquet", parquet_bytes(frame, columns), PARQUET, **said)
    yield Download(f"data/{name}.json", json_rows(frame, columns), JSON, **said)


def wide_schema(columns: Sequence[Column]) -> dict:
    """Returns the Table Schema of a wide table, whose key is its first required column of text."""
    key = next(column.name for column in columns if column.required)
    return {"primaryKey": [key], "fields": [field_of(column) for column in columns]}


def field_of(column: Column) -> dict:
    titles = {f"title{'' if lang == 'zh' else '_en'}": column_title(lang, column.name) for lang in LANGUAGES}
    rules = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": column.kind, **titles, **rules}


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

"""A wide table as files: names beside codes, with the Table Schema of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from build_scripts.exports.encode import CSV, JSON, PARQUET, csv_bytes, json_rows, parquet_bytes
from build_scripts.exports.model import Download, in_languages
from build_scripts.labels import LANGUAGES, read_words, word
from build_scripts.views.columns import Column

ENDINGS = {"_en": "english", "_name": "name_of"}
RARELY_READ = (
    "pairing", "pairing_en", "project", "project_en", "place", "place_en", "provider", "provider_en",
    "provider_place_id", "recipient", "recipient_en", "recipient_place_id", "level", "provider_province",
    "provider_province_en", "recipient_province", "recipient_province_en", "place_province", "place_province_en",
    "measure", "measure_en", "as_printed", "note", "note_en", "publisher", "published", "url", "section", "start",
    "inferred", "parts_complete",
)  # fmt: skip


def wide_downloads(name: str, frame: pd.DataFrame, columns: Sequence[Column], row: str) -> Iterator[Download]:
    """Yields a wide table as CSV, Parquet and JSON; `row` is what a row is called in the interface."""
    said = {
        "title": in_languages(f"exports.{name}_title"), "about": in_languages(f"pages.data.files.{name}"),
        "schema": wide_schema(columns), "row": row,
    }  # fmt: skip
    yield Download(f"data/{name}.csv", csv_bytes(frame, columns), CSV, **said)
    yield Download(f"data/{name}.parquet", parquet_bytes(frame, read_together(columns)), PARQUET, **said)
    yield Download(f"data/{name}.json", json_rows(frame, columns), JSON, **said)


def read_together(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns with codes and numbers first, then Chinese text, English text, and what is rarely read.

    A browser asks for the parts of a Parquet file it needs: columns that it reads together stand side by side.
    """
    names = {column.name for column in columns}

    def place(column: Column) -> int:
        name = column.name
        if name in RARELY_READ or name.removesuffix("_en").endswith("_name"):
            return 3
        return 2 if name.endswith("_en") else int(f"{name}_en" in names)

    return sorted(columns, key=place)


def wide_schema(columns: Sequence[Column]) -> dict:
    """Returns the Table Schema of a wide table, whose key is its first required column of text."""
    key = next(column.name for column in columns if column.required)
    return {"primaryKey": [key], "fields": [field_of(column) for column in columns]}


def field_of(column: Column) -> dict:
    titles = {f"title{'' if lang == 'zh' else '_en'}": column_title(lang, column.name) for lang in LANGUAGES}
    rules = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": column.kind, **titles, **rules}


def column_title(lang: str, name: str) -> str:
    """Returns the title of a column; one that ends in `_en` or `_name` is worded from its base.

    Raises KeyError where the labels have no word for it.
    """
    if name in read_words(lang)["explorer"]["columns"]:
        return word(lang, f"explorer.columns.{name}")
    for ending, key in ENDINGS.items():
        if name.endswith(ending):
            return word(lang, f"explorer.{key}", title=column_title(lang, name.removesuffix(ending)))
    raise KeyError(f"labels/{lang}/explorer.yaml: no title for the column '{name}'")

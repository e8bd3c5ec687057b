"""The columns of the wide tables as a Table Schema: titles in both languages, types, what is never empty."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.exports.encode import Column
from build_scripts.labels import LANGUAGES, read_words, word

ENDINGS = {"_en": "english", "_name": "name_of"}


def wide_schema(columns: Sequence[Column], key: str) -> dict:
    """Returns the Table Schema of a wide table whose key is `key`."""
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

"""`data/pairing-ledger.xlsx` and `pairing-ledger.en.xlsx`: the wide tables as sheets, in Chinese and in English.

One row of titles, names beside codes, a dictionary of every column and code, the documents with addresses to follow.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from build_scripts.exports.encode import cells_of
from build_scripts.exports.model import Download, Edition, in_languages, of_schema
from build_scripts.exports.wide import named_schema, schema_columns, wide_schema
from build_scripts.exports.workbooks import MOST_ROWS, XLSX, Head, Properties, Sheet, workbook
from build_scripts.labels import LANGUAGES, word
from build_scripts.views.columns import CLAIM_COLUMNS, PROJECT_COLUMNS

PATHS = {"zh": "data/pairing-ledger.xlsx", "en": "data/pairing-ledger.en.xlsx"}
WIDTHS = {"string": 18, "integer": 12, "number": 18, "boolean": 10}
LINKS = ("url", "source_url", "record_url")
PLAIN = ("organisations", "sources", "measures", "relations", "instruments")  # sheets without further names
DICTIONARY = {"sheet": 18, "column": 24, "title": 24, "type": 10, "required": 10, "meaning": 60, "codes": 80}


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields a workbook a language."""
    title = in_languages("exports.file_titles.pairing-ledger")
    for lang, path in PATHS.items():
        about = in_languages(f"pages.data.files.xlsx_{lang}")
        yield Download(path, workbook(sheets(edition, lang), properties(edition, lang)), XLSX, title, about)


def sheets(edition: Edition, lang: str) -> list[Sheet]:
    """Returns the sheets: what it is, the dictionary, the wide tables, the plain ones."""
    tables = tables_of(edition)
    rows = [table_sheet(name, frame, schema, lang) for name, (frame, schema) in tables.items()]
    return [about_sheet(edition, lang, tables), dictionary_sheet(tables, lang), *rows]


def tables_of(edition: Edition) -> dict[str, tuple[pd.DataFrame, dict]]:
    """Returns sheet -> (rows, Table Schema); the claims are the rows of funds and observations."""
    package = edition.package
    whole = {
        "claims": (edition.claims, wide_schema(CLAIM_COLUMNS, package)),
        "projects": (edition.projects, wide_schema(PROJECT_COLUMNS, package)),
    }
    wide = {table: (edition.wide[table], named_schema(package, table)) for table in ("pairings", "events", "places")}
    plain = {table: (edition.views.tables[table], package.schemas[table]) for table in PLAIN}
    return whole | wide | plain


def table_sheet(name: str, frame: pd.DataFrame, schema: dict, lang: str) -> Sheet:
    """Returns a table under the titles of its columns in one language."""
    fields = fields_in(schema, lang)
    columns = schema_columns({"fields": fields})
    heads = [Head(title_in(field, lang), WIDTHS[field["type"]], field["name"] in LINKS) for field in fields]
    return Sheet(name, cells_of(frame.head(MOST_ROWS), columns), heads)


def fields_in(schema: dict, lang: str) -> list[dict]:
    """Returns the fields that a reader of one language needs: of names in both only that language's.

    In English a name that has no English stays empty where the document has none; its id stands beside it.
    """
    names = {field["name"] for field in schema["fields"]}
    if lang == "zh":
        return [field for field in schema["fields"] if not field["name"].endswith("_en")]
    return [field for field in schema["fields"] if f"{field['name']}_en" not in names]


def title_in(field: dict, lang: str) -> str:
    return field["title" if lang == "zh" else "title_en"]


def properties(edition: Edition, lang: str) -> Properties:
    """Returns title, licence, version and address, as a file manager shows them."""
    descriptor = edition.package.descriptor
    titles, (_, _, version, licence, *_) = of_schema(descriptor), about_lines(edition, lang)
    return Properties(titles[lang], titles[lang], f"{version}. {licence} {edition.address}", edition.modified)


def about_sheet(edition: Edition, lang: str, tables: dict) -> Sheet:
    """Returns what the workbook is, and which of its sheets stop before their last row."""
    cut = [name for name, (frame, _) in tables.items() if len(frame) > MOST_ROWS]
    lines = [*about_lines(edition, lang), *(word(lang, "exports.cut", sheet=name, n=MOST_ROWS) for name in cut)]
    return Sheet(word(lang, "exports.about_sheet"), [[line] for line in lines])


def about_lines(edition: Edition, lang: str) -> list[str]:
    """Returns title, description, version, licence and how to read the rows, in one language."""
    descriptor = edition.package.descriptor
    return [
        of_schema(descriptor)[lang],
        of_schema(descriptor, "description")[lang],
        word(lang, "exports.version", version=descriptor["version"], day=edition.modified),
        word(lang, "exports.licence", licence=descriptor["licenses"][0]["name"]),
        word(lang, "exports.how_to_read"),
    ]


def dictionary_sheet(tables: dict[str, tuple[pd.DataFrame, dict]], lang: str) -> Sheet:
    """Returns every column of every sheet: its name in the data, title, type, rules, meaning and codes."""
    heads = [Head(word(lang, f"exports.dictionary.{key}"), width) for key, width in DICTIONARY.items()]
    rows = [
        (name, field["name"], title_in(field, lang), field["type"],
         bool(field.get("constraints", {}).get("required")),
         field.get("description" if lang == "zh" else "description_en"),
         "; ".join(f"{code} = {words[lang]}" for code, words in field.get("codes", {}).items()) or None)
        for name, (_, schema) in tables.items() for field in fields_in(schema, lang)
    ]  # fmt: skip
    return Sheet(word(lang, "exports.dictionary_sheet"), rows, heads)


def about_both(edition: Edition) -> Iterator[str]:
    """Yields what the data are, one language after the other."""
    for lang in LANGUAGES:
        yield from about_lines(edition, lang)
        yield ""

"""`data/pairing-ledger.sqlite`: all tables with keys, references and indexes, their words, and views with names.

`codes` and `columns` hold the words of every code and column in both languages; `<table>_named` is a view of a table
with names beside its codes; `claims`, `totals` and `total_claims` are what the rules of addition made of the figures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pandas as pd

from build_scripts.exports.encode import blocks_of, cells_of, plain_number
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import schema_columns, wide_schema
from build_scripts.views.columns import CLAIM_COLUMNS, TOTAL_COLUMNS
from build_scripts.views.wide_frames import NAMES, name_of, references

SQLITE = "application/vnd.sqlite3"
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
SHOWN = {"places": "name", **NAMES}  # table -> the column that names its rows; pairings have none
CODES = """
CREATE TABLE codes (table_name TEXT, column_name TEXT, code TEXT, word TEXT, word_en TEXT,
  PRIMARY KEY (table_name, column_name, code)) WITHOUT ROWID;
CREATE TABLE columns (table_name TEXT, column_name TEXT, title TEXT, title_en TEXT, description TEXT,
  description_en TEXT, PRIMARY KEY (table_name, column_name)) WITHOUT ROWID;
"""
SUMS = """
CREATE TABLE total_claims (total_id TEXT REFERENCES totals, claim_id TEXT REFERENCES claims, left_out_because TEXT);
CREATE INDEX total_claims_of_total ON total_claims (total_id);
CREATE INDEX total_claims_of_claim ON total_claims (claim_id);
CREATE VIEW rows_of_totals AS SELECT totals.total_id, totals.subject AS total_of, claims.*
  FROM total_claims JOIN totals USING (total_id) JOIN claims USING (claim_id)
  WHERE total_claims.left_out_because IS NULL;
"""


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the database."""
    title, about = in_languages("exports.file_titles.sqlite"), in_languages("pages.data.files.sqlite")
    yield Download("data/pairing-ledger.sqlite", database(edition), SQLITE, title, about)


def database(edition: Edition) -> bytes:
    """Returns the database as one file; the same rows give the same bytes."""
    package = edition.package
    book = sqlite3.connect(":memory:")
    for table, schema in package.schemas.items():
        write_table(book, table, schema, edition.views.tables[table])
    write_table(book, "claims", wide_schema(CLAIM_COLUMNS, package), edition.claims)
    write_table(book, "totals", wide_schema(TOTAL_COLUMNS, package), edition.totals)
    book.executescript(CODES + SUMS)
    insert(book, "codes", code_rows(package.schemas))
    insert(book, "columns", column_rows(package.schemas))
    insert(book, "total_claims", verdict_rows(edition.totals))
    for table, schema in package.schemas.items():
        book.execute(named_view(table, schema))
    book.commit()
    book.execute("VACUUM")
    return book.serialize()


def write_table(book: sqlite3.Connection, table: str, schema: dict, frame: pd.DataFrame) -> None:
    """Creates a table with its keys, references and indexes, and fills it."""
    keys = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    parts = [f"{name(field['name'])} {TYPES[field['type']]}{rules(field)}" for field in schema["fields"]]
    parts.append(f"PRIMARY KEY ({', '.join(map(name, schema['primaryKey']))})")
    parts += [
        f"FOREIGN KEY ({name(column)}) REFERENCES {name(to['resource'] or table)} ({name(to['fields'][0])})"
        for column, to in keys.items()
    ]
    book.execute(f"CREATE TABLE {name(table)} ({', '.join(parts)})")
    for block in blocks_of(frame):
        insert(book, table, cells_of(block, schema_columns(schema)))
    for column in keys:
        book.execute(f"CREATE INDEX {name(f'{table}_{column}')} ON {name(table)} ({name(column)})")


def name(text: str) -> str:
    """Returns a name as SQL quotes it: `table` and `group` are words of SQL."""
    return f'"{text}"'


def rules(field: dict) -> str:
    return " NOT NULL" if field.get("constraints", {}).get("required") else ""


def insert(book: sqlite3.Connection, table: str, rows: Iterable[tuple]) -> None:
    """Adds rows; whole Decimals become integers, others the nearest double."""
    plain = [tuple(plain_number(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in rows]
    if plain:
        marks = ", ".join("?" * len(plain[0]))
        book.executemany(f"INSERT INTO {name(table)} VALUES ({marks})", plain)


def code_rows(schemas: dict[str, dict]) -> Iterator[tuple]:
    for table, schema in schemas.items():
        for field in schema["fields"]:
            for code, words in field.get("codes", {}).items():
                yield table, field["name"], code, words["zh"], words["en"]


def column_rows(schemas: dict[str, dict]) -> Iterator[tuple]:
    told = ("title", "title_en", "description", "description_en")
    for table, schema in schemas.items():
        for field in schema["fields"]:
            yield table, field["name"], *(field.get(key) for key in told)


def verdict_rows(totals: pd.DataFrame) -> Iterator[tuple]:
    """Yields (total, claim, why it is left out), nothing where it is added."""
    for total, added, left in totals[["total_id", "added_ids", "left_out_ids"]].itertuples(index=False):
        yield from ((total, claim, None) for claim in (added or "").split())
        yield from ((total, *each.split(":")) for each in (left or "").split())


def named_view(table: str, schema: dict) -> str:
    """Returns the SQL of a view of a table with the words of its codes and the names of what it points at."""
    coded = [field["name"] for field in schema["fields"] if "codes" in field]
    columns = [f"{name(table)}.*", *(word_of(table, column, word) for column in coded for word in ("word", "word_en"))]
    joins = []
    for column, resource in references(schema, table).items():
        if resource in SHOWN:
            other, key = name(f"of_{column}"), name(key_of(schema, column))
            joins.append(f"LEFT JOIN {name(resource)} AS {other} ON {other}.{key} = {name(table)}.{name(column)}")
            columns += [f"{other}.{name(SHOWN[resource] + end)} AS {name(name_of(column) + end)}"
                        for end in ("", "_en")]  # fmt: skip
    return f"CREATE VIEW {name(f'{table}_named')} AS SELECT {', '.join(columns)} FROM {name(table)} {' '.join(joins)}"


def word_of(table: str, column: str, word: str) -> str:
    """Returns the SQL of the word of a code in one language: `stage_word`, `stage_word_en`."""
    where = f"table_name = '{table}' AND column_name = '{column}' AND code = {name(table)}.{name(column)}"
    return f"(SELECT {word} FROM codes WHERE {where}) AS {name(f'{column}_{word}')}"


def key_of(schema: dict, column: str) -> str:
    """Returns the column that a reference points at."""
    return next(key["reference"]["fields"][0] for key in schema["foreignKeys"] if key["fields"] == [column])

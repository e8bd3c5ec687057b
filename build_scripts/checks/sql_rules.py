"""The schemas as SQL: a query a constraint, which returns the keys of the rows that break it.

Nothing of the checks' own code is used here: types, patterns, codes, bounds, keys and references are read from the
schemas alone, so that an engine of another make can say whether `check` let something pass. What differs between
engines stands in `Dialect`. Tables hold their cells as text, or as exact types; an empty cell is NULL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

TYPES = {  # how a cell of a type is written
    "integer": "-?[0-9]{1,18}",
    "number": "-?[0-9]{1,20}(\\.[0-9]{1,20})?",
    "boolean": "true|false",
}


@dataclass(frozen=True)
class Dialect:
    """How one engine says what SQL leaves open."""

    name_quote: str = '"'
    text_escapes: tuple[tuple[str, str], ...] = (("'", "''"),)
    as_text: str = "CAST({cell} AS VARCHAR)"
    matches: str = "regexp_full_match({cell}, {pattern})"  # the whole cell, not a part of it
    as_number: str = "TRY_CAST({cell} AS DOUBLE)"
    length: str = "length({cell})"  # in characters

    def name(self, name: str) -> str:
        return f"{self.name_quote}{name}{self.name_quote}"

    def text(self, text: str) -> str:
        for plain, escaped in self.text_escapes:
            text = text.replace(plain, escaped)
        return f"'{text}'"

    def cell(self, column: str, kind: str) -> str:
        return self.name(column) if kind == "string" else self.as_text.format(cell=self.name(column))


DUCKDB = Dialect()
SPARK = Dialect(
    name_quote="`",
    text_escapes=(("\\", "\\\\"), ("'", "\\'")),
    as_text="CAST({cell} AS STRING)",
    matches="regexp_like({cell}, concat('^(?:', {pattern}, ')\\\\z'))",
)


@dataclass(frozen=True)
class SqlRule:
    """One constraint of one table; `sql` returns the primary key of each row that breaks it, none where it holds.

    `rule` is the schema's own word: type, required, pattern, enum, minimum, maximum, minLength, maxLength, unique,
    primaryKey, uniqueKeys, foreignKeys; `column` the column or columns it speaks of, joined by commas.
    """

    rule: str
    table: str
    column: str
    sql: str


def sql_rules(schemas: dict[str, dict], dialect: Dialect = DUCKDB) -> list[SqlRule]:
    """Returns the constraints of all tables (table -> schema), in the order of the schemas."""
    return [
        SqlRule(rule, table, column, sql)
        for table, schema in schemas.items()
        for make in (cell_rules, key_rules, reference_rules)
        for rule, column, sql in make(table, schema, dialect)
    ]


Made = Iterator[tuple[str, str, str]]  # rule, column, SQL


def cell_rules(table: str, schema: dict, dialect: Dialect) -> Made:
    """Yields what each cell can break by itself: its type and its constraints."""
    for field in schema["fields"]:
        cell = dialect.cell(field["name"], field["type"])
        asked = dict(field.get("constraints", {}))
        if "codes" in field:
            asked["enum"] = list(field["codes"])
        if field["type"] in TYPES:
            asked["type"] = TYPES[field["type"]]
        for rule, value in asked.items():
            if rule in BREAKS and value is not False:
                yield rule, field["name"], rows_where(table, schema, BREAKS[rule](cell, value, dialect), dialect)


def key_rules(table: str, schema: dict, dialect: Dialect) -> Made:
    """Yields what rows can break together: a key that two of them have; NULL in a key is equal to nothing."""
    unique = [("unique", [f["name"]]) for f in schema["fields"] if f.get("constraints", {}).get("unique")]
    keys = [
        ("primaryKey", schema["primaryKey"]),
        *unique,
        *(("uniqueKeys", key) for key in schema.get("uniqueKeys", [])),
    ]
    for rule, columns in keys:
        names = [dialect.name(column) for column in columns]
        same = " AND ".join(f"same.{name} = row_.{name}" for name in names)
        twice = f"(SELECT count(*) FROM {dialect.name(table)} same WHERE {same}) > 1"
        yield rule, ",".join(columns), rows_where(table, schema, twice, dialect)


def reference_rules(table: str, schema: dict, dialect: Dialect) -> Made:
    """Yields what a table breaks against another, or itself where no resource is named: a reference to no row."""
    for reference in schema.get("foreignKeys", []):
        target = reference["reference"]["resource"] or table
        pairs = list(zip(reference["fields"], reference["reference"]["fields"], strict=True))
        given = " AND ".join(f"row_.{dialect.name(column)} IS NOT NULL" for column, _ in pairs)
        same = " AND ".join(f"other.{dialect.name(key)} = row_.{dialect.name(column)}" for column, key in pairs)
        lost = f"{given} AND NOT EXISTS (SELECT 1 FROM {dialect.name(target)} other WHERE {same})"
        yield "foreignKeys", ",".join(reference["fields"]), rows_where(table, schema, lost, dialect)


def rows_where(table: str, schema: dict, broken: str, dialect: Dialect) -> str:
    """Returns the query for the keys of the rows of which `broken` is true; the table is called `row_` in it."""
    keys = ", ".join(f"row_.{dialect.name(column)}" for column in schema["primaryKey"])
    return f"SELECT {keys} FROM {dialect.name(table)} row_ WHERE {broken}"


def does_not_match(cell: str, pattern: object, dialect: Dialect) -> str:
    return "NOT " + dialect.matches.format(cell=cell, pattern=dialect.text(str(pattern)))


def is_no_code(cell: str, codes: object, dialect: Dialect) -> str:
    return f"{cell} NOT IN ({', '.join(dialect.text(code) for code in codes)})"


def bound(sign: str) -> Callable[[str, object, Dialect], str]:
    return lambda cell, limit, dialect: f"{dialect.as_number.format(cell=cell)} {sign} {limit}"


def length_bound(sign: str) -> Callable[[str, object, Dialect], str]:
    return lambda cell, limit, dialect: f"{dialect.length.format(cell=cell)} {sign} {limit}"


BREAKS: dict[str, Callable[[str, object, Dialect], str]] = {  # constraint -> the condition that breaks it
    "required": lambda cell, _, dialect: f"{cell} IS NULL",
    "type": does_not_match,
    "pattern": does_not_match,
    "enum": is_no_code,
    "minimum": bound("<"),
    "maximum": bound(">"),
    "minLength": length_bound("<"),
    "maxLength": length_bound(">"),
}

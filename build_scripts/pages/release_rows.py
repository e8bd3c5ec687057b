"""The rows of a release's changelog: what was added, what changed, old beside new, and what no longer stands."""

from __future__ import annotations

from build_scripts.pages.addresses import claim_address
from build_scripts.pages.book import Book

SHOWN = 60  # rows of a table; all of them are in the files
PAGES = {"pairings": "pairing", "projects": "project", "places": "place", "sources": "source", "measures": "measure"}


def added_rows(book: Book, tables: dict) -> list[dict]:
    """Returns a group a table: its title, the number of its added rows, the first of them with where they stand."""
    return [
        {
            "title": book.pick(book.site.package.schemas[name], "title"),
            "number": len(told["added"]),
            "rows": [{"id": key, "page": page_of(book, name, key)} for key in told["added"][:SHOWN]],
        }
        for name, told in tables.items()
        if told["added"] and name in book.site.package.schemas
    ]


def changed_rows(book: Book, tables: dict) -> list[dict]:
    """Returns a group a table: its title, the number of its changed rows, the first of them cell by cell."""
    return [
        {
            "title": book.pick(book.site.package.schemas[name], "title"),
            "number": len(told["changed"]),
            "rows": [changed_row(book, name, row) for row in told["changed"][:SHOWN]],
        }
        for name, told in tables.items()
        if told["changed"] and name in book.site.package.schemas
    ]


def changed_row(book: Book, table: str, row: dict) -> dict:
    titles = {f["name"]: book.pick(f, "title") for f in book.site.package.schemas[table]["fields"]}
    cells = [{"title": titles.get(column, column), "before": old, "after": new}
             for column, (old, new) in row["cells"].items()]  # fmt: skip
    return {"id": row["id"], "page": page_of(book, table, row["id"]), "cells": cells}


def page_of(book: Book, table: str, key: str) -> str:
    """Returns where a row stands on the site today, '' where it has no place of its own."""
    if key in book.views.claims and table in ("funds", "observations"):
        return claim_address(book.views.claims[key], book.index.place_in_source[key])
    is_shown = key in (book.views.shown_places if table == "places" else book.index.rows.get(table, {}))
    return f"{table}/{key}.html" if table in PAGES and is_shown else ""


def retired_rows(book: Book, tables: dict) -> list[dict]:
    """Returns the ids that no longer stand, each with its successor or the reason, as far as they are told."""
    return [
        {"table": book.pick(book.site.package.schemas[name], "title"), "id": row["id"],
         "successor": row["successor_id"] or "", "reason": book.pick(row, "reason") or ""}
        for name, told in tables.items() if name in book.site.package.schemas
        for row in told["retired"]
    ]  # fmt: skip

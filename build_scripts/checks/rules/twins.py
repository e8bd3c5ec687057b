"""A question: two rows seem to be one thing: a place, a project, a document, an instrument under a second id."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

# What makes two rows alike; a row with one of these cells empty is compared with none.
ALIKE = {
    "places": (("name", "parent_id", "level"),),
    "projects": (("title", "place_id"), ("title", "pairing_id")),
    "sources": (("url",), ("title", "publisher", "published")),
    "organisations": (("name",),),
    "measures": (("title",),),
    "instruments": (("title", "date"), ("document_number",)),
    "milestones": (("title", "date"),),
}
TIES = ("parent_source_id", "same_as_source_id", "parent_project_id")  # rows that say of each other what they are


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows that are alike, each later one with the id of the first; rows of a place whose name is withheld are not."""
    return [
        problem
        for table, keys in ALIKE.items()
        for problem in twins_of(table, package.schemas[table]["primaryKey"][0], keys, tables)
    ]


def twins_of(table: str, key: str, alike: tuple[tuple[str, ...], ...], tables: Tables) -> list[Problem]:
    """Returns a finding for each later row of a table that is alike to an earlier one, and not tied to it."""
    found: dict[int, Problem] = {}
    for columns in alike:
        groups = defaultdict(list)
        for row in rows_of(tables[table]):
            cells = [getattr(row, column, None) for column in columns]
            if all(cells) and not (getattr(row, key) or "x-").startswith("x-"):
                groups[tuple(map(plain, cells))].append(row)
        for first, *others in groups.values():
            for row in others:
                if not tied(first, row, key):
                    values = {"key": getattr(row, key), "other": getattr(first, key), "columns": columns}
                    found.setdefault(row.Index, finding(table, row.Index, key, "alike", level="warning", **values))
    return list(found.values())


def plain(cell: str) -> str:
    """Returns the text without spaces, width and case."""
    return "".join(unicodedata.normalize("NFKC", cell).casefold().split())


def tied(a: object, b: object, key: str) -> bool:
    """True where one row names the other, or both are the same as a third."""
    names = [{getattr(row, tie, None) for tie in TIES} - {None} for row in (a, b)]
    same = {getattr(row, "same_as_source_id", None) for row in (a, b)}
    return getattr(a, key) in names[1] or getattr(b, key) in names[0] or (len(same) == 1 and None not in same)

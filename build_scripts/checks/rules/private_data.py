"""No natural person can be found through the ledger: no identity number, telephone, bank card, e-mail or the like.

What such numbers look like stands in `checks/traces.py`, what names do in `checks/person_names.py`. What may be right,
an office, a document's number, is a question.
"""

from __future__ import annotations

import re

from build_scripts.checks.person_names import names_a_person
from build_scripts.checks.traces import plain_text, traces
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_texts

QUESTIONS = ("house", "name", "papers", "plate")  # what may be right: an office, a document's number
NOT_READ = ("url", "moved_to_url", "archive_url", "text_sha256", "row_sha256", "also_at", "statement", "place_id")

DAY = "[12][0-9]{3}(?:-[0-9]{2}){0,2}"
QUIET = re.compile(f"[a-z_.-]*[0-9.]{{0,6}}|{DAY}(?:/{DAY})?|.{{0,2}}")  # codes, small figures, dates: most cells


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Text cells with a trace of a person; the trace itself is not repeated in the finding."""
    texts = {
        (table, field["name"])
        for table, schema in package.schemas.items()
        for field in schema["fields"]
        if field["type"] == "string" and field["name"] not in (*NOT_READ, *references(schema))
    }
    return [
        finding(table, line, column, kind, level="warning" if kind in QUESTIONS else "error")
        for table, column, text, lines in filled_texts(raw)
        if (table, column) in texts
        for kind in personal_traces(text)
        for line in lines
    ]


def references(schema: dict) -> list[str]:
    """Returns the columns that hold ids of other rows, which are looked at where they stand themselves."""
    return [column for key in schema.get("foreignKeys", []) for column in key["fields"]]


def personal_traces(cell: str) -> list[str]:
    """Returns what kinds of traces of a person stand in a cell, as codes."""
    if QUIET.fullmatch(cell):
        return []
    text = plain_text(cell)
    return [*traces(text), *(["name"] if names_a_person(text) else [])]

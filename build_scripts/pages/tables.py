"""What every table of a page gets: cells that say their column, and the first ten rows before the rest.

On a telephone a table is a list of cards, with a label before each value. A long table leads: the rest of its rows
stands in a second table, closed until a reader opens it, which needs no script.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from build_scripts.pages.html_text import plain_text

LEAD, LONG = 10, 15  # a table of more than LONG rows shows LEAD of them
TITLE = re.compile(r"<th scope=\"col\"[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b")
PART = '<tr class="part"'


class Halves(NamedTuple):
    """A table's head, its first rows, the rest (empty where the table is short), and how many rows it has in all."""

    head: Markup
    first: Markup
    rest: Markup
    shown: int
    number: int


def halves(table: str, leads: bool = True) -> Halves:
    """Returns the head and the rows of a table, `<thead>…</thead><tbody>…</tbody>`, none of whose cells spans columns.

    Every cell but a row's first has `data-label`, the title of its column. A part stays with its whole.
    """
    head, _, body = str(table).partition("<tbody>")
    labels = [escape(plain_text(title)) for title in TITLE.findall(head)]
    rows = [with_labels(row, labels) for row in ROW.findall(body)]
    shown = LEAD if leads and len(rows) > LONG else len(rows)
    while shown < len(rows) and rows[shown].startswith(PART):
        shown += 1
    first, rest = (Markup("\n".join(each)) for each in (rows[:shown], rows[shown:]))
    return Halves(Markup(head), first, rest, shown, len(rows))


def with_labels(row: str, labels: list[str]) -> str:
    """Returns a row whose data cells name their columns."""
    columns = iter(labels)

    def label_cell(cell: re.Match) -> str:
        label = next(columns, "")
        return f'{cell[0]} data-label="{label}"' if cell[0] == "<td" else cell[0]

    return CELL.sub(label_cell, row)

"""What the heads of a sheet's columns mean: names and titles of the schemas, and the further words of
reading/vocabulary/columns.yaml, among them titles that a column had before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.labels.spelling import fold
from build_scripts.ledger.package import Package
from build_scripts.reading.extract.vocabulary import words

UNIT = re.compile(r"[（(【\[]?(?:[单單]位[:：]?|in )?((?:百|千|十)?[万萬]|[亿億]|千)?元[）)】\]]?")


@dataclass(frozen=True)
class Heads:
    """What heads may mean in one table, each folded. `names`: head -> columns, the one of that name or title first;
    `spans`: head of one side of a span -> (column, '' where the table has none, and head of the other side) of each.
    """

    names: dict[str, tuple[str, ...]]
    spans: dict[str, tuple[tuple[str, str], ...]]


def heads_of(package: Package, table: str) -> Heads:
    """Returns everything a column of a table may be called; a title is never that of a column of this name."""
    found: dict[str, dict[str, None]] = {folded(name): {name: None} for name in package.columns(table)}
    own = frozenset(found)
    for field in package.schemas[table]["fields"]:
        title, title_en = field["title"], field["title_en"]
        for name in {folded(each) for each in (title, title_en, f"{title} {title_en}")} - own:
            found.setdefault(name, {})[field["name"]] = None
    titled, columns = frozenset(found), set(package.columns(table))
    spans: dict[str, list[tuple[str, str]]] = {}
    for column, head, other in further_heads():
        if column in columns and (head in own or head not in titled):
            found.setdefault(head, {})[column] = None
            spans.setdefault(head, []).append((column, other))
        elif column not in columns and head in own and other:
            spans.setdefault(head, []).append(("", other))
    names = {name: tuple(columns) for name, columns in found.items()}
    return Heads(names, {head: tuple(each) for head, each in spans.items()})


def further_heads() -> list[tuple[str, str, str]]:
    """Returns (column, head, head of the other side of its span or '') of the vocabulary, heads folded."""
    told = words("columns")
    found = [(column, folded(head), "") for column, heads in told["columns"].items() for head in heads]
    for columns, pairs in told["spans"].items():
        first, last = columns.split()
        for one, other in (map(folded, pair) for pair in pairs):
            found += [(first, one, other), (last, other, one)]
    return found


def folded(text: str) -> str:
    return re.sub(r"[\s·:：*＊`_]+", "", fold(text))


def head_in(cell: str, heads: Heads) -> str:
    """Returns the head that a cell holds: its whole text, without its unit, its last word (“金额 amount”), or what
    stands before a bracket; '' for none.
    """
    tries = (cell, UNIT.sub("", cell), *cell.split()[-1:], re.sub(r"[（(].*", "", cell))
    return next((each for each in map(folded, tries) if each in heads.names), "")


def may_mean(cell: str, cells: list[str], heads: Heads) -> tuple[str, ...]:
    """Returns the columns that a cell of a header may mean: that of its span where the other side stands beside it,
    none where the table has no such span; that of its own name.
    """
    head = head_in(cell, heads) if cell.strip() else ""
    beside = {head_in(each, heads) or folded(each) for each in cells}
    if of_span := [column for column, other in heads.spans.get(head, ()) if other and other in beside]:
        return tuple(dict.fromkeys(filter(None, of_span)))
    columns = heads.names.get(head, ())
    named = tuple(column for column in columns if column == cell.split()[-1])
    return named[:1] or columns


def columns_in(cells: list[str], heads: Heads) -> dict[int, str]:
    """Returns place -> column; a column that stands twice is taken where it stands first."""
    return {place: columns[0] for place, columns in meant(cells, heads).items()}


def meant(cells: list[str], heads: Heads) -> dict[int, tuple[str, ...]]:
    """Returns place -> columns that its head may mean and no head before it, those that mean one alone first."""
    every = {place: may_mean(cell, cells, heads) for place, cell in enumerate(cells)}
    found: dict[int, tuple[str, ...]] = {}
    for place in sorted(every, key=lambda place: len(every[place])):
        taken = {columns[0] for columns in found.values()}
        if left := tuple(column for column in every[place] if column not in taken):
            found[place] = left
    return dict(sorted(found.items()))

"""Which rows of its data table a mark of a chart stands for.

A mark says what it stands for in `data` (charts/picture.py): names, codes, claims, years, values. It stands
for the rows that hold all of these. So a tooltip says what the table says, in its words, and no figure is
written twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from build_scripts.charts.model import Cell, Sketch
from build_scripts.labels import word
from build_scripts.labels.numbers import show_period
from build_scripts.ledger.package import Package
from build_scripts.views.periods import years_of

PLACED = {"x", "y", "x2", "y2", "colour", "words", "area", "band"}  # where and how a mark is drawn
IDS = {"pairing", "measure", "direction", "instruments"}  # in the specification, but in no table
Key = tuple[str, int]  # dataset, place in it
CodeWords = dict[tuple[str, str], tuple[str, ...]]  # (column, code) -> its words in the code lists
Token = tuple[str, object]  # kind, value: what a cell and a mark may have in common


@dataclass(frozen=True)
class Marked:
    """The table's rows as text; the number of each mark that stands for something; number -> its rows."""

    rows: list[list[str]]
    numbers: dict[Key, int]
    stands_for: list[list[int]]


def rows_of_marks(sketch: Sketch, datasets: dict[str, list[dict]], package: Package) -> Marked:
    """Returns what the marks of a chart stand for. Marks that stand for the same rows share a number; numbers
    follow the table. Raises ValueError where a mark stands for no row.
    """
    rows = [[cell.text for cell in row] for row in sketch.rows]
    index, found = holders(sketch.rows, sketch.lang), {}
    said = dict(said_by_marks(datasets))
    for key, each in said.items():
        if set(each) == {"year"}:  # the year of a series without a figure (charts/columns.py)
            rows.append(missing_year(each["year"], len(sketch.header), sketch.lang))
            found[key] = (len(rows) - 1,)
        elif not (held := rows_holding(each, index, code_words_of(package, sketch.lang))):
            raise ValueError(f"{sketch.name} ({sketch.lang}): no row of the table holds {each}")
        else:
            found[key] = held
    found |= told_apart(found, said)
    stands_for = sorted(set(found.values()))
    numbers = {held: number for number, held in enumerate(stands_for)}
    return Marked(rows, {key: numbers[held] for key, held in found.items()}, [list(h) for h in stands_for])


def said_by_marks(datasets: dict[str, list[dict]]) -> Iterator[tuple[Key, dict]]:
    """Yields (key, what it says) of each mark that says something."""
    for name, rows in datasets.items():
        for i, row in enumerate(rows):
            said = {key: value for key, value in row.items() if key not in PLACED and value is not None}
            if said:
                yield (name, i), said


def holders(table: tuple[tuple[Cell, ...], ...], lang: str) -> dict[Token, set[int]]:
    """Returns token -> the rows that hold it. A name and what tells it apart may stand in two cells."""
    found: dict[Token, set[int]] = defaultdict(set)
    for i, row in enumerate(table):
        for cell in row:
            for token in tokens_of_cell(cell):
                found[token].add(i)
        for name, term in pairwise(cell.text for cell in row):
            found["text", word(lang, "charts.told_apart", pairing=name, term=term)].add(i)
    return found


def tokens_of_cell(cell: Cell) -> Iterator[Token]:
    yield "text", cell.text
    yield from (("text", claim) for claim in cell.claims)
    if isinstance(cell.value, Decimal | int):
        yield "number", float(cell.value)
    elif isinstance(cell.value, str):
        yield "text", cell.value
        yield from (("year", year) for year in years_of(cell.value))


def rows_holding(said: dict, index: dict[Token, set[int]], code_words: CodeWords) -> tuple[int, ...]:
    """Returns the rows that hold all that is said, but for the ids."""
    tokens = [tokens_of(key, value, code_words) for key, value in said.items() if key not in IDS]
    sets = [set().union(*(index.get(token, ()) for token in each)) for each in tokens]
    return tuple(sorted(set.intersection(*sets)))


def tokens_of(key: str, value: object, code_words: CodeWords) -> list[Token]:
    if isinstance(value, str):
        return [("text", text) for text in (value, *code_words.get((key, value), ()))]
    return [("year", value)] if key == "year" else [("number", float(value))]


@cache
def code_words_of(package: Package, lang: str) -> CodeWords:
    """Returns (column, code) -> its words in the code lists of the schemas; (state, code) for known years."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for table in sorted(package.schemas):
        for field in package.schemas[table]["fields"]:
            for code, words in field.get("codes", {}).items():
                found[field["name"], code].append(words[lang])
    for state in ("known", "range", "unknown"):
        found["state", state].append(word(lang, f"charts.known.{state}"))
    return {key: tuple(words) for key, words in found.items()}


def told_apart(found: dict[Key, tuple[int, ...]], said: dict[Key, dict]) -> dict[Key, tuple[int, ...]]:
    """Returns the row of each of several marks of equal words and figures, such as one status under two
    headings. Where they are as many as the rows they might stand for, they stand for these in turn, since the
    charts draw in the order of their tables.
    """
    alike: dict[tuple[int, ...], list[Key]] = defaultdict(list)
    for key, rows in found.items():
        if len(rows) > 1 and any(isinstance(value, float) for value in said[key].values()):
            alike[rows].append(key)
    return {key: (row,) for rows, keys in alike.items() if len(keys) == len(rows)
            for key, row in zip(keys, rows, strict=True)}  # fmt: skip


def missing_year(year: int, width: int, lang: str) -> list[str]:
    """Returns a row that says that nothing was printed: year, words, empty cells."""
    return [show_period(str(year), lang), word(lang, "charts.not_printed"), *[""] * (width - 2)]

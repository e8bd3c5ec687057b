"""What a place's page shows of its pairings and of the places below it: all where it is little, else ten and a list."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book
from build_scripts.pages.rows import FigureRow, fact_rows, split_tables
from build_scripts.pages.tables import LEAD
from build_scripts.views.model import Row

MOST = 40  # rows that a place's page bears with their receipts beside its own


@dataclass(frozen=True)
class Within:
    """The figures and projects within a place; `number` and `projects_number` count all of them, shown or not."""

    money: list[FigureRow]
    figures: list[FigureRow]
    number: int
    projects: list[Row]
    projects_number: int
    path: str  # the list of all of them; '' where the page shows them all


def within_place(book: Book, place_id: str) -> Within:
    """Returns what the page of a place shows of what lies within it, newest first."""
    facts, projects = book.index.facts_within.get(place_id, []), book.index.projects_within.get(place_id, [])
    money, figures = split_tables(fact_rows(book, facts, newest_first=True))
    most = LEAD if is_long(book, place_id) else MOST
    return Within(
        money[:most],
        figures[:most],
        len(facts),
        projects[:most],
        len(projects),
        within_path(place_id) if is_long(book, place_id) else "",
    )


def is_long(book: Book, place_id: str) -> bool:
    """True where what lies within a place has pages of its own."""
    lists = (book.index.facts_within, book.index.projects_within)
    return any(len(each.get(place_id, [])) > MOST for each in lists)


def within_path(place_id: str, page: int = 1) -> str:
    """Returns the address of the list of all figures within a place, such as `places/610000.within.html`."""
    return record_path("place", f"{place_id}.within", page)

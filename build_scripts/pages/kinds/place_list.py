"""All places that carry something, province by province."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.filters import joined
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.places import names_of


def pages(book: Book) -> Iterator[Page]:
    """Yields the one list."""
    title = book.text("pages.places.title")
    yield print_page(
        book,
        Draft(
            "places/index.html",
            "place_list",
            "list",
            title,
            book.text("pages.places.description"),
            {
                "provinces": provinces(book),
                "others": others(book),
                "number": len(book.views.shown_places),
                "words": lambda row: joined(names_of(row)),
            },
            crumbs(book, (title, "")),
        ),
    )


def provinces(book: Book) -> list[dict]:
    """Returns each province with what it gives and gets, and the places below it that carry something."""
    return [
        {
            "row": row,
            "as_provider": len(counted(book, row, book.index.as_provider)),
            "as_recipient": len(counted(book, row, book.index.as_recipient)),
            "places": tree(book, row["place_id"]),
        }
        for row in book.views.shown_places.values()
        if row["level"] == "province"
    ]


def counted(book: Book, province: dict, side: dict[str, list[dict]]) -> set[str]:
    """Returns the ids of the pairings that a province or a place below it takes part in."""
    own = {province["place_id"], *(row["place_id"] for row, _ in tree(book, province["place_id"]))}
    return {pairing["pairing_id"] for place in own for pairing in side.get(place, [])}


def tree(book: Book, place_id: str, depth: int = 0) -> list[tuple[dict, int]]:
    """Returns (place, depth) for all places below one, each after the one above it."""
    found = []
    for row in book.index.parts_of_place.get(place_id, []):
        found += [(row, depth), *tree(book, row["place_id"], depth + 1)]
    return found


def others(book: Book) -> list[dict]:
    """Returns the places that lie in no province: the country, groups, places whose name was withheld."""
    return [row for key, row in book.views.shown_places.items() if not book.views.places.province_of(key)]

"""Who helps my county: a finder, and a page a province with the answer of each of its counties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from build_scripts.pages.book import Book
from build_scripts.pages.county_answers import county_answers
from build_scripts.pages.filters import joined, place_words
from build_scripts.pages.known_counties import described, known_by_round
from build_scripts.pages.model import Page
from build_scripts.pages.names import own_place_name
from build_scripts.pages.sheet import Draft, crumbs, print_page

FINDER = "counties.html"
IN_PART = ("540000", "650000")  # of Tibet and Xinjiang the finder lists some counties only, those of lists and pairings


def pages(book: Book) -> Iterator[Page]:
    """Yields the finder, then a page for each province that receives or received."""
    provinces = counties_by_province(book)
    title = book.text("pages.county.title")
    yield print_page(
        book,
        Draft(
            FINDER,
            "county",
            "list",
            title,
            book.text("pages.county.description"),
            {
                "provinces": [province_line(book, key, rows) for key, rows in provinces.items()],
                "in_part": IN_PART,
                "listed": known_by_round(book),
            },
            crumbs(book, (title, "")),
            scripts=("page-finder.js",),
        ),
    )
    for province, counties in provinces.items():
        yield province_page(book, province, counties)


def province_line(book: Book, province: str, counties: list[str]) -> tuple[str, str, str, int, int]:
    """Returns id, name and path of a province, its counties of which a pairing has been read, and those listed."""
    return province, book.names.place(province), province_path(province), known(book, counties), len(counties)


def province_path(province: str) -> str:
    return f"counties/{province}.html"


def counties_by_province(book: Book) -> dict[str, list[str]]:
    """Returns province -> its counties, in the order of the codes."""
    places, found = book.views.places, defaultdict(list)
    for key in book.views.answers:
        if places.level(key) == "county" and (province := places.province_of(key)):
            found[province].append(key)
    return {province: sorted(keys) for province, keys in sorted(found.items())}


def known(book: Book, counties: list[str]) -> int:
    """Returns of how many counties a pairing has been read."""
    return sum(book.views.answers[key].is_known for key in counties)


def province_page(book: Book, province: str, counties: list[str]) -> Page:
    name = book.names.place(province)
    title, listed = book.text("pages.county.province_title", province=name), known_by_round(book, province)
    about = book.text("pages.county.province_description", province=name)
    return print_page(
        book,
        Draft(
            province_path(province),
            "county_province",
            "list",
            title,
            (about + described(book, listed[:1])).strip(),
            {
                "title": title,
                "province": province,
                "answers": partial(county_answers, book, province, by_prefecture(book, counties)),
                "number": len(counties),
                "known": known(book, counties),
                "in_part": province in IN_PART,
                "listed": listed,
            },
            crumbs(book, (book.text("pages.county.title"), FINDER), (name, "")),
        ),
    )


def by_prefecture(book: Book, counties: list[str]) -> list[tuple[dict, list[list[dict]]]]:
    """Returns (prefecture, groups of its counties); a county directly below its province stands under the province.

    A county of which a pairing has been read is a group of its own; those of which nothing was read, and of which
    the places above say the same, are one, after them.
    """
    prefectures: dict[str, dict[str, list[dict]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(counties, key=lambda key: (not book.views.answers[key].is_known, key)):
        line = {
            "place_id": key,
            "has_page": key in book.views.shown_places,
            "words": joined(place_words(book, key)),
            "name": own_place_name(book, key),
        }
        prefectures[book.views.places.chain(key)[1]][same_answer(book, key)].append(line)
    return [(heading(book, key), list(prefectures[key].values())) for key in sorted(prefectures)]


def same_answer(book: Book, county: str) -> str:
    """Returns what the counties of a prefecture whose answers differ in their names alone have in common."""
    answer = book.views.answers[county]
    return county if answer.is_known or answer.within_ever else " ".join(sorted(answer.rounds))


def heading(book: Book, place_id: str) -> dict:
    """Returns a prefecture, and whether it has a page of its own."""
    has_page = place_id in book.views.shown_places
    return {"place_id": place_id, "has_page": has_page, "name": own_place_name(book, place_id)}

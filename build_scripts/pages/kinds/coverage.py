"""How much of what should be there the ledger can name: an overview, and a page a round."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.account_rows import account_row, key_name
from build_scripts.pages.book import Book
from build_scripts.pages.citing import pairing_form
from build_scripts.pages.known_counties import described, known_by_round, numbers
from build_scripts.pages.model import Page
from build_scripts.pages.names import own_place_name
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.account_line import address_of
from build_scripts.views.county_coverage import LISTS, PARTLY_READ, by_list
from build_scripts.views.coverage import ListedCounty
from build_scripts.views.edges import ROUNDS
from build_scripts.views.main_lines import round_within
from build_scripts.views.year_coverage import whole_years

FIRST = "coverage.html"


def pages(book: Book) -> Iterator[Page]:
    """Yields the overview, then the rounds of which anything is listed, printed or known."""
    title, found = book.text("coverage.title"), book.views.coverage
    held = {each.round_key for each in (*found.counties, *found.counts)} | {round_within(m.period) for m in found.money}
    rounds = [(key_name(book, key), round_path(key)) for key in reversed(ROUNDS) if key in held]
    lists = [list_line(book, *key, groups) for key, groups in by_list(found.counties).items()]
    draft = Draft(
        FIRST, "coverage", "list", title, described(book, known_by_round(book)) or book.text("coverage.description"),
        {"rounds": rounds, "lists": lists, "years": whole_years(found.years)}, crumbs(book, (title, "")),
    )  # fmt: skip
    yield print_page(book, draft)
    yield from (round_page(book, key, rounds) for key in reversed(ROUNDS) if key in held)


def round_path(key: str) -> str:
    return f"coverage/{address_of(key)}.html"


def list_line(book: Book, round_key: str, name: str, groups: dict[str, list[ListedCounty]]) -> dict:
    """Returns a list of counties in a round: its name, its numbers, those of each province, and whom it lacks.

    `whole` is the length of a list that was read in part, of which `held` counties have been read.
    """
    counties = [county for group in groups.values() for county in group]
    return {
        "designation": name,
        "name": book.code("designations", "designation", name),
        "round": key_name(book, round_key),
        "path": round_path(round_key),
        "whole": PARTLY_READ.get(name),
        "held": sum(book.views.tables["designations"]["designation"] == name),
        **numbers(counties),
        "provinces": [
            {"place_id": key, **numbers(group), "unknown": unknown(book, group)} for key, group in groups.items()
        ],
    }


def unknown(book: Book, counties: list[ListedCounty]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Returns (prefecture whose helper is known, '' where none is, [(county, its form)]) of counties without a pairing
    of their own.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for each in counties:
        if each.state in ("none", "wider"):
            county, above = book.views.places.chain(each.county_id)[:2]
            name = own_place_name(book, above) if each.state == "wider" else ""
            found.setdefault(name, []).append((own_place_name(book, county), pairing_form(book, county)))
    return sorted(found.items(), key=lambda item: item[0] != "")


def round_page(book: Book, key: str, rounds: list[tuple[str, str]]) -> Page:
    found, name = book.views.coverage, key_name(book, key)
    title = book.text("coverage.of", name=name)
    lists = [list_line(book, *each, groups) for each, groups in by_list(found.counties).items() if each[0] == key]
    values = {
        "title": title,
        "rounds": rounds,
        "here": round_path(key),
        "lists": lists,
        "is_partly_read": not PARTLY_READ.keys().isdisjoint(LISTS.get(key, ())),
        "counts": [count for count in found.counts if count.round_key == key],
        "money": [account_row(book, line) for line in found.money if round_within(line.period) == key],
    }
    way = crumbs(book, (book.text("coverage.title"), FIRST), (name, ""))
    draft = Draft(round_path(key), "coverage_round", "list", title, book.text("coverage.description"), values, way)
    return print_page(book, draft)

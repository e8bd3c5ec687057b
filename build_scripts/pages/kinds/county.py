"""Who is paired with my county: every county that receives, and its providers through the rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_scripts.labels import LANGUAGES
from build_scripts.labels.spelling import pinyin_terms
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.places import PlaceIndex
from build_scripts.views.who_is_paired import PairedRow

ROUNDS = {"ew1": "before", "ew2": "since"}  # programme -> column; every other programme stands in the third


def pages(book: Book) -> Iterator[Page]:
    """Yields the one page; a reader types a county and sees its row."""
    title = book.text("pages.county.title")
    yield print_page(
        book,
        Draft(
            "counties.html",
            "county",
            "list",
            title,
            book.text("pages.county.description"),
            {"provinces": provinces(book)},
            crumbs(book, (title, "")),
        ),
    )


def provinces(book: Book) -> list[dict]:
    """Returns the provinces with their counties, in the order of the codes; townships and villages count for theirs."""
    places = book.views.places
    counties: dict[str, list[PairedRow]] = defaultdict(list)
    for row in book.views.paired:
        if row.county_id:
            counties[row.county_id].append(row)
    by_province: dict[str | None, list[dict]] = defaultdict(list)
    for county in sorted(counties):
        line = columns(county, counties[county]) | {"words": words_of(places, county)}
        by_province[places.province_of(county)].append(line)
    return [
        {"province": province, "name": book.names.place(province), "counties": rows}
        for province, rows in by_province.items()
        if province
    ]


def columns(county: str, rows: list[PairedRow]) -> dict:
    """Returns the county's pairings by column: before 2021, since 2021, other programmes."""
    found: dict[str, list[PairedRow]] = {"before": [], "since": [], "other": []}
    for row in rows:
        found[ROUNDS.get(row.programme, "other")].append(row)
    return {"county": county, **found}


def words_of(places: PlaceIndex, county: str) -> str:
    """Returns what a reader may type for a county besides its name: pinyin, city, province, in both languages."""
    names = [places.name(place, lang) for place in places.chain(county) for lang in LANGUAGES]
    return " ".join(dict.fromkeys([*names, *pinyin_terms(places.name(county, "zh"))]))

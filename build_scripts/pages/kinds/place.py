"""One place: who is paired with it through the rounds, its projects, its figures, the places below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from build_scripts.pages.account_rows import account_below
from build_scripts.pages.addresses import ROWS_A_PAGE, page_links, record_path, split_rows
from build_scripts.pages.answers import AnswerWords
from build_scripts.pages.book import Book, marked_year
from build_scripts.pages.chart_files import Chart
from build_scripts.pages.citing import use
from build_scripts.pages.kinds.charts import drawings_of
from build_scripts.pages.model import Page
from build_scripts.pages.rows import (
    by_measure_group,
    fact_rows,
    key_facts,
    split_tables,
)
from build_scripts.pages.said import all_said, headline, said
from build_scripts.pages.sheet import Draft, crumbs, described, print_page, section
from build_scripts.pages.standing import standing, sureness
from build_scripts.pages.within import within_place
from build_scripts.views.places import names_of
from build_scripts.views.programmes import PRESENT

TABLES = ("places", "pairings", "projects", "funds", "observations")
FEW_ROUNDS = 12
RELAY = "relay."  # names of the charts of a place's helpers in time
KEY_GROUPS = ("poverty", "population", "labour", "partnership")


def pages(book: Book) -> Iterator[Page]:
    """Yields the pages of each place that carries something: as many as its figures need."""
    for row in book.views.shown_places.values():
        rows = fact_rows(book, book.index.facts.get(("place", row["place_id"]), []))
        parts = split_rows(rows, ROWS_A_PAGE["place"])
        for number, part in enumerate(parts, start=1):
            yield print_page(book, draft(book, row, part, number, len(parts)))


def draft(book: Book, row: dict, rows: list, number: int, last: int) -> Draft:
    """Returns the page of a place with one part of its figures; what is not a figure stands on the first
    page.
    """
    key = row["place_id"]
    path, name = record_path("place", key, number), book.names.place(key)
    full = book.names.full_place(key)
    charts = drawings_of(book, "place", key) if number == 1 else []
    money, others = split_tables(rows)
    title = name if number == 1 else book.text("pages.numbered", name=name, n=number)
    shown = values(book, row)
    return Draft(
        path,
        "place",
        "place",
        title,
        described(book, told_apart(book, row, full), things(shown, bool(money or others))),
        {
            "row": row,
            "money": money,
            "groups": by_measure_group(book, others),
            "charts": charts,
            "number": number,
            "pager": page_links(record_path("place", key).removesuffix(".html"), last),
        }
        | shown
        | use(book, "places", key, name, path, TABLES),
        crumbs(book, section(book, "places"), *above(book, row), (name, "")),
        image=share_image(charts),
        names=(*names_of(row), *filter(None, [book.views.places.written_out(key)]), row["place_id"]),
        is_found=number == 1,
        meta={"place": above_words(book, row), "year": "", "amount": ""},
    )


def things(shown: dict, has_figures: bool) -> dict[str, bool]:
    """Returns what a place's pages have, for their description."""
    return {
        "providers": bool(shown["recipient_rounds"]),
        "recipients": bool(shown["provider_rounds"]),
        "below": bool(shown["below"]),
        "projects": bool(shown["inside"].projects),
        "figures": has_figures or bool(shown["inside"].number),
    }


def share_image(charts: list[Chart]) -> str:
    """Returns the picture of a link to the place: who helped it, one after the other, where that is drawn."""
    relay = [chart for chart in charts if chart.drawing.sketch.name.startswith(RELAY)]
    return next((chart.image for chart in (*relay, *charts)), "")


def values(book: Book, row: dict) -> dict:
    """Returns what the template shows of a place, its figures apart."""
    index, key = book.index, row["place_id"]
    facts = index.facts.get(("place", key), [])
    return {
        "recipient_rounds": rounds(book, index.as_recipient.get(key, [])),
        "provider_rounds": rounds(book, index.as_provider.get(key, [])),
        "above_rounds": [
            (place, in_time(index.as_recipient[place]))
            for place in book.views.places.chain(key)[1:]
            if place in index.as_recipient
        ],
        "below": below(book, row),
        "inside": within_place(book, key),
        "children": index.parts_of_place.get(key, []),
        "organisations": index.organisations_of_place.get(key, []),
        "answer_words": partial(AnswerWords, book),
        "said": all_said(book, headline(book, "place", key)),
        "key_figures": key_facts(book, facts, KEY_GROUPS),
        "sure": sureness(book, (book.views.claims[c] for fact in facts for c in fact.claims)),
        "years": book.views.gaps.province_years.get(key, {}),
        "original": row["name"],
        "aliases": aliases(book, row),
        "account": account_below(book, "place", key),
        **standing(book, "place", key),
    }


def aliases(book: Book, row: dict) -> list[Markup]:
    """Returns the other names of a place, a former one with the year until which it was used."""
    said = []
    for alias in filter(None, (row["aliases"] or "").split(";")):
        name, _, year = alias.strip().partition("@")
        told = book.printed(name.strip())
        said.append(book.say("pages.place.former", name=told, year=marked_year(year)) if year else told)
    return said


def rounds(book: Book, pairings: list[dict]) -> list[tuple[dict, list]]:
    """Returns each pairing with what may be said of its money; of few pairings every kind, of many fiscal alone."""
    found = [(row, headline(book, "pairing", row["pairing_id"])) for row in in_time(pairings)]
    if len(pairings) > FEW_ROUNDS:
        return [(row, [said(book, each.lead)] if each.lead else []) for row, each in found]
    return [(row, all_said(book, each)) for row, each in found]


def in_time(pairings: list[dict]) -> list[dict]:
    """Returns pairings, those of the present round first, then by their beginning; those without one last."""
    return sorted(
        pairings, key=lambda row: (row["programme"] != PRESENT, row["valid_from"] or "9999", row["pairing_id"])
    )


def below(book: Book, row: dict) -> list[dict]:
    """Returns the pairings of all places below a division, on either side, each once."""
    if row["level"] not in ("province", "prefecture", "county"):
        return []
    found = {}
    waiting = list(book.index.parts_of_place.get(row["place_id"], []))
    while waiting:
        place = waiting.pop(0)
        waiting += book.index.parts_of_place.get(place["place_id"], [])
        for side in (book.index.as_recipient, book.index.as_provider):
            found |= {pairing["pairing_id"]: pairing for pairing in side.get(place["place_id"], [])}
    return in_time(list(found.values()))


def above(book: Book, row: dict) -> list[tuple[str, str]]:
    """Returns the crumbs of the places above, from the province down."""
    chain = [key for key in reversed(book.views.places.chain(row["place_id"])[1:]) if key in book.views.shown_places]
    return [
        (book.names.place(key), record_path("place", key))
        for key in chain
        if book.row("places", key)["level"] not in ("country", "group")
    ]


def above_words(book: Book, row: dict) -> str:
    return " ".join(name for name, _ in above(book, row))


def told_apart(book: Book, row: dict, full: str) -> str:
    """Returns the name with what lies above it: 台州 and 泰州 are both Taizhou in English."""
    words = above_words(book, row)
    if full != book.pick(row, "name") or not words:
        return full
    return "".join((full, book.text("pages.open"), words, book.text("pages.close")))

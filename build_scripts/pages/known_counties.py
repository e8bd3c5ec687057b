"""Of how many listed counties the helper is known: the numbers of views/county_coverage.py in words.

Every page that says how many counties are known takes them from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from build_scripts.labels.numbers import show_percent
from build_scripts.pages.account_rows import key_name
from build_scripts.pages.book import Book
from build_scripts.views.county_coverage import PARTLY_READ, by_list, states_of
from build_scripts.views.coverage import ListedCounty
from build_scripts.views.edges import ROUNDS

LIST = "poor_county_832"  # it counts in both rounds and was read whole
HEADLINES = {"2016/2020": "then", "2021/": "now"}  # since 2021 no county is called poor
SHARE = Markup('<data class="count" value="{}">{}</data>')  # of counties that stand on the page


def numbers(counties: list[ListedCounty]) -> dict:
    """Returns how many counties are listed, how many are in which state, and the share whose helper is known; no share
    of a list that was read in part, for it would pass for one of the whole.
    """
    states = states_of(counties)
    if counties[0].designation in PARTLY_READ:
        return {"listed": len(counties), "states": states, "share": ""}
    share = Decimal(states["paired"]) / len(counties) * 100
    return {"listed": len(counties), "states": states, "share": SHARE.format(round(share), show_percent(share, 0))}


def known_by_round(book: Book, province: str = "") -> list[dict]:
    """Returns the numbers of the list of 832 in each round, of all provinces or of one, the latest round first."""
    lists = by_list(book.views.coverage.counties)
    found = {key: of_province(lists.get((key, LIST), {}), province) for key in reversed(ROUNDS)}
    return [
        {"round": key_name(book, key), "headline": f"coverage.headline.{HEADLINES[key]}", **numbers(counties)}
        for key, counties in found.items()
        if counties
    ]


def of_province(groups: dict[str, list[ListedCounty]], province: str) -> list[ListedCounty]:
    return groups.get(province, []) if province else [county for group in groups.values() for county in group]


def described(book: Book, known: Iterable[dict]) -> str:
    """Returns the numbers of rounds in plain words, for the description of a page."""
    return "".join(
        book.text(each["headline"], round=each["round"], listed=each["listed"], paired=each["states"]["paired"],
                  share=Markup(each["share"]).striptags())
        for each in known
    )  # fmt: skip

"""Digits in the content of a page that stand there without evidence.

A digit group is accounted for inside a figure that opens its receipt (.fig), inside a receipt, or where it is marked
as something else: a date (<time>), a count of rows (<data>), a printed name or title (.name), an id (<code>, .id).
A name of digits alone is no name and accounts for nothing.
Drawings (<svg>) are accounted for by the figures of the chart's data table, a chart's title by the same table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

DIGITS = re.compile(r"\d")
GROUPS = re.compile(r"\d(?:[\d,.]*\d)?")
ONLY_DIGITS = re.compile(r"[\d\s,.%]+")
AMOUNT = re.compile(r"(?:CNY|¥)\s*(\d(?:[\d,.]*\d)?)|(\d(?:[\d,.]*\d)?)\s*[万亿]?\s*元")
MARKED_TAGS = ("time", "data", "code", "svg", "kbd")
MARKED_CLASSES = {"fig", "receipt", "id"}


@dataclass(frozen=True)
class Loose:
    """A text with digits that nothing accounts for, and the elements it stands in."""

    text: str
    place: str


def loose_digits(main: html.HtmlElement) -> list[Loose]:
    """All texts of the content with digits that have no evidence, in order."""
    return list(walk(main, ()))


def walk(element: html.HtmlElement, place: tuple[str, ...]):
    if not isinstance(element.tag, str) or is_marked(element):
        return
    place = (*place, ".".join([element.tag, *element.get("class", "").split()]))
    if element.tag == "figure":
        yield from title_without_figure(element, place)
    yield from told(element.text, place)
    for child in element:
        yield from walk(child, place)
        yield from told(child.tail, place)


def told(text: str | None, place: tuple[str, ...]):
    if text and DIGITS.search(text):
        yield Loose(" ".join(text.split())[:120], " > ".join(place[-3:]))


def is_marked(element: html.HtmlElement) -> bool:
    classes = set(element.get("class", "").split())
    if element.tag in MARKED_TAGS or classes & MARKED_CLASSES:
        return True
    return "name" in classes and not ONLY_DIGITS.fullmatch(element.text_content())


def title_without_figure(figure: html.HtmlElement, place: tuple[str, ...]):
    """The amounts of money in a chart's title that its data table does not hold."""
    title = figure.find("figcaption")
    if title is None:
        return
    known = {group for cell in figure.iter("td", "th") for group in GROUPS.findall(cell.text_content())}
    for groups in AMOUNT.findall(title.text_content()):
        if not known.issuperset(filter(None, groups)):
            yield Loose(title.text_content().strip()[:120], " > ".join((*place[-2:], "figcaption")))

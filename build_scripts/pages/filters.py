"""What the filter of a list finds a row by besides what stands in it: names in both languages, former names,
characters of the other script.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.labels.spelling import simplified
from build_scripts.pages.book import Book
from build_scripts.views.places import names_of


def place_words(book: Book, place_id: str | None) -> list[str]:
    """Returns every name of a place and of the divisions above it, in both languages; country and groups apart."""
    places = [book.row("places", key) for key in book.views.places.chain(place_id)]
    return [name for row in places if row["level"] not in ("country", "group") for name in names_of(row)]


def pairing_words(book: Book, row: dict) -> str:
    """Returns every name of both sides of a pairing, with the divisions above them."""
    sides = ("provider", "recipient")
    organisations = [book.row("organisations", row[f"{s}_org_id"]) for s in sides if row[f"{s}_org_id"]]
    named = [org[column] for org in organisations for column in ("name", "name_en")]
    return joined([*named, *(name for s in sides for name in place_words(book, row[f"{s}_place_id"]))])


def joined(names: Iterable[str | None]) -> str:
    """Returns names as one text, each once."""
    return " ".join(dict.fromkeys(filter(None, names)))


def script_pairs(text: str) -> str:
    """Returns pairs of characters, Traditional and Simplified, of which a text holds one: 陽阳縣县."""
    held = set(text)
    return "".join(chr(old) + new for old, new in simplified().items() if new in held or chr(old) in held)

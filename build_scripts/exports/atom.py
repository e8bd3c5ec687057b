"""The parts of an Atom feed (RFC 4287), with titles in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from build_scripts.labels import LANGUAGES, word
from build_scripts.views.periods import last_day

ATOM = "http://www.w3.org/2005/Atom"
ATOM_FEED = "application/atom+xml"


def feed_bytes(address: str, path: str, page: str, title: str, updated: str, entries: Iterable[Xml.Element]) -> bytes:
    """Returns the feed at `path` of what the page shows; both are addresses below the site's. `updated` is a day."""
    feed = Xml.Element("feed", xmlns=ATOM)
    add(feed, "title", title)
    add(feed, "id", address + page)
    add(feed, "updated", moment(updated))
    Xml.SubElement(feed, "link", rel="self", type="application/atom+xml", href=address + path)
    Xml.SubElement(feed, "link", rel="alternate", type="text/html", href=address + page)
    add(Xml.SubElement(feed, "author"), "name", in_both("theme.site_name"))
    feed.extend(entries)
    return Xml.tostring(feed, encoding="utf-8", xml_declaration=True)


def entry(key: str, title: str, day: str, link: str, text: str) -> Xml.Element:
    """Returns one entry of a feed."""
    node = Xml.Element("entry")
    add(node, "id", key)
    add(node, "title", title)
    add(node, "updated", moment(day))
    Xml.SubElement(node, "link", href=link)
    add(node, "summary", text)
    return node


def document_entry(row: dict, count: int, address: str) -> Xml.Element:
    """Returns the entry of a row of `sources`, dated by the last day its printed date allows.

    `count` is the number of figures taken from it.
    """
    link = f"{address}sources/{row['source_id']}.html"
    title = " / ".join(filter(None, (row["title"], row["title_en"])))
    return entry(link, title, last_day(row["published"]), link, in_both("exports.document_claims", n=count))


def documents_by_date(sources: Iterable[dict], today: str) -> list[dict]:
    """Returns the rows of `sources` with a printed date no later than today, the newest first."""
    past = [row for row in sources if row["published"] and last_day(row["published"]) <= today]
    return sorted(past, key=lambda row: (last_day(row["published"]), row["source_id"]), reverse=True)


def in_both(key: str, **values: object) -> str:
    """Returns a label in both languages."""
    return " / ".join(word(lang, key, **values) for lang in LANGUAGES)


def add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def moment(day: str) -> str:
    return f"{day}T00:00:00Z"

"""The parts of an Atom feed (RFC 4287), with titles in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as Xml

from build_scripts.exports.happenings import Happening
from build_scripts.exports.model import Edition
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.releases import Release

ATOM = "http://www.w3.org/2005/Atom"
ATOM_FEED = "application/atom+xml"
NAMED = 8  # ids of changed rows that an entry lists


@dataclass(frozen=True)
class Feed:
    """Where a feed stands, which page shows what it follows, both below the site's address; its title and length."""

    path: str
    page: str
    title: str
    most: int  # entries


def feed_bytes(address: str, feed: Feed, updated: str, entries: Iterable[Xml.Element]) -> bytes:
    """Returns the feed with its entries; `updated` is the moment of the newest."""
    node = Xml.Element("feed", xmlns=ATOM)
    add(node, "title", feed.title)
    add(node, "id", address + feed.page)
    add(node, "updated", updated)
    Xml.SubElement(node, "link", rel="self", type=ATOM_FEED, href=address + feed.path)
    Xml.SubElement(node, "link", rel="alternate", type="text/html", href=address + feed.page)
    add(Xml.SubElement(node, "author"), "name", in_both("theme.site_name"))
    node.extend(entries)
    return Xml.tostring(node, encoding="utf-8", xml_declaration=True)


def entry(key: str, title: str, day: str, link: str, text: str) -> Xml.Element:
    """Returns one entry of a feed."""
    node = Xml.Element("entry")
    add(node, "id", key)
    add(node, "title", title)
    add(node, "updated", moment(day))
    Xml.SubElement(node, "link", href=link)
    add(node, "summary", text)
    return node


def entries_of(edition: Edition, found: Iterable[Happening], page: str) -> Iterator[Xml.Element]:
    """Yields an entry a day and document of which rows entered, and one a day and table whose rows changed.

    `found` is in the order of the feed; rows of no document stand together by their table. `page` is the feed's.
    """
    for (day, kind), rows in groupby(found, key=lambda each: (each.day, each.kind)):
        told: dict[tuple[str, str], list[Happening]] = {}
        for each in rows:
            by = ("source", each.source_id) if kind == "entered" and each.source_id else ("table", each.table)
            told.setdefault(by, []).append(each)
        make = {"source": document_entry, "table": table_entry}
        for (what, key), own in told.items():
            yield make[what](edition, f"{edition.address}{page}#{kind}-{day}-{key}", key, own)


def document_entry(edition: Edition, key: str, source: str, rows: list[Happening]) -> Xml.Element:
    """Returns the entry of a document: its title, when it was printed, how many rows of which table entered."""
    row = edition.views.index.rows["sources"][source]
    title = " / ".join(filter(None, (row["title"], row["title_en"])))
    lines = [
        word(lang, "exports.printed_on", day=row["published"] or word(lang, "exports.no_date"))
        + counted(edition, rows, lang)
        for lang in LANGUAGES
    ]
    return entry(key, title, rows[0].day, f"{edition.address}sources/{source}.html", " / ".join(lines))


def table_entry(edition: Edition, key: str, table: str, rows: list[Happening]) -> Xml.Element:
    """Returns the entry of a table of which rows changed, or entered without a document; ids of the first."""
    kind = rows[0].kind
    title = " / ".join(word(lang, f"exports.{kind}", rows=counted(edition, rows, lang)) for lang in LANGUAGES)
    ids = ", ".join(each.key for each in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    return entry(key, title, rows[0].day, f"{edition.address}data/{table}.html", ids)


def counted(edition: Edition, rows: list[Happening], lang: str) -> str:
    """Returns how many rows of which table, in words."""
    schemas = edition.package.schemas
    title = "title" if lang == "zh" else "title_en"
    counts = Counter(each.table for each in rows)
    told = [word(lang, "exports.release_rows", title=schemas[table][title], n=n) for table, n in counts.items()]
    return word(lang, "exports.list_joint").join(told)


def release_entries(edition: Edition) -> Iterator[Xml.Element]:
    """Yields an entry a version, the newest first: what differs from the one before it."""
    for release in reversed(edition.releases):
        address = f"{edition.address}releases/"
        title = in_both("releases.entry", version=release.version)
        link = address + (f"{release.version}.html" if release.delta else f"index.html#v{release.version}")
        yield entry(f"{address}index.html#release-{release.version}", title, release.date, link, release_text(release))


def release_text(release: Release) -> str:
    if release.delta:
        tables = release.delta["tables"].values()
        counts = {kind: sum(len(table[kind]) for table in tables) for kind in ("added", "changed", "retired")}
        return in_both("releases.entry_text", **counts)
    rows = sum(release.manifest["rows"].values()) if release.files else "–"
    return in_both("releases.entry_first", rows=rows)


def in_both(key: str, **values: object) -> str:
    """Returns a label in both languages."""
    return " / ".join(word(lang, key, **values) for lang in LANGUAGES)


def add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def moment(day: str) -> str:
    return f"{day}T00:00:00Z"

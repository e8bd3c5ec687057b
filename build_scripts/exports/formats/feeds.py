"""The feeds (Atom, RFC 4287): what entered or changed in the ledger, by the day on which it did.

`data/changes.atom` is of everything, `data/releases.atom` of the versions; each pairing, each place that has a page
(a province among them) and each table has one of its own. A feed without an entry is not made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from xml.etree import ElementTree as Xml

from build_scripts.exports.atom import ATOM_FEED, Feed, entries_of, feed_bytes, in_both, release_entries
from build_scripts.exports.formats.retired import retired_entries
from build_scripts.exports.happenings import Happening, Record, happenings
from build_scripts.exports.model import Download, Edition, in_languages, of_schema
from build_scripts.labels import LANGUAGES, word

KINDS = {"pairings": "pairing", "places": "place"}  # table -> kind of subject
OF_RECORD, OF_ALL = 30, 90  # the newest entries of a feed
ALL, RELEASES = "data/changes.atom", "data/releases.atom"


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the feed of all, that of the versions, then those of tables, pairings and places."""
    found = happenings(edition.views, edition.package.keys)
    releases = list(release_entries(edition))
    own = (*releases, *retired_entries(edition), *entries_of(edition, found, "index.html"))
    every = sorted(own, key=updated, reverse=True)
    told = {"title": in_languages("exports.file_titles.changes"), "about": in_languages("pages.data.files.changes")}
    yield from made(edition, Feed(ALL, "index.html", in_both("exports.feed_title"), OF_ALL), every, **told)
    title = in_both("releases.title") + own_name()
    named = {"title": in_languages("exports.file_titles.releases")}
    yield from made(edition, Feed(RELEASES, "releases/index.html", title, OF_RECORD), releases, **named)
    for feed, rows in of_tables(edition, found):
        titles = of_schema(edition.package.schemas[PurePosixPath(feed.path).stem])
        named = {lang: word(lang, "exports.feed_of", title=titles[lang]) for lang in LANGUAGES}
        yield from made(edition, feed, entries_of(edition, rows, feed.page), title=named)
    for feed, rows in of_records(edition, found):
        yield from made(edition, feed, entries_of(edition, rows, feed.page))


def updated(entry: Xml.Element) -> str:
    return entry.findtext("updated")


def own_name() -> str:
    return f" · {in_both('theme.site_name')}"


def made(edition: Edition, feed: Feed, entries: Iterator[Xml.Element], **told: dict[str, str]) -> Iterator[Download]:
    """Yields the feed; nothing where it has no entry."""
    if newest := list(islice(entries, feed.most)):
        yield Download(feed.path, feed_bytes(edition.address, feed, updated(newest[0]), newest), ATOM_FEED, **told)


def of_tables(edition: Edition, found: list[Happening]) -> Iterator[tuple[Feed, list[Happening]]]:
    """Yields each table with what happened to its rows."""
    by_table = defaultdict(list)
    for each in found:
        by_table[each.table].append(each)
    for table, schema in edition.package.schemas.items():
        title = f"{schema['title']} / {schema['title_en']}{own_name()}"
        yield Feed(f"data/{table}.atom", f"data/{table}.html", title, OF_RECORD), by_table[table]


def of_records(edition: Edition, found: list[Happening]) -> Iterator[tuple[Feed, list[Happening]]]:
    """Yields each pairing, and each place that has a page, with what happened to the rows that tell of it."""
    by_record: dict[Record, list[Happening]] = defaultdict(list)
    for each in found:
        for record in each.records:
            by_record[record].append(each)
    subjects = edition.subjects.set_index(["subject_kind", "subject_id"])
    names = subjects["subject"] + " / " + subjects["subject_en"]
    shown = {"pairings": edition.views.index.rows["pairings"], "places": edition.views.shown_places}
    for table, rows in shown.items():
        for key in rows:
            title = names[KINDS[table], key] + own_name()
            feed = Feed(f"data/{table}/{key}.atom", f"{table}/{key}.html", title, OF_RECORD)
            yield feed, by_record[table, key]

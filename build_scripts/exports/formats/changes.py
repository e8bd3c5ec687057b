"""`data/changes.atom`: this release with its row counts, the newest documents, retired ids (Atom, RFC 4287)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from build_scripts.exports.atom import ATOM_FEED, document_entry, documents_by_date, entry, feed_bytes, in_both
from build_scripts.exports.formats.retired import retired_entries
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views

PATH = "data/changes.atom"
DOCUMENTS = 60


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the feed; what has no printed date has no place in it."""
    views, address = edition.views, edition.address
    figures = Counter(claim.source_id for claim in views.claims.values())
    newest = documents_by_date(views.tables["sources"].to_dict("records"), views.today)[:DOCUMENTS]
    entries = [document_entry(row, figures[row["source_id"]], address) for row in newest]
    entries += retired_entries(edition)[:DOCUMENTS]
    title = in_both("exports.feed_title")
    yield Download(
        PATH,
        feed_bytes(address, PATH, "", title, edition.modified, [release_entry(edition), *entries]),
        ATOM_FEED,
        in_languages("exports.file_titles.changes"),
        in_languages("pages.data.files.changes"),
    )


def release_entry(edition: Edition) -> Xml.Element:
    """Returns the entry of this release: rows of each table, and the change since the release before it."""
    package, views, address = edition.package, edition.views, edition.address
    version = package.descriptor["version"]
    title = in_both("exports.release", version=version)
    text = "\n".join("; ".join(table_lines(package, views, lang)) for lang in LANGUAGES)
    return entry(f"{address}#release-{version}", title, edition.modified, f"{address}data/index.html", text)


def table_lines(package: Package, views: Views, lang: str) -> Iterator[str]:
    """Yields a line a table; with the change where the last release is known."""
    change = views.quality.change
    for name, schema in package.schemas.items():
        title, rows = schema["title" if lang == "zh" else "title_en"], len(views.tables[name])
        step = change.tables.get(name, {}).get("rows")
        if step:
            since = change.since
            yield word(lang, "exports.release_change", title=title, n=rows, since=since, change=f"{step:+d}")
        else:
            yield word(lang, "exports.release_rows", title=title, n=rows)

"""`data/changes.atom`: this release with its row counts, and the newest documents (Atom, RFC 4287)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from build_scripts.exports.listing import site_address
from build_scripts.labels import LANGUAGES, word
from build_scripts.tables import Package
from build_scripts.views.model import Views
from build_scripts.views.periods import last_day

ATOM = "http://www.w3.org/2005/Atom"
DOCUMENTS = 60


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns the feed; what has no printed date has no place in it."""
    address = site_address(package)
    feed = Xml.Element("feed", xmlns=ATOM)
    add(feed, "title", " / ".join(word(lang, "exports.feed_title") for lang in LANGUAGES))
    add(feed, "id", address)
    add(feed, "updated", moment(views.today))
    Xml.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{address}data/changes.atom")
    Xml.SubElement(feed, "link", rel="alternate", type="text/html", href=address)
    add(Xml.SubElement(feed, "author"), "name", " / ".join(word(lang, "theme.site_name") for lang in LANGUAGES))
    feed.append(release_entry(package, views, address))
    feed.extend(document_entry(row, count, address) for row, count in newest_documents(views))
    return {"data/changes.atom": Xml.tostring(feed, encoding="utf-8", xml_declaration=True)}


def add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def entry(key: str, title: str, day: str, link: str, text: str) -> Xml.Element:
    """Returns one entry of the feed."""
    node = Xml.Element("entry")
    add(node, "id", key)
    add(node, "title", title)
    add(node, "updated", moment(day))
    Xml.SubElement(node, "link", href=link)
    add(node, "summary", text)
    return node


def release_entry(package: Package, views: Views, address: str) -> Xml.Element:
    """Returns the entry of this release: rows of each table, and the change since the release before it."""
    version = package.descriptor["version"]
    title = " / ".join(word(lang, "exports.release", version=version) for lang in LANGUAGES)
    text = "\n".join("; ".join(table_lines(package, views, lang)) for lang in LANGUAGES)
    return entry(f"{address}#release-{version}", title, views.today, f"{address}data/index.html", text)


def table_lines(package: Package, views: Views, lang: str) -> Iterator[str]:
    """Yields a line a table; with the change where the last release is known."""
    change = views.quality.get("change", {})
    for name, schema in package.schemas.items():
        title, rows = schema["title" if lang == "zh" else "title_en"], len(views.tables[name])
        step = change.get("tables", {}).get(name, {}).get("rows")
        if step:
            since = change["since"]
            yield word(lang, "exports.release_change", title=title, n=rows, since=since, change=f"{step:+d}")
        else:
            yield word(lang, "exports.release_rows", title=title, n=rows)


def newest_documents(views: Views) -> list[tuple[dict, int]]:
    """Returns (row of sources, number of its figures) of the documents published last, no later than today."""
    counts = Counter(claim.source_id for claim in views.claims.values())
    dated = [row for row in views.tables["sources"].to_dict("records") if row["published"]]
    past = [row for row in dated if last_day(row["published"]) <= views.today]
    past.sort(key=lambda row: (last_day(row["published"]), row["source_id"]), reverse=True)
    return [(row, counts[row["source_id"]]) for row in past[:DOCUMENTS]]


def document_entry(row: dict, count: int, address: str) -> Xml.Element:
    """Returns the entry of a document, dated by the last day its printed date allows."""
    link = f"{address}sources/{row['source_id']}.html"
    title = " / ".join(filter(None, (row["title"], row["title_en"])))
    text = " / ".join(word(lang, "exports.document_claims", n=count) for lang in LANGUAGES)
    return entry(link, title, last_day(row["published"]), link, text)

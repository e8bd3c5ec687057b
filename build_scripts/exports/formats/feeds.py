"""`data/pairings/<id>.atom`, `data/places/<id>.atom`: the newest documents on a pairing or a place (Atom, RFC 4287).

A place has the documents on everything that lies in it. What has no printed date has no place in a feed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from build_scripts.exports.atom import ATOM_FEED, document_entry, documents_by_date, feed_bytes, in_both
from build_scripts.exports.model import Download, Edition
from build_scripts.views.model import Views
from build_scripts.views.periods import last_day

KINDS = {"pairings": "pairing", "places": "place"}  # table -> kind of subject
DOCUMENTS = 30
Record = tuple[str, str]  # (table, id)


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields a feed for each pairing and each place that has a page."""
    address, views = edition.address, edition.views
    subjects = edition.subjects.set_index(["subject_kind", "subject_id"])
    names = subjects["subject"] + " / " + subjects["subject_en"]
    figures = Counter(claim.source_id for claim in views.claims.values())
    dated = documents_by_date(views.tables["sources"].to_dict("records"), views.today)
    told = sources_of_records(views)
    for table, key in records(views):
        title = f"{names[KINDS[table], key]} · {in_both('theme.site_name')}"
        newest = [row for row in dated if row["source_id"] in told[table, key]][:DOCUMENTS]
        updated = last_day(newest[0]["published"]) if newest else edition.modified
        entries = [document_entry(row, figures[row["source_id"]], address) for row in newest]
        path = f"data/{table}/{key}"
        content = feed_bytes(address, f"{path}.atom", f"{table}/{key}.html", title, updated, entries)
        yield Download(f"{path}.atom", content, ATOM_FEED)


def records(views: Views) -> Iterator[Record]:
    """Yields every pairing, and every place that has a page."""
    yield from (("pairings", key) for key in views.tables["pairings"]["pairing_id"])
    yield from (("places", key) for key in views.shown_places)


def sources_of_records(views: Views) -> dict[Record, set[str]]:
    """Returns (table, id) -> ids of the sources that say anything of a pairing or of a place and what lies in it."""
    projects = views.index.rows["projects"]
    seats = dict(views.tables["organisations"][["org_id", "place_id"]].itertuples(index=False))
    found: dict[Record, set[str]] = defaultdict(set)

    def note(source: str, pairing: str | None, *spots: str | None) -> None:
        if pairing:
            found["pairings", pairing].add(source)
        for spot in (*spots, *views.ends.get(pairing, ())):
            for place in views.places.chain(spot):
                found["places", place].add(source)

    for table in ("pairings", "pairing_claims"):
        for row in views.tables[table].to_dict("records"):
            note(row["source_id"], row["pairing_id"])
    for row in projects.values():
        note(row["source_id"], row["pairing_id"], row["place_id"])
    for row in views.tables["events"].to_dict("records"):
        note(row["source_id"], row["pairing_id"], row["from_place_id"], row["to_place_id"])
    for claim in views.claims.values():
        kind, key = claim.subject
        project = projects[key] if kind == "project" else {}
        place = {"place": key, "organisation": seats.get(key)}.get(kind) or project.get("place_id")
        note(claim.source_id, key if kind == "pairing" else project.get("pairing_id"), place)
    return found

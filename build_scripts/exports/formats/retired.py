"""What programs and readers of feeds find at the address of an id that was retired, and the list of all of them.

`api/v1/retired.json` lists them; the old addresses of a record, `api/v1/<kind>/<id>.json`, `data/<kind>/<id>.json` and
its feed, stay and name the record that took over, or say why there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from build_scripts.exports.atom import ATOM_FEED, Feed, entry, feed_bytes, in_both, moment
from build_scripts.exports.encode import JSON
from build_scripts.exports.formats import api
from build_scripts.exports.model import Download, Edition, in_languages

FOLLOWED = ("pairings", "places")  # tables whose records have a feed
PATH = f"{api.ROOT}/retired.json"
KEYS = ("table", "id", "retired_on", "successor_id", "successor", "reason", "reason_en", "page")


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the list, then the files of each retired record at the addresses that it had."""
    told = [retired_record(edition, row) for row in edition.views.tables["retired"].to_dict("records")]
    content = json.dumps(told, ensure_ascii=False, indent=0).encode()
    title, about = in_languages("exports.retired.title"), in_languages("exports.retired.about")
    yield Download(PATH, content, JSON, title, about, row="RetiredId")
    for each in told:
        if each["table"] in api.KINDS:
            record = json.dumps(each, ensure_ascii=False, indent=1).encode()
            for folder in (api.ROOT, "data"):
                yield Download(f"{folder}/{each['table']}/{each['id']}.json", record, JSON)
        if each["table"] in FOLLOWED:
            path = f"data/{each['table']}/{each['id']}.atom"
            yield Download(path, retired_feed(edition, each, path), ATOM_FEED)


def retired_entries(edition: Edition) -> list[Xml.Element]:
    """Returns the entry of each retired id, the newest first."""
    told = [retired_record(edition, row) for row in edition.views.tables["retired"].to_dict("records")]
    return [retired_entry(edition, each) for each in sorted(told, key=lambda each: each["retired_on"], reverse=True)]


def retired_record(edition: Edition, row: dict) -> dict:
    """Returns what is told of a retired id; `successor` is the record that took over, where it has a file."""
    table, successor = row["table"], row["successor_id"]
    has_record = successor and table in api.KINDS
    page = f"{table}/{row['row_id']}.html" if table in (*api.KINDS, "measures") else "retired.html"
    return {
        "table": table,
        "id": row["row_id"],
        "retired_on": row["retired_on"],
        "successor_id": successor,
        "successor": f"{edition.address}{api.ROOT}/{table}/{successor}.json" if has_record else None,
        "reason": row["reason"],
        "reason_en": row["reason_en"],
        "page": edition.address + page,
    }


def retired_feed(edition: Edition, told: dict, path: str) -> bytes:
    """Returns the feed of a retired record: the one entry that says so, and where the feed of its successor is."""
    title = in_both("retired.one", id=told["id"])
    page = told["page"].removeprefix(edition.address)
    entries = [retired_entry(edition, told)]
    return feed_bytes(edition.address, Feed(path, page, title, 1), moment(told["retired_on"]), entries)


def retired_entry(edition: Edition, told: dict) -> Xml.Element:
    """Returns the entry that tells of a retired id; it leads to the page of the record that took over, if any."""
    successor = told["successor_id"] and told["table"] in (*api.KINDS, "measures")
    link = f"{edition.address}{told['table']}/{told['successor_id']}.html" if successor else told["page"]
    lines = [f"{in_both('retired.successor')}: {told['successor_id']}"] if told["successor_id"] else []
    reasons = " / ".join(filter(None, (told["reason"], told["reason_en"])))
    lines += [f"{in_both('retired.reason')}: {reasons}"] if reasons else []
    key = f"{told['page']}#{told['table']}-{told['id']}"
    return entry(key, in_both("retired.one", id=told["id"]), told["retired_on"], link, "\n".join(lines))

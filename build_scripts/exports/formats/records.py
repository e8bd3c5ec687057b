"""Each pairing, project, place and source as JSON: `data/<kind>/<id>.json`, its row and the claims of it alone.

The first form of the records, kept for whoever reads it; the whole record is in `api/v1/` (api.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import JSON, plain_number
from build_scripts.exports.model import Download, Edition
from build_scripts.views.model import Claim

KINDS = {"pairings": "pairing_id", "projects": "project_id", "places": "place_id", "sources": "source_id"}
SUBJECTS = {"pairings": "pairing", "projects": "project", "places": "place"}  # table -> kind of subject


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one JSON file for each record that has a page."""
    tables = edition.views.tables
    for table, key in KINDS.items():
        claims = claims_by_record(edition, table)
        for row in tables[table].to_dict("records"):
            if table != "places" or row[key] in edition.views.shown_places:
                own, moved_to = claims.get(row[key], []), f"{edition.address}api/v1/{table}/{row[key]}.json"
                yield Download(f"data/{table}/{row[key]}.json", record_json(row, own, moved_to), JSON)


def claims_by_record(edition: Edition, table: str) -> dict[str, list[Claim]]:
    """Returns id -> the claims whose subject or source the record is, in the order of the tables."""
    key = "source_id" if table == "sources" else "subject_id"
    about = edition.claims if table == "sources" else edition.claims.query("subject_kind == @SUBJECTS[@table]")
    ids = about.sort_values(["table", "row"]).groupby(key)["claim_id"].agg(list)
    return {record: [edition.views.claims[each] for each in claims] for record, claims in ids.items()}


def record_json(row: dict, claims: list[Claim], moved_to: str) -> bytes:
    """Returns the row and its claims; what is not stated is left out. `moved_to` is where the whole record is now."""
    plain = [{k: v for k, v in vars(claim).items() if v not in (None, (), "")} for claim in claims]
    body = {**{k: v for k, v in row.items() if v is not None}, "claims": plain, "moved_to": moved_to}
    return json.dumps(body, ensure_ascii=False, indent=1, default=plain_number).encode()

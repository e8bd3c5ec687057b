"""Each pairing, project, place and source as JSON: `data/<kind>/<id>.json`, its row and every claim that names it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict

from build_scripts.exports.encode import plain_number
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views

KINDS = {"pairings": "pairing_id", "projects": "project_id", "places": "place_id", "sources": "source_id"}
SUBJECT_TABLES = {"pairing": "pairings", "project": "projects", "place": "places"}


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns one JSON file for each record that has a page."""
    claims = claims_by_record(views)
    return {
        f"data/{table}/{row[key]}.json": record_json(row, claims.get((table, row[key]), []))
        for table, key in KINDS.items()
        for row in views.tables[table].to_dict("records")
        if table != "places" or row[key] in views.shown_places
    }


def claims_by_record(views: Views) -> dict[tuple[str, str], list[dict]]:
    """Returns (table, id) -> the claims whose subject or source it is."""
    found = defaultdict(list)
    for claim in views.claims.values():
        plain = {k: v for k, v in asdict(claim).items() if v not in (None, (), "")}
        if claim.subject_kind in SUBJECT_TABLES:
            found[SUBJECT_TABLES[claim.subject_kind], claim.subject_id].append(plain)
        found["sources", claim.source_id].append(plain)
    return found


def record_json(row: dict, claims: list[dict]) -> bytes:
    body = {**{k: v for k, v in row.items() if v is not None}, "claims": claims}
    return json.dumps(body, ensure_ascii=False, indent=1, default=plain_number).encode()

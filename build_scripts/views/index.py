"""Lookups made once for a site, so that no page walks through a whole table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_scripts.pages.addresses import audit_addresses, conflict_addresses
from build_scripts.views.appearance import places_in_sources
from build_scripts.views.disagreement import split_claims
from build_scripts.views.ledger_totals import derive_ledger_totals
from build_scripts.views.model import Audit, Claim, Conflict, Fact, Signal, Total, Views
from build_scripts.views.places import PlaceIndex, index_places, places_in_use

Row = dict
Subject = tuple[str, str]  # (kind, id)
KEYS = {
    "places": "place_id",
    "organisations": "org_id",
    "sources": "source_id",
    "pairings": "pairing_id",
    "projects": "project_id",
    "measures": "measure_id",
    "events": "event_id",
    "instruments": "instrument_id",
    "pairing_claims": "claim_id",
}


@dataclass(frozen=True, eq=False)
class Index:
    """Every record by its id, and the ids or records that belong to it. Absent keys mean: none."""

    rows: dict[str, dict[str, Row]]  # table -> id -> row
    facts: dict[Subject, list[Fact]]
    fact_of: dict[str, Fact]  # claim id -> the fact it belongs to
    facts_of_measure: dict[str, list[Fact]]
    totals: dict[Subject, list[Total]]
    audits: dict[Subject, list[Audit]]
    audit_addresses: dict[str, str]  # audit id -> the row on its page
    conflict_addresses: dict[str, str]
    audits_of_claim: dict[str, list[Audit]]
    audits_of_source: dict[str, list[Audit]]
    conflicts: dict[Subject, list[Conflict]]
    conflicts_of_claim: dict[str, list[Conflict]]
    signals: dict[Subject, list[Signal]]
    claims_of_source: dict[str, list[Claim]]  # in order of appearance
    place_in_source: dict[str, int]  # claim id -> 1 for the first claim of its source, and so on
    split_claims: frozenset[str]  # what carries the split seal
    pairings_of_source: dict[str, list[Row]]  # rows of pairings and pairing_claims
    projects_of_source: dict[str, list[Row]]
    events_of_source: dict[str, list[Row]]
    parts_of_source: dict[str, list[Row]]
    as_provider: dict[str, list[Row]]  # place id -> pairings
    as_recipient: dict[str, list[Row]]
    parts_of_pairing: dict[str, list[Row]]
    next_rounds: dict[str, list[Row]]
    witnesses: dict[str, list[Row]]
    events_of_pairing: dict[str, list[Row]]
    projects_of_pairing: dict[str, list[Row]]
    projects_of_place: dict[str, list[Row]]
    members: dict[str, list[Row]]  # umbrella project -> its members
    parts_of_place: dict[str, list[Row]]
    organisations_of_place: dict[str, list[Row]]
    places: PlaceIndex
    shown_places: dict[str, Row]  # places that have a page


def build_index(views: Views) -> Index:
    """Returns the Index of all views; the time is linear in the number of rows."""
    tables = {name: frame.to_dict("records") for name, frame in views.tables.items()}
    rows = {name: {row[key]: row for row in tables[name]} for name, key in KEYS.items()}
    places = index_places(views.tables["places"])
    totals = views.totals + derive_ledger_totals(views.tables, views.claims, views.totals)
    appearance = places_in_sources(views.claims)
    subjects = {claim.claim_id: subjects_of(claim, rows["projects"]) for claim in views.claims.values()}
    shown = places_in_use(views.tables)
    return Index(
        rows=rows,
        facts=group(views.facts, lambda f: (f.subject_kind, f.subject_id)),
        fact_of={claim: fact for fact in views.facts for claim in fact.claims},
        facts_of_measure=group(views.facts, lambda f: f.what.removeprefix("measure:")),
        totals=group(totals, lambda t: (t.subject_kind, t.subject_id)),
        audits=spread(views.audits, lambda a: dict.fromkeys(s for c in a.claims for s in subjects[c])),
        audit_addresses=audit_addresses(views.audits),
        conflict_addresses=conflict_addresses(views.conflicts),
        audits_of_claim=spread(views.audits, lambda a: a.claims),
        audits_of_source=group(views.audits, lambda a: a.source_id),
        conflicts=group(views.conflicts, lambda c: (c.subject_kind, c.subject_id)),
        conflicts_of_claim=spread(views.conflicts, lambda c: c.claims),
        signals=group(views.signals, lambda s: (s.subject_kind, s.subject_id)),
        claims_of_source=group((views.claims[key] for key in appearance), lambda c: c.source_id),
        place_in_source=appearance,
        split_claims=split_claims(views),
        pairings_of_source=group(tables["pairings"] + tables["pairing_claims"], by("source_id")),
        projects_of_source=group(tables["projects"], by("source_id")),
        events_of_source=group(tables["events"], by("source_id")),
        parts_of_source=group(tables["sources"], by("parent_source_id")),
        as_provider=group(
            tables["pairings"], lambda row: row["provider_place_id"] or place_of_org(row, "provider", rows)
        ),
        as_recipient=group(
            tables["pairings"], lambda row: row["recipient_place_id"] or place_of_org(row, "recipient", rows)
        ),
        parts_of_pairing=group(tables["pairings"], by("parent_pairing_id")),
        next_rounds=group(tables["pairings"], by("supersedes_id")),
        witnesses=group(tables["pairing_claims"], by("pairing_id")),
        events_of_pairing=group(tables["events"], by("pairing_id")),
        projects_of_pairing=group(tables["projects"], by("pairing_id")),
        projects_of_place=group(tables["projects"], by("place_id")),
        members=group(tables["projects"], by("parent_project_id")),
        parts_of_place=group([rows["places"][key] for key in shown], by("parent_id")),
        organisations_of_place=group(tables["organisations"], by("place_id")),
        places=places,
        shown_places={key: rows["places"][key] for key in shown},
    )


def by(column: str) -> Callable[[Row], str | None]:
    return lambda row: row[column]


def group(items: Iterable, key: Callable) -> dict:
    """Returns key -> items in order; items whose key is None are left out."""
    groups = defaultdict(list)
    for item in items:
        if (name := key(item)) is not None:
            groups[name].append(item)
    return dict(groups)


def spread(items: Iterable, keys: Callable) -> dict:
    """Returns key -> items in order, each item under all of its keys."""
    groups = defaultdict(list)
    for item in items:
        for name in keys(item):
            groups[name].append(item)
    return dict(groups)


def subjects_of(claim: Claim, projects: dict[str, Row]) -> list[Subject]:
    """A claim about a project also concerns the project's pairing."""
    pairing = projects[claim.subject_id]["pairing_id"] if claim.subject_kind == "project" else None
    return [claim.subject, ("pairing", pairing)] if pairing else [claim.subject]


def place_of_org(row: Row, side: str, rows: dict[str, dict[str, Row]]) -> str | None:
    """The place of the organisation at one side of a pairing that names no place there."""
    organisation = row[f"{side}_org_id"]
    return rows["organisations"][organisation]["place_id"] if organisation else None


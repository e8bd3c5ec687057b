"""Lookups made once for a site, so that nobody walks through a whole table to find a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter, itemgetter

import pandas as pd

from build_scripts.ledger.proofs import Key, with_proof
from build_scripts.views.appearance import places_in_sources
from build_scripts.views.disagreement import split_claims
from build_scripts.views.model import Audit, Claim, Conflict, Fact, Index, Row, Signal, Subject, Total
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.within import derive_within

KEYS = {
    "places": "place_id",
    "organisations": "org_id",
    "sources": "source_id",
    "pairings": "pairing_id",
    "projects": "project_id",
    "measures": "measure_id",
    "events": "event_id",
    "instruments": "instrument_id",
    "milestones": "milestone_id",
    "pairing_claims": "claim_id",
}
GROUPED = {  # field of Index -> (table, the column that its rows are grouped by)
    "projects_of_source": ("projects", "source_id"),
    "events_of_source": ("events", "source_id"),
    "parts_of_source": ("sources", "parent_source_id"),
    "parts_of_pairing": ("pairings", "parent_pairing_id"),
    "next_rounds": ("pairings", "supersedes_id"),
    "witnesses": ("pairing_claims", "pairing_id"),
    "events_of_pairing": ("events", "pairing_id"),
    "projects_of_pairing": ("projects", "pairing_id"),
    "projects_of_place": ("projects", "place_id"),
    "members": ("projects", "parent_project_id"),
    "organisations_of_place": ("organisations", "place_id"),
}
NAMED = ("pairing", "project", "measure")  # what a row of `aliases` may name
subject_of = attrgetter("subject")


def build_index(
    listed: dict[str, list[Row]],
    places: PlaceIndex,
    ends: Ends,
    shown_places: dict[str, Row],
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    totals: tuple[Total, ...],
    audits: tuple[Audit, ...],
    conflicts: tuple[Conflict, ...],
    signals: tuple[Signal, ...],
) -> Index:
    """Returns the Index of all that was derived, `listed` being the rows of each table; the time is linear in them."""
    rows = {name: {row[key]: row for row in listed[name]} for name, key in KEYS.items()}
    subjects = {claim.claim_id: subjects_of(claim, rows["projects"]) for claim in claims.values()}
    place_in_source = places_in_sources(claims)
    return Index(
        rows=rows,
        facts=group(facts, subject_of),
        fact_of={claim: fact for fact in facts for claim in fact.claims},
        facts_of_measure=group(facts, attrgetter("measure_id")),
        totals=group(totals, subject_of),
        audits=spread(audits, lambda audit: dict.fromkeys(s for claim in audit.claims for s in subjects[claim])),
        audits_of_claim=spread(audits, attrgetter("claims")),
        audits_of_source=group(audits, attrgetter("source_id")),
        place_of_audit=places_in_verdicts(audits, attrgetter("audit_id")),
        conflicts=group(conflicts, subject_of), signals=group(signals, subject_of),
        place_of_conflict=places_in_verdicts(conflicts, attrgetter("conflict_id")),
        conflicts_of_claim=spread(conflicts, attrgetter("claims")),
        claims_of_source=group((claims[key] for key in place_in_source), attrgetter("source_id")),
        place_in_source=place_in_source,
        split_claims=split_claims(facts, audits, conflicts),
        pairings_of_source=group(listed["pairings"] + listed["pairing_claims"], itemgetter("source_id")),
        as_provider=group(listed["pairings"], lambda row: ends[row["pairing_id"]][0]),
        as_recipient=group(listed["pairings"], lambda row: ends[row["pairing_id"]][1]),
        aliases=further_names(listed.get("aliases", ())),
        parts_of_place=group(shown_places.values(), itemgetter("parent_id")),
        **derive_within(facts, places, ends, rows),
        **{field: group(listed[table], itemgetter(column)) for field, (table, column) in GROUPED.items()},
    )


def further_names(rows: Iterable[Row]) -> dict[Subject, list[str]]:
    """Returns subject -> its short and common names, from the rows of `aliases`, a table that a ledger may lack."""
    named = [((kind, row[f"{kind}_id"]), row["alias"]) for row in rows for kind in NAMED if row[f"{kind}_id"]]
    return {subject: [alias for other, alias in named if other == subject] for subject, _ in named}


def listed_rows(tables: dict[str, pd.DataFrame], proved: frozenset[Key]) -> dict[str, list[Row]]:
    """Returns table -> its rows; one with evidence has `proof` beside its cells."""
    marked = {name: with_proof(frame, name, proved) if "start" in frame else frame for name, frame in tables.items()}
    return {name: frame.to_dict("records") for name, frame in marked.items()}


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


def places_in_verdicts(items: Iterable[Audit] | Iterable[Conflict], key: Callable) -> dict[str, int]:
    """Returns id -> 1 for the first item of its verdict, 2 for the next: the order in which pages list them."""
    by_verdict = group(items, attrgetter("verdict"))
    return {key(item): place for listed in by_verdict.values() for place, item in enumerate(listed, start=1)}


def subjects_of(claim: Claim, projects: dict[str, Row]) -> list[Subject]:
    """A claim about a project also concerns the project's pairing."""
    pairing = projects[claim.subject_id]["pairing_id"] if claim.subject_kind == "project" else None
    return [claim.subject, ("pairing", pairing)] if pairing else [claim.subject]

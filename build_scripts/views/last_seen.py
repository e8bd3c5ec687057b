"""In which year a document last spoke of a pairing: by its own rows, or by what it prints of the two places.

A figure that stands on the place that receives, with the place that gives beside it, speaks of their pairing of the
round in which its period ends, also where it names either as one of several (天津市、山东省).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pandas as pd

from build_scripts.views.claims import days_of
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of
from build_scripts.views.places import Ends, chain_of, names_of
from build_scripts.views.programmes import FIRST_ROUND, PRESENT, PRESENT_FROM

ROUNDS = {FIRST_ROUND: ("", PRESENT_FROM), PRESENT: (PRESENT_FROM, "~")}  # first day, day after the last
SPEAKING = ("pairings", "pairing_claims", "events", "projects")  # tables whose rows name a pairing and a document
UNSEEN = "", False
JOIN = "、"  # between the places that the name of a group lists
Seen = tuple[str, bool]  # a year, and whether the document prints it; else it was judged by the editors


def last_seen(tables: dict[str, pd.DataFrame], claims: dict[str, Claim], ends: Ends) -> dict[str, Seen]:
    """Returns pairing id -> the year of the latest document that speaks of it, and whether one prints that year;
    undated documents say nothing.
    """
    published = years_of_sources(tables["sources"])
    owner = tables["projects"].set_index("project_id")["pairing_id"].dropna().to_dict()
    rows = pd.concat([tables[name][["pairing_id", "source_id"]] for name in SPEAKING])
    spoken = [*rows.dropna().itertuples(index=False, name=None)]
    spoken += [
        (owner.get(claim.subject_id, claim.subject_id), claim.source_id)
        for claim in claims.values()
        if claim.subject_kind in ("pairing", "project")
    ]
    years: dict[str, Seen] = {}
    of_places = [(key, claim.source_id) for key, claim in spoken_of_places(tables, claims.values(), ends)]
    for pairing, source in [*spoken, *of_places]:
        years[pairing] = max(years.get(pairing, UNSEEN), published.get(source, UNSEEN))
    return {pairing: seen for pairing, seen in years.items() if seen != UNSEEN}


def years_of_sources(sources: pd.DataFrame) -> dict[str, Seen]:
    """Returns source id -> the year in which it appeared, and whether that is printed; dated sources alone."""
    days = days_of(sources).items()
    return {key: (day["published"][:4], not day["is_published_judged"]) for key, day in days if day["published"]}


def spoken_of_places(
    tables: dict[str, pd.DataFrame], claims: Iterable[Claim], ends: Ends
) -> Iterator[tuple[str, Claim]]:
    """Yields (pairing id, claim) of figures that stand on a place and name who gives."""
    listed, pairings = listed_places(tables["places"]), defaultdict(list)
    for key, programme in tables["pairings"][["pairing_id", "programme"]].itertuples(index=False, name=None):
        pairings[ends[key], programme].append(key)
    for claim in claims:
        if claim.subject_kind != "place" or not claim.payer_id or not (span := span_of(claim.period)):
            continue
        givers, recipients = ((place, *listed.get(place, ())) for place in (claim.payer_id, claim.subject_id))
        for programme, (first, after) in ROUNDS.items():
            if first <= span[1] < after:
                for pair in product(givers, recipients):
                    yield from ((key, claim) for key in pairings[pair, programme])


def listed_places(places: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Returns group -> the places that its name lists, where each part of it is a name or an alias of one place alone
    among those in the place that the group lies in.
    """
    rows = places.to_dict("records")
    parents, bearers = {row["place_id"]: row["parent_id"] for row in rows}, defaultdict(set)
    for row in rows:
        for name in names_of(row):
            if row["level"] != "group":
                bearers[name].add(row["place_id"])
    found: dict[str, tuple[str, ...]] = {}
    for group in (row for row in rows if row["level"] == "group" and JOIN in row["name"]):
        above = group["parent_id"]
        parts = [
            [place for place in bearers[part] if above in chain_of(place, parents)]
            for part in group["name"].split(JOIN)
        ]
        if all(len(part) == 1 for part in parts):
            found[group["place_id"]] = tuple(part[0] for part in parts)
    return found

"""In which year a document last spoke of a pairing: by its own rows, or by what it prints of the two places.

A figure that stands on the place that receives, with the place that gives beside it, speaks of their pairing of the
round in which its period ends, also where it names the giver as one of several (天津市、山东省).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

from build_scripts.views.claims import days_of
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of
from build_scripts.views.places import Ends
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
    for pairing, source in [*spoken, *spoken_of_places(tables, claims.values(), ends)]:
        years[pairing] = max(years.get(pairing, UNSEEN), published.get(source, UNSEEN))
    return {pairing: seen for pairing, seen in years.items() if seen != UNSEEN}


def years_of_sources(sources: pd.DataFrame) -> dict[str, Seen]:
    """Returns source id -> the year in which it appeared, and whether that is printed; dated sources alone."""
    days = days_of(sources).items()
    return {key: (day["published"][:4], not day["is_published_judged"]) for key, day in days if day["published"]}


def spoken_of_places(tables: dict[str, pd.DataFrame], claims: Iterable[Claim], ends: Ends) -> Iterator[tuple[str, str]]:
    """Yields (pairing id, source id) of figures that stand on a place and name who gives."""
    listed, pairings = listed_places(tables["places"]), defaultdict(list)
    for key, programme in tables["pairings"][["pairing_id", "programme"]].itertuples(index=False, name=None):
        pairings[ends[key], programme].append(key)
    for claim in claims:
        if claim.subject_kind != "place" or not claim.payer_id or not (span := span_of(claim.period)):
            continue
        for giver in (claim.payer_id, *listed.get(claim.payer_id, ())):
            for programme, (first, after) in ROUNDS.items():
                if first <= span[1] < after:
                    yield from ((key, claim.source_id) for key in pairings[(giver, claim.subject_id), programme])


def listed_places(places: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Returns group -> the places that its name lists, where each part of it is the name of one place alone."""
    named = dict(zip(places["name"], places["place_id"], strict=True))
    once = {name for name, n in Counter(places["name"]).items() if n == 1}
    groups = places.loc[places["level"] == "group", ["place_id", "name"]].itertuples(index=False, name=None)
    parts = {group: name.split(JOIN) for group, name in groups}
    lists = {group: each for group, each in parts.items() if len(each) > 1 and once.issuperset(each)}
    return {group: tuple(named[part] for part in each) for group, each in lists.items()}

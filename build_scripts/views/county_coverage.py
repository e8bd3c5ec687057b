"""Coverage: the counties on official lists and the printed counts of pairs, held against the pairings that are known.

A county counts in a round where an arrangement of the round (`programme_scope`) takes it in, by itself, its prefecture
or its province: so of Hebei, Jilin, Hubei and Hunan only the prefectures that took part. The list of 832 counts in both
rounds, since the counties that left it went on being helped; the list of 160 counts since 2021.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

from build_scripts.views.account_line import AccountLine
from build_scripts.views.coverage import Coverage, Gaps, ListedCounty
from build_scripts.views.dated_pairings import PROGRAMMES, DatedPairing, dated_pairings
from build_scripts.views.flow_sums import bounded
from build_scripts.views.main_lines import main_lines
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import overlap, span_of
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.printed_counts import printed_counts
from build_scripts.views.witnesses import without_repeats
from build_scripts.views.year_coverage import coverage_by_year

Tables = dict[str, pd.DataFrame]
LISTS = {"2016/2020": ("poor_county_832",), "2021/": ("poor_county_832", "key_county_160")}
PARTLY_READ = {"key_county_160": 160}  # list of which designations.csv holds some counties only -> how many it has


def derive_coverage(
    tables: Tables,
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    account: tuple[AccountLine, ...],
    places: PlaceIndex,
    ends: Ends,
    wider: dict[str, tuple[str, ...]],
    gaps: Gaps,
) -> Coverage:
    """Returns the listed counties in order of round, list and code; the printed counts; the main printed sums; what
    is known of each year.
    """
    dated = dated_pairings(tables, claims, ends)
    shown = without_repeats({fact.shown: claims[fact.shown] for fact in facts}, tables["sources"]).values()
    return Coverage(
        tuple(listed_counties(tables, dated, places)),
        printed_counts(shown, dated, places, wider),
        main_lines(account, tables["pairings"]),
        coverage_by_year(dated, gaps, places),
    )


def listed_counties(tables: Tables, dated: dict[str, DatedPairing], places: PlaceIndex) -> Iterator[ListedCounty]:
    """Yields each county of each list that counts in a round and that an arrangement of the round takes in."""
    listed = tables["designations"].sort_values("place_id").groupby("designation")["place_id"].agg(list)
    for round_key, names in LISTS.items():
        scope, helped = places_in_scope(tables["programme_scope"], round_key), helped_places(dated, round_key)
        for name in names:
            for county in listed.get(name, ()):
                if scope & {*places.chain(county)}:
                    known = known_of(county, helped, places)
                    yield ListedCounty(round_key, name, places.province_of(county), county, *known)


def places_in_scope(scope: pd.DataFrame, round_key: str) -> set[str]:
    """Returns the recipients of the arrangements of a round: those of its programme that run to its end."""
    end = span_of(bounded(round_key))[1]
    return {
        row["recipient_place_id"]
        for row in scope[scope["programme"] == PROGRAMMES[round_key]].to_dict("records")
        if overlap(bounded(f"{row['valid_from']}/{row['valid_to'] or ''}"), end)
    }


def helped_places(dated: dict[str, DatedPairing], round_key: str) -> dict[str, dict[str, list[str]]]:
    """Returns recipient -> `paired` or `undated` -> ids of its pairings in a round."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pairing in dated.values():
        if pairing.programme == PROGRAMMES[round_key] and (state := pairing.state_in(round_key)):
            found[pairing.recipient_id][state].append(pairing.pairing_id)
    return found


def known_of(county: str, helped: dict, places: PlaceIndex) -> tuple[str, tuple[str, ...]]:
    """Returns (state, ids of the pairings that make it) of a county in a round: see ListedCounty."""
    for state in ("paired", "undated"):
        if ids := helped.get(county, {}).get(state):
            return state, tuple(ids)
    above = [place for place in places.chain(county)[1:] if places.level(place) == "prefecture"]
    ids = [key for place in above for found in helped.get(place, {}).values() for key in found]
    return ("wider", tuple(ids)) if ids else ("none", ())


def by_list(counties: Iterable[ListedCounty]) -> dict[tuple[str, str], dict[str, list[ListedCounty]]]:
    """Returns (round, list) -> province -> its listed counties."""
    found: dict[tuple[str, str], dict[str, list[ListedCounty]]] = defaultdict(lambda: defaultdict(list))
    for each in counties:
        found[each.round_key, each.designation][each.province_id].append(each)
    return {key: dict(groups) for key, groups in found.items()}


def states_of(counties: Iterable[ListedCounty]) -> Counter:
    """Returns state -> the number of counties in it."""
    return Counter(each.state for each in counties)

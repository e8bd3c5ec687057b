"""Who helps a place, who did before, with what money, in which projects, and how sure that is.

One answer a place that receives: provinces, prefectures, counties and all below that have a pairing. A county of which
nothing was read is answered by the nearest place above it that has an answer, named as such. A helper of the present
round is not called present because its end is unknown but because a document names it: the year is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from build_scripts.views.headline import precedence, provider_of_pairings
from build_scripts.views.last_seen import UNSEEN, last_seen
from build_scripts.views.model import Claim
from build_scripts.views.places import PlaceIndex
from build_scripts.views.programmes import FIRST_ROUND, OF_EAST_WEST, PRESENT, PRESENT_FROM, SEVERAL
from build_scripts.views.said import NOTHING, Answer, Headline, Helper, Subject, Term
from build_scripts.views.stated_terms import days_of_term, term_of
from build_scripts.views.witnesses import without_repeats, witness_of

Tables = dict[str, pd.DataFrame]
Ends = dict[str, tuple[str | None, str | None]]  # pairing id -> (provider place, recipient place)


def derive_answers(
    tables: Tables,
    claims: dict[str, Claim],
    headlines: dict[Subject, Headline],
    places: PlaceIndex,
    ends: Ends,
    further: dict[str, tuple[Term, ...]],
    today: str,
) -> dict[str, Answer]:
    """Returns place id -> Answer of every place that receives, and of every county of a province in a scope.

    A pairing of the present round whose last day has passed helped before; one whose first day is to come helps later.
    """
    helpers = helpers_by_place(tables, claims, ends, further)
    projects = projects_within(tables["projects"], places)
    proofs = proofs_by_place(without_repeats(claims, tables["sources"]), ends)
    scope, pairings = scope_by_place(tables["programme_scope"]), tables["pairings"]
    within, ever = (pairings_within(pairings, programmes, ends, places) for programmes in ((PRESENT,), OF_EAST_WEST))
    wanted = dict.fromkeys([*helpers, *counties_in_scope(scope, places)])
    found = {
        key: answer_of(key, helpers.get(key, ()), headlines, projects, proofs, rounds_of(key, scope, places), today)
        for key in wanted
    }
    return {
        key: replace(answer, within=tuple(within[key]), within_ever=tuple(ever[key])) for key, answer in found.items()
    }


def scope_by_place(scope: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Returns recipient place -> the programmes whose arrangement names it."""
    return scope.groupby("recipient_place_id")["programme"].agg(frozenset).to_dict()


def rounds_of(place: str, scope: dict[str, frozenset[str]], places: PlaceIndex) -> frozenset[str]:
    """Returns the programmes whose arrangement takes in a place, by itself or by what it lies in."""
    return frozenset().union(*(scope.get(key, frozenset()) for key in places.chain(place)))


def counties_in_scope(scope: dict[str, frozenset[str]], places: PlaceIndex) -> list[str]:
    """Returns every county of a province in which a place receives by the arrangements, in the order of the table."""
    provinces = {places.province_of(place) for place in scope} - {None}
    return [key for key, level in places.levels.items() if level == "county" and places.province_of(key) in provinces]


def answer_of(
    place: str,
    helpers: Iterable[Helper],
    headlines: dict[Subject, Headline],
    projects: Counter,
    proofs: dict[str, Counter],
    rounds: frozenset[str],
    today: str,
) -> Answer:
    ordered = sorted(helpers, key=last_first, reverse=True)
    subjects = [("place", place), *(("pairing", helper.pairing_id) for helper in ordered)]
    leads = [lead for subject in subjects if (lead := headlines.get(subject, NOTHING).assistance)]
    coming = tuple(h for h in ordered if h.programme == PRESENT and h.begins > today)
    present = tuple(h for h in ordered if h.programme == PRESENT and h.begins <= today <= (h.ends or today))
    money = {lead.payer: lead for lead in sorted(leads, key=precedence, reverse=True)}
    return Answer(
        place,
        present=present,
        former=tuple(h for h in ordered if h.programme in OF_EAST_WEST and h not in (*present, *coming)),
        other=tuple(h for h in ordered if h.programme not in (*OF_EAST_WEST, SEVERAL)),
        several=tuple(h for h in ordered if h.programme == SEVERAL),
        coming=coming,
        money=tuple(sorted(money.values(), key=precedence)),
        projects=projects[place],
        proofs=tuple(sorted(proofs.get(place, Counter()).items())),
        rounds=rounds,
    )


def last_first(helper: Helper) -> tuple[str, str, str]:
    return helper.seen or helper.term.last or "", helper.term.first or "", helper.pairing_id


def helpers_by_place(
    tables: Tables, claims: dict[str, Claim], ends: Ends, further: dict[str, tuple[Term, ...]]
) -> dict[str, list[Helper]]:
    """Returns recipient place -> its helpers."""
    providers, seen = provider_of_pairings(tables["pairings"]), last_seen(tables, claims, ends)
    stated = stated_pairs(tables)
    found: dict[str, list[Helper]] = defaultdict(list)
    for row in tables["pairings"].to_dict("records"):
        key, recipient, term = row["pairing_id"], ends[row["pairing_id"]][1], term_of(row)
        if recipient and key in providers:
            is_judged = is_pair_judged(row) and key not in stated
            told = further.get(key, ())
            of = row["stated_of"] or "", row["stated_of_en"] or row["stated_of"] or ""
            year, is_printed = seen.get(key, UNSEEN)
            is_round = is_round_judged(row, year if is_printed or row["programme"] == FIRST_ROUND else "")
            is_seen_judged = bool(year) and not is_printed
            flags = {"is_judged": is_judged, "is_round_judged": is_round, "is_seen_judged": is_seen_judged}
            flags |= dict(zip(("begins", "ends"), days_of_term(row), strict=True))
            helper = Helper(key, providers[key], row["programme"], term, year or None, told, stated_of=of, **flags)
            found[recipient].append(helper)
    return dict(found)


def is_pair_judged(row: dict) -> bool:
    """True where an end of a pairing is the editors' reading of works, money or lists: no document pairs the two."""
    inferred = row["inferred"] if isinstance(row["inferred"], str) else ""
    return not {"provider_place_id", "recipient_place_id"}.isdisjoint(inferred.split())


def is_round_judged(row: dict, seen: str) -> bool:
    """True where the editors chose the round of an undated pairing against the day of its documents, or without one."""
    inferred = row["inferred"] if isinstance(row["inferred"], str) else ""
    is_undated = not row["valid_from"] and not row["valid_to"]
    is_late, programme = seen >= PRESENT_FROM[:4], row["programme"]
    is_doubtful = not seen or {FIRST_ROUND: is_late, PRESENT: not is_late}.get(programme, False)
    return is_undated and is_doubtful and programme in OF_EAST_WEST and "programme" in inferred.split()


def stated_pairs(tables: Tables) -> set[str]:
    """Returns the pairings that a further document states; a copy of the one that their row rests on is none."""
    witness = witness_of(tables["sources"])
    ids = ["pairing_id", "source_id"]
    pairings, claims = (tables[name][ids].itertuples(index=False) for name in ("pairings", "pairing_claims"))
    own = {row.pairing_id: witness(row.source_id) for row in pairings}
    return {row.pairing_id for row in claims if witness(row.source_id) != own.get(row.pairing_id)}


def pairings_within(
    pairings: pd.DataFrame, programmes: tuple[str, ...], ends: Ends, places: PlaceIndex
) -> dict[str, list[str]]:
    """Returns place id -> pairings of these programmes with places below it."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in pairings.loc[pairings["programme"].isin(programmes), "pairing_id"]:
        for above in places.chain(ends[key][1])[1:]:
            found[above].append(key)
    return found


def projects_within(projects: pd.DataFrame, places: PlaceIndex) -> Counter:
    """Returns place id -> projects at the place or anywhere within it; bundles are not counted beside members."""
    single = projects[~projects["is_umbrella"].fillna(False).astype(bool)]
    return Counter(above for place in single["place_id"].dropna() for above in places.chain(place))


def proofs_by_place(claims: dict[str, Claim], ends: Ends) -> dict[str, Counter]:
    """Returns place id -> state of proof -> claims on the place or on a pairing that it receives by."""
    found: dict[str, Counter] = defaultdict(Counter)
    for claim in claims.values():
        place = claim.subject_id if claim.subject_kind == "place" else ends.get(claim.subject_id, (None, None))[1]
        if place:
            found[place][claim.proof] += 1
    return dict(found)


def recipients_by_helper(scope: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """Returns (provider place, programme) -> the places that an arrangement of that round names as its recipients."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in scope.itertuples():
        found[row.provider_place_id, row.programme].add(row.recipient_place_id)
    return dict(found)


def going_on(answer: Answer) -> tuple[Helper, ...]:
    """Returns the present helpers that helped before too: told only as former ones they would seem to have ended."""
    former = {helper.provider for helper in answer.former}
    return tuple(helper for helper in answer.present if helper.provider in former)


def reaches(helper: Helper, above: str, place: str, scope: dict[tuple[str, str], set[str]], places: PlaceIndex) -> bool:
    """False where the arrangement of a helper's round names parts of the place `above`, none of which holds `place`."""
    within = {key for key in scope.get((helper.provider[1], helper.programme), ()) if above in places.chain(key)}
    return not within or above in within or not within.isdisjoint(places.chain(place))


def stand_ins(place: str, answers: dict[str, Answer], places: PlaceIndex) -> list[str]:
    """Returns the places above whose answers are given: the nearest of which something is known, and on to the first
    of which it is known who helps now and who helped before.
    """
    found = []
    for key in places.chain(place)[1:]:
        if key in answers and answers[key].is_known:
            found.append(key)
            if is_helped(answers[key]) and answers[key].former:
                break
    return found


def is_helped(answer: Answer) -> bool:
    """True where somebody helps now of whom a document says so: who is only inferred leaves the question open."""
    return not all(helper.is_judged for helper in answer.present)

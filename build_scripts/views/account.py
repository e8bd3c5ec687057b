"""The account: each printed sum of money held against what is printed below it, of one stage and one source of money.

A line is a sum that a document prints of the nation, or of a pairing with money below it, for one window. Located
below it is what the ledger may add (adding.py) of the pairings and projects under it, at the same stage, from the same
source of money, inside that very window; what is printed jointly of fiscal and social money is a source of its own.
What lies outside the window, or may hold the same money as what is added, is left out with its reason. More below than
above is a finding, never a negative remainder. What is printed below at other stages is told beside a line and never
held against it. A running total that does not say since when is no line, nor is what was there on a day: nothing can
be said to lie inside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pandas as pd

from build_scripts.views.account_line import LEVELS, AccountLine, key_of
from build_scripts.views.adding import Choice, across, added, choose, reaches_back, reason_alone
from build_scripts.views.flow_sums import reason_of_window
from build_scripts.views.ledger_totals import Wider, between_pairings, printed_ends
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import span_of
from build_scripts.views.programmes import EAST_WEST, PROGRAMME_CLASSES
from build_scripts.views.totals import exclusion_in, pairing_of_projects, witness_of

COUNTRY = ("place", "cn")
LEVEL_OF = {"province": "province"}  # of pairings; every other level is local
Excludes = Callable[[Claim, Claim], str | None]


def derive_account(
    tables: dict[str, pd.DataFrame], claims: dict[str, Claim], facts: tuple[Fact, ...], wider: Wider
) -> tuple[AccountLine, ...]:
    """Returns the lines of the nation, the latest window first, then those of pairings.

    Of a pairing of whole provinces every printed sum is a line; of another one those with something located below.
    """
    shown = {fact.shown for fact in facts}
    pairings = tables["pairings"].set_index("pairing_id")
    programmes = pairings["programme"].map(PROGRAMME_CLASSES).to_dict()
    levels, owner = pairings["level"].to_dict(), pairing_of_projects(tables["projects"])
    home = {c.claim_id: owner.get(c.subject_id, c.subject_id) for c in claims.values() if c.subject_kind != "place"}
    money = [c for c in claims.values() if c.table == "funds" and programmes.get(home.get(c.claim_id)) == EAST_WEST]
    excludes = exclusion_between(home, wider, tables)
    below = money_below(money, home, wider)
    national = [c for c in claims.values() if c.subject == COUNTRY and c.table == "funds"]
    lines = lines_of(national, lambda claim: money, shown, levels, excludes)
    held = [c for c in money if c.subject_kind == "pairing"]
    inner = lines_of(held, lambda claim: below.get(claim.subject_id, []), shown, levels, excludes)
    latest_first = sorted(lines, key=lambda line: span_of(line.period)[::-1], reverse=True)
    return (*latest_first, *(line for line in inner if line.values or levels[line.subject_id] == "province"))


def money_below(money: list[Claim], home: dict[str, str], wider: Wider) -> dict[str, list[Claim]]:
    """Returns pairing id -> the claims of its own projects and of the pairings that lie in it."""
    below: dict[str, list[Claim]] = defaultdict(list)
    for claim in money:
        own = (home[claim.claim_id],) if claim.subject_kind == "project" else ()
        for holder in (*wider[home[claim.claim_id]], *own):
            below[holder].append(claim)
    return dict(below)


def exclusion_between(home: dict[str, str], wider: Wider, tables: dict[str, pd.DataFrame]) -> Excludes:
    """Returns why two claims below one sum must not be added, or None: the rules of totals.py and ledger_totals.py."""
    ends, witness, within = printed_ends(tables["pairings"]), witness_of(tables["sources"]), exclusion_in(tables)

    def excludes(a: Claim, b: Claim) -> str | None:
        x, y = home[a.claim_id], home[b.claim_id]
        if x == y:
            return within(a, b)
        is_divided = a.part_of and a.part_of == b.part_of
        return None if is_divided else across(a, b, between_pairings(x, y, wider, ends), witness)

    return excludes


def lines_of(
    above: Iterable[Claim],
    below: Callable[[Claim], list[Claim]],
    shown: set[str],
    levels: dict[str, str],
    excludes: Excludes,
) -> list[AccountLine]:
    """Returns a line for each sum that is printed above; prints of one amount for one window are one line.

    A part of a sum from the same source of money is no line: what is printed below may be of its other parts.
    """
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    above = tuple(above)
    wholes = {(claim.claim_id, claim.fund_source) for claim in above}
    for claim in above:
        if (claim.part_of, claim.fund_source) in wholes:
            continue
        if claim.period and not reaches_back(claim) and reason_alone(claim, shown) in (None, "other_claim", "re_post"):
            groups[*claim.subject, claim.period, claim.fund_source, claim.stage, claim.value].append(claim)
    return [
        line_of(group, [c for c in below(group[0]) if c.fund_source == group[0].fund_source], shown, levels, excludes)
        for group in groups.values()
        if any(reason_alone(claim, shown) is None for claim in group)
    ]


def line_of(
    group: list[Claim], same_source: list[Claim], shown: set[str], levels: dict[str, str], excludes: Excludes
) -> AccountLine:
    first = sorted(group, key=lambda claim: reason_alone(claim, shown) is not None)[0]
    below = [claim for claim in same_source if claim.stage == first.stage]
    choice, outside = located_in(first.period, below, shown, levels, excludes)
    key = key_of(first.period)
    is_partial = "/" not in key and span_of(key) != span_of(first.period)
    year = located_in(key, below, shown, levels, excludes)[0].included if is_partial else ()
    located = {level: [c for c in choice.included if level_of(c, levels) == level] for level in LEVELS}
    return AccountLine(
        *first.subject,
        key,
        first.period,
        first.fund_source,
        first.stage,
        first.value,
        claims=tuple(dict.fromkeys((first.claim_id, *(claim.claim_id for claim in group)))),
        located={level: tuple(c.claim_id for c in found) for level, found in located.items() if found},
        values={level: added(found) for level, found in located.items() if found},
        whole_year=tuple(claim.claim_id for claim in year),
        whole_year_value=added(year) if year else None,
        other_stages=other_stages(first, same_source, shown, levels, excludes),
        left_out=(*choice.left_out, *outside),
    )


def other_stages(
    above: Claim, same_source: list[Claim], shown: set[str], levels: dict[str, str], excludes: Excludes
) -> dict[str, tuple[str, ...]]:
    """Returns stage -> ids of the claims that may be added below at that stage, of all but the printed one."""
    stages = dict.fromkeys(claim.stage for claim in same_source if claim.stage != above.stage)
    found = {
        stage: located_in(above.period, [c for c in same_source if c.stage == stage], shown, levels, excludes)[0]
        for stage in stages
    }
    return {stage: tuple(c.claim_id for c in choice.included) for stage, choice in found.items() if choice.included}


def located_in(
    period: str, below: list[Claim], shown: set[str], levels: dict[str, str], excludes: Excludes
) -> tuple[Choice, list[tuple[str, str]]]:
    """Returns the choice among what is printed inside the window, and (claim id, reason) of what is not inside."""
    dated = [(c, reason_of_window(c, period) if c.period else "no_period") for c in below]
    width = {c.claim_id: LEVELS.index(level_of(c, levels)) for c in below}
    inside = [claim for claim, reason in dated if not reason]
    choice = choose(inside, shown, excludes, width=lambda claim: width[claim.claim_id])
    return choice, [(claim.claim_id, reason) for claim, reason in dated if reason]


def level_of(claim: Claim, levels: dict[str, str]) -> str:
    """Returns the level of LEVELS that a claim stands on."""
    return "project" if claim.subject_kind == "project" else LEVEL_OF.get(levels[claim.subject_id], "local")

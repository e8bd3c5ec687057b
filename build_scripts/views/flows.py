"""Money between provinces, one stage and one period at a time.

A flow is what provider-side sources (class `assistance` of views/totals.py) gave from one province to
another. It is taken from claims on pairings of whole provinces; where these have no figure that covers the
whole period, the shown figures of cities and counties are added up and marked as incomplete, if that says
more. A pair of provinces with a pairing in the period but without a figure of the stage is unknown (value
None), never zero.

Out of it: programmes `mixed`, `unknown`, `ca`, `ip`; claims on projects and places; expected figures; figures
whose period is not inside the flow's; cumulative figures whose beginning is not stated.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from build_scripts.views.adding import shared_qualifier
from build_scripts.views.edges import ROUNDS, Edge, Flow, edges_by_pair
from build_scripts.views.flow_sums import Row, add_up, bounded, covers, total
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import overlap, years_of
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.totals import CLASS_OF

Tables = dict[str, pd.DataFrame]
Claims = dict[str, Claim]
STAGES = ("budgeted", "agreed", "allocated", "disbursed", "received", "spent")


def derive_flows(
    tables: Tables, claims: Claims, facts: tuple[Fact, ...], places: PlaceIndex, ends: Ends
) -> tuple[Flow, ...]:
    """Returns the flows of each round, then of each year, for every stage with a known flow in it."""
    edges = edges_by_pair(tables["pairings"], places, ends)
    money = money_by_pairing(claims)
    shown = {fact.shown for fact in facts}
    flows = [
        flow
        for key in (*ROUNDS, *single_years(money.values()))
        for pair, group in edges.items()
        for flow in flows_of_pair(pair, group, key, money, shown, places)
    ]
    known = {(flow.period_key, flow.stage) for flow in flows if flow.value is not None}
    return tuple(flow for flow in flows if (flow.period_key, flow.stage) in known)


def money_by_pairing(claims: Claims) -> dict[str, list[Claim]]:
    """Returns pairing id -> its claims of assistance money."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.subject_kind == "pairing" and CLASS_OF.get(claim.fund_source) == "assistance":
            found[claim.subject_id].append(claim)
    return dict(found)


def single_years(groups: Iterable[list[Claim]]) -> list[str]:
    """Returns each year that has a money claim of its own."""
    years = {years_of(c.period)[0] for group in groups for c in group if len(years_of(c.period)) == 1}
    return [str(year) for year in sorted(years)]


def flows_of_pair(
    pair: tuple[str, str, str], edges: list[Edge], key: str, money: dict, shown: set[str], places: PlaceIndex
) -> list[Flow]:
    """Returns one flow a stage for a pair of provinces that had a pairing or printed money in the period."""
    stages: dict[str, list[Row]] = defaultdict(list)
    for edge in edges:
        for claim in money.get(edge.pairing_id, ()):
            if claim.period and overlap(claim.period, bounded(key)):
                stages[claim.stage].append((edge, claim))
    active = tuple(e.pairing_id for e in edges if e.term and overlap(bounded(e.term), bounded(key)))
    if not active and not stages:
        return []
    flows = [flow_of_stage(pair, key, stage, stages[stage], active, shown, places) for stage in STAGES]
    return flows if active else [flow for flow in flows if flow.value is not None]  # what ended is not unknown now


def flow_of_stage(
    pair: tuple[str, str, str],
    key: str,
    stage: str,
    rows: list[Row],
    active: tuple[str, ...],
    shown: set[str],
    places: PlaceIndex,
) -> Flow:
    """Returns the flow of one stage from its claims."""
    basis, added, left_out = choose(pair[:2], rows, key, shown, places)
    return Flow(
        *pair[:2],
        key,
        pair[2],
        stage,
        total(added) if added else None,
        shared_qualifier(added),
        basis,
        years=tuple(sorted({year for c in added for year in years_of(c.period)})),
        claims=tuple(c.claim_id for c in added),
        left_out=tuple(left_out),
        pairings=tuple(dict.fromkeys((*active, *(edge.pairing_id for edge, _ in rows)))),
        sources=tuple(dict.fromkeys(c.source_id for c in added)),
    )


def choose(
    provinces: tuple[str, str], rows: list[Row], key: str, shown: set[str], places: PlaceIndex
) -> tuple[str, list[Claim], list[tuple[str, str]]]:
    """Returns (basis, claims to add, [(claim id, reason)] of the rest): see the module's docstring for the choice.

    Reasons, beside those of flow_sums: `within`, a figure that the one of the provinces holds already; `some_years`,
    a figure of the provinces for some of the years, which says less than the sum of the parts.
    """
    whole, whole_out = add_up([row for row in rows if row[0].ends == provinces], key, shown, places)
    parts, parts_out = add_up([row for row in rows if row[0].ends != provinces], key, shown, places)
    is_complete = bool(whole) and covers(whole, key)
    if is_complete or (whole and total(whole) >= total(parts)):
        basis = "province" if is_complete else "province_part"
        return basis, whole, whole_out + parts_out + [(c.claim_id, "within") for c in parts]
    basis = "parts" if parts else "unknown"
    return basis, parts, parts_out + whole_out + [(c.claim_id, "some_years") for c in whole]


def best_stage(flows: Iterable[Flow], period_key: str, programme_class: str = "east_west") -> str | None:
    """Returns the stage with the most known pairs of provinces in a period: the one a diagram shows first."""
    known = Counter(
        f.stage
        for f in flows
        if f.value is not None and (f.period_key, f.programme_class) == (period_key, programme_class)
    )
    return max(known, key=lambda stage: (known[stage], STAGES.index(stage)), default=None)


def flow_name(period_key: str) -> str:
    """Returns the address of a period's diagram: `flow.2016-2020`, `flow.2021-now`, `flow.2017`."""
    first, slash, last = period_key.partition("/")
    return f"flow.{first}-{last or 'now'}" if slash else f"flow.{first}"


def flows_by_period(flows: Iterable[Flow], programme_class: str = "east_west") -> dict[str, list[Flow]]:
    """Returns period -> the flows of its best-known stage, larger ones first, unknown ones last."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for flow in flows:
        if flow.programme_class == programme_class:
            found[flow.period_key].append(flow)
    stages = {key: best_stage(group, key, programme_class) for key, group in found.items()}
    return {
        key: sorted((f for f in found[key] if f.stage == stage),
                    key=lambda f: (f.value is None, -(f.value or 0), f.provider_province))
        for key, stage in stages.items() if stage
    }  # fmt: skip


def best_round(periods: dict[str, list[Flow]]) -> list[str]:
    """Returns the round with the most known flows, where any is known: the one to show where one is shown."""
    known = {key: sum(flow.value is not None for flow in flows) for key, flows in periods.items() if key in ROUNDS}
    return [max(known, key=known.get)] if known else []

"""Money between provinces, one source of money, one stage and one period at a time.

A flow is what provider-side sources (class `assistance` of views/totals.py) gave from one province to
another. It is taken from claims on pairings of whole provinces; where these have no figure that covers the
whole period, the shown figures of cities and counties are added up and marked as incomplete, if that says
more. A pair of provinces with a pairing in the period but without a figure of the stage is unknown (value
None), never zero.

Out of it: programmes `mixed`, `unknown`, `ca`, `ip`; claims on projects and places; expected figures; figures
whose period is not inside the flow's; cumulative figures whose beginning is not stated; what was there on a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from build_scripts.views.adding import shared_qualifier
from build_scripts.views.edges import ROUNDS, Edge, Flow, edges_by_pair
from build_scripts.views.flow_sums import Known, Row, add_up, bounded, covers, total
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import overlap, years_of
from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.totals import MONEY_CLASSES
from build_scripts.views.witnesses import witness_of

Tables = dict[str, pd.DataFrame]
Claims = dict[str, Claim]
STAGES = ("budgeted", "agreed", "allocated", "disbursed", "received", "spent")
SOURCES = MONEY_CLASSES["assistance"]


def derive_flows(
    tables: Tables, claims: Claims, facts: tuple[Fact, ...], places: PlaceIndex, ends: Ends
) -> tuple[Flow, ...]:
    """Returns the flows of each round, then of each year, for every stage and source with a known flow in it."""
    edges = edges_by_pair(tables["pairings"], places, ends)
    money = money_by_pairing(claims)
    known = Known({fact.shown for fact in facts}, places, witness_of(tables["sources"]))
    flows = [
        flow
        for key in (*ROUNDS, *single_years(money.values()))
        for pair, group in edges.items()
        for flow in flows_of_pair(pair, group, key, money, known)
    ]
    kinds = {kind_of(flow) for flow in flows if flow.value is not None}
    return tuple(flow for flow in flows if kind_of(flow) in kinds)


def kind_of(flow: Flow) -> tuple[str, str | None, str | None]:
    """Returns what two flows must share to stand in one diagram: period, stage and source."""
    return flow.period_key, flow.stage, flow.fund_source


def money_by_pairing(claims: Claims) -> dict[str, list[Claim]]:
    """Returns pairing id -> its claims of assistance money."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.subject_kind == "pairing" and claim.fund_source in SOURCES:
            found[claim.subject_id].append(claim)
    return dict(found)


def single_years(groups: Iterable[list[Claim]]) -> list[str]:
    """Returns each year that has a money claim of its own."""
    years = {years_of(c.period)[0] for group in groups for c in group if len(years_of(c.period)) == 1}
    return [f"{year:04d}" for year in sorted(years)]


def flows_of_pair(
    pair: tuple[str, str, str], edges: list[Edge], key: str, money: dict, known: Known
) -> list[Flow]:
    """Returns one flow a stage and source for a pair of provinces that had a pairing or printed money in the period."""
    kinds: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        for claim in money.get(edge.pairing_id, ()):
            if claim.period and overlap(claim.period, bounded(key)):
                kinds[claim.stage, claim.fund_source].append((edge, claim))
    active = tuple(e.pairing_id for e in edges if e.term and overlap(bounded(e.term), bounded(key)))
    if not active and not kinds:
        return []
    flows = [
        flow_of_kind(pair, key, (stage, source), kinds[stage, source], active, known)
        for stage in STAGES
        for source in SOURCES
    ]
    return flows if active else [flow for flow in flows if flow.value is not None]  # what ended is not unknown now


def flow_of_kind(
    pair: tuple[str, str, str],
    key: str,
    kind: tuple[str, str],
    rows: list[Row],
    active: tuple[str, ...],
    known: Known,
) -> Flow:
    """Returns the flow of one stage and source from its claims."""
    basis, added, left_out = choose(pair[:2], rows, key, known)
    return Flow(
        *pair[:2],
        key,
        pair[2],
        *kind,
        total(added) if added else None,
        shared_qualifier(added),
        basis,
        years=tuple(sorted({year for c in added for year in years_of(c.period)})),
        claims=tuple(c.claim_id for c in added),
        left_out=tuple(left_out),
        pairings=tuple(dict.fromkeys((*active, *(edge.pairing_id for edge, _ in rows)))),
        sources=tuple(dict.fromkeys(c.source_id for c in added)),
        ends=tuple(dict.fromkeys(edge.ends for edge, claim in rows if claim in added)),
    )


def choose(
    provinces: tuple[str, str], rows: list[Row], key: str, known: Known
) -> tuple[str, list[Claim], list[tuple[str, str]]]:
    """Returns (basis, claims to add, [(claim id, reason)] of the rest): see the module's docstring for the choice.

    Reasons, beside those of flow_sums: `within`, a figure that the one of the provinces holds already; `some_years`,
    a figure of the provinces for some of the years, which says less than the sum of the parts.
    """
    whole, whole_out = add_up([row for row in rows if row[0].ends == provinces], key, known)
    parts, parts_out = add_up([row for row in rows if row[0].ends != provinces], key, known)
    is_complete = bool(whole) and covers(whole, key)
    if is_complete or (whole and total(whole) >= total(parts)):
        basis = "province" if is_complete else "province_part"
        return basis, whole, whole_out + parts_out + [(c.claim_id, "within") for c in parts]
    basis = "parts" if parts else "unknown"
    return basis, parts, parts_out + whole_out + [(c.claim_id, "some_years") for c in whole]

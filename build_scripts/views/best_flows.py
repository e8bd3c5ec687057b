"""Of the flows of a period those that stand in one diagram: of one stage and source, or of each pair the best known.

Best known is a figure of the two provinces before a sum of their cities and counties, more years before fewer, then
fiscal money before what is printed jointly and before donations, then the stage nearest to payment. It is a figure of
one stage and source, told beside it; figures of different ones are never added. A pair is unknown where none has one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from build_scripts.views.edges import ROUNDS, Flow
from build_scripts.views.flows import kind_of
from build_scripts.views.main_amount import NEAREST_TO_PAYMENT
from build_scripts.views.programmes import EAST_WEST

BASES = ("province", "province_part", "parts", "unknown")
SOURCES = ("fiscal_assistance", "mixed", "social_donation")
FEWEST = 3  # known pairs that make a diagram of one stage


def best_flows(flows: Iterable[Flow], programme_class: str = EAST_WEST) -> dict[str, list[Flow]]:
    """Returns period -> the best-known flow of each pair of provinces, larger ones first, unknown ones last.

    An unknown one is of no stage and no source.
    """
    found: dict[str, dict[tuple[str, str], Flow]] = defaultdict(dict)
    for flow in flows:
        if flow.programme_class == programme_class:
            best = found[flow.period_key]
            best[flow.pair] = min(best.get(flow.pair, flow), flow, key=precedence)
    return {key: in_order(unnamed(flow) for flow in best.values()) for key, best in found.items()}


def precedence(flow: Flow) -> tuple:
    kind = SOURCES.index(flow.fund_source), NEAREST_TO_PAYMENT.index(flow.stage)
    return flow.value is None, BASES.index(flow.basis), -len(flow.years), kind


def unnamed(flow: Flow) -> Flow:
    return flow if flow.value is not None else replace(flow, stage=None, fund_source=None)


def flows_of_kinds(flows: Iterable[Flow], programme_class: str = EAST_WEST) -> dict[tuple, list[Flow]]:
    """Returns (period, stage, source) -> its flows, the kind with the most known ones first in each period.

    Left out are kinds with fewer than three known flows, since there is little to compare, and pairs of provinces of
    which only another kind has a figure: they are not unknown.
    """
    flows, found = tuple(flows), defaultdict(list)
    unknown = {(key, flow.pair) for key, best in best_flows(flows, programme_class).items()
               for flow in best if flow.value is None}  # fmt: skip
    for flow in flows:
        is_dashed = (flow.period_key, flow.pair) in unknown
        if flow.programme_class == programme_class and (flow.value is not None or is_dashed):
            found[kind_of(flow)].append(flow)
    periods = list(dict.fromkeys(key[0] for key in found))
    kinds = sorted(found, key=lambda key: (periods.index(key[0]), -known(found[key]), key[1:]))
    return {key: in_order(found[key]) for key in kinds if known(found[key]) >= FEWEST}


def known(flows: Iterable[Flow]) -> int:
    """Returns the number of flows with a figure."""
    return sum(flow.value is not None for flow in flows)


def in_order(flows: Iterable[Flow]) -> list[Flow]:
    return sorted(flows, key=lambda f: (f.value is None, -(f.value or 0), f.pair))


def best_round(periods: dict[str, list[Flow]]) -> list[str]:
    """Returns the round with the most known flows, where any is known: the one to show where one is shown."""
    numbers = Counter({key: known(flows) for key, flows in periods.items() if key in ROUNDS})
    return [key for key, number in numbers.most_common(1) if number]


def latest_round(flows: Iterable[Flow]) -> dict[tuple[str, str], Flow]:
    """Returns pair of provinces -> its best-known flow in the latest round with a figure of the two provinces, else in
    the latest with any figure.
    """
    periods = best_flows(flows)
    rounds = [flow for key in ROUNDS for flow in periods.get(key, ()) if flow.value is not None]
    return {flow.pair: flow for flow in sorted(rounds, key=lambda flow: flow.basis != "parts")}


def flow_name(period_key: str, stage: str = "", source: str = "") -> str:
    """Returns the address of a diagram: `flow.2016-2020`, `flow.2021-now`, `flow.2017.spent-fiscal_assistance`."""
    first, slash, last = period_key.partition("/")
    period = f"{first}-{last or 'now'}" if slash else first
    return f"flow.{period}.{stage}-{source}" if stage else f"flow.{period}"

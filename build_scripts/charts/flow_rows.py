"""The best-known figure of provinces as cells of a chart's row: the columns that readers know."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.charts.flow_words import basis_words, covered
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import precedence
from build_scripts.views.edges import ROUNDS, Flow, edges_by_pair
from build_scripts.views.model import Views
from build_scripts.views.programmes import EAST_WEST

Pair = tuple[str, str]
NOTHING = {"period_words": "", "code": None, "stage": "", "fund_source": "", "amount": None, "covers": "",
           "is_local": False, "claims": ()}  # fmt: skip


def best_known(flow: Flow | None, views: Views, names: Names, nothing: str = "not_printed") -> dict:
    """Returns its times in words, stage and its code, source of money, amount in yuan, figure, what it covers, claims;
    a figure that is a sum of cities and counties `is_local`. Of no flow: the word for `nothing`.
    """
    if flow is None:
        return NOTHING | {"figure": word(names.lang, f"charts.{nothing}")}
    return {
        "period_words": covered(flow, views, names),
        "code": flow.stage, "stage": names.code("funds", "stage", flow.stage),
        "fund_source": names.code("funds", "fund_source", flow.fund_source),
        "amount": flow.value, "figure": names.value(flow.value, "cny", flow.qualifier),
        "covers": basis_words(flow, names, views.claims), "is_local": flow.basis == "parts",
        "claims": flow.claims,
    }  # fmt: skip


def of_province(pairs: Iterable[Pair], best: dict[Pair, Flow], views: Views, names: Names) -> dict:
    """Returns of how many East–West `pairs` of a province a figure is known, and with whom the best-known one is."""
    pairs = tuple(pairs)
    flows = [best[pair] for pair in pairs if pair in best]
    first = min(flows, key=in_order, default=None)
    return {
        "covered": f"{len(flows)}/{len(pairs)}" if pairs else "", "of_pairs": len(pairs), "of_known": len(flows),
        "of_local": sum(flow.basis == "parts" for flow in flows),
        "pair": " → ".join(map(names.province, first.pair)) if first else "",
        **best_known(first, views, names, "not_printed" if pairs else "no_east_west"),
    }  # fmt: skip


def in_order(flow: Flow) -> tuple:
    """The order of flows of different pairs: of the provinces first, then the latest round, then the best known."""
    return flow.basis == "parts", -ROUNDS.index(flow.period_key), precedence(flow), -flow.value


def east_west_pairs(views: Views) -> set[Pair]:
    """Returns the pairs of provinces that a pairing of East–West assistance joins: those whose money flows."""
    edges = edges_by_pair(views.tables["pairings"], views.places, views.ends)
    return {(provider, recipient) for provider, recipient, kind in edges if kind == EAST_WEST}

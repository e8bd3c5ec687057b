"""The ribbons of a flow diagram as tidy polygons: a form that the grammar of Vega-Lite lacks.

Both axes run from 0 to 1: `across` from the providers at the left to the recipients at the right, `down` from the top.
The width of a ribbon is its value; a flow without a value is a thread. Scales bring them to any size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd

MONEY, GAP, SLOT = 0.62, 0.016, 0.046  # shares of the height: all known ribbons, space between nodes, least of a node
LEAST, THREAD = 0.002, 0.009  # least width of a ribbon, width of a thread
STEPS = 16  # points of a curve


@dataclass(frozen=True)
class Ribbon:
    """One flow from `start` to `end`; `value` None is unknown. Only values of one `kind` are ever added."""

    key: Hashable
    start: str
    end: str
    value: float | None
    kind: tuple[str, str] | None = ("", "")  # stage, source of the money; None is added to nothing


Placed = dict[tuple[Hashable, str], float]  # (ribbon, side) -> its upper edge


def ribbon_frames(ribbons: list[Ribbon]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Returns (curves, nodes).

    Curves: a row a point, `key, across, upper, lower`. Nodes: a row a name and side, `name, side, upper, lower,
    value, stage` (none where no ribbon of it has a value, or where they are of several kinds).
    """
    unit = MONEY / (sum(r.value or 0 for r in ribbons) or 1)
    left = ordered([(r.start, r) for r in ribbons], {})
    right = ordered([(r.end, r) for r in ribbons], {name: i for i, name in enumerate(left)})
    starts, left_nodes = stacked(left, "start", ribbons, right, unit)
    ends, right_nodes = stacked(right, "end", ribbons, left, unit)
    depth = max(node["slot_end"] for node in left_nodes + right_nodes)
    nodes = pd.DataFrame(centred(left_nodes, depth) + centred(right_nodes, depth)).drop(columns="slot_end")
    shift = {name: (depth - each[-1]["slot_end"]) / 2 for name, each in (("start", left_nodes), ("end", right_nodes))}
    curves = [
        {"key": r.key, "across": t, "upper": (y := mix(starts[r.key] + shift["start"], ends[r.key] + shift["end"], t)),
         "lower": y + thickness(r, unit)}
        for r in ribbons for t in (i / STEPS for i in range(STEPS + 1))
    ]  # fmt: skip
    scale = {"upper": lambda f: (f["upper"] / depth).round(5), "lower": lambda f: (f["lower"] / depth).round(5)}
    return pd.DataFrame(curves).assign(**scale), nodes.assign(**scale)


def mix(start: float, end: float, t: float) -> float:
    """Returns the height of a curve that leaves and arrives level."""
    return start + (end - start) * t * t * (3 - 2 * t)


def thickness(ribbon: Ribbon, unit: float) -> float:
    return THREAD if ribbon.value is None else max(ribbon.value * unit, LEAST)


def ordered(ends: list[tuple[str, Ribbon]], opposite: dict[str, int]) -> list[str]:
    """Returns the names of one side: the largest first, or opposite their partners where the other side is placed."""
    weights: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for name, ribbon in ends:
        weights[name].append((ribbon.value or 0, opposite.get(ribbon.start, 0)))
    if not opposite:
        return sorted(weights, key=lambda name: (-sum(w for w, _ in weights[name]), name))
    return sorted(weights, key=lambda name: (centre(weights[name]), name))


def centre(weights: list[tuple[float, int]]) -> float:
    """Returns the mean place of a node's partners, weighted by money; unknown ones count a little."""
    least = sum(w for w, _ in weights) / 50 or 1
    return sum(max(w, least) * place for w, place in weights) / sum(max(w, least) for w, _ in weights)


def stacked(names: list[str], side: str, ribbons: list[Ribbon], far: list[str], unit: float):
    """Returns (ribbon -> its upper edge, the nodes downwards): ribbons leave a node in the order of their arrival."""
    tops, nodes, y = {}, [], 0.0
    for name in names:
        own = [r for r in ribbons if getattr(r, side) == name]
        tall = sum(thickness(r, unit) for r in own)
        top = y + max(SLOT - tall, 0) / 2
        known = [r for r in own if r.value is not None]
        kinds = {r.kind for r in known}
        is_one_kind = len(kinds) == 1 and None not in kinds
        y += max(tall, SLOT) + GAP
        nodes.append({"name": name, "side": side, "upper": top, "lower": top + tall, "slot_end": y,
                      "value": sum(r.value for r in known) if is_one_kind else None,
                      "stage": known[0].kind[0] if is_one_kind else ""})  # fmt: skip
        for ribbon in sorted(own, key=lambda r: (r.value is None, far.index(r.end if side == "start" else r.start))):
            tops[ribbon.key] = top
            top += thickness(ribbon, unit)
    return tops, nodes


def centred(nodes: list[dict], depth: float) -> list[dict]:
    """Returns the nodes of a side moved down to the middle of the diagram."""
    by = (depth - nodes[-1]["slot_end"]) / 2
    return [{**node, "upper": node["upper"] + by, "lower": node["lower"] + by} for node in nodes]

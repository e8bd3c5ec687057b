"""Ribbons from left to right: how much goes from whom to whom. Names and sums stand at both edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from build_scripts.charts.picture import Mark, box, in_layers, line, words
from build_scripts.charts.style import SIZE, TINY, WIDTH

EDGE, NODE, GAP = 110, 7, 9  # width of the names at each edge, of a node, space between nodes
MONEY = 400  # height of all known ribbons together
LEAST, THREAD, ONE_LINE, TWO_LINES = (
    1.5,
    5,
    17,
    31,
)  # least height of a ribbon; of an unknown one; of a node's words
STEPS = 16  # points of a curve
END_ROLES = ("provider", "recipient")


@dataclass(frozen=True)
class Ribbon:
    """One flow. `value` None is unknown and drawn as a dashed line."""

    start: str
    end: str
    value: float | None
    is_complete: bool


def ribbon_marks(ribbons: list[Ribbon], total_words: Callable[[float], str], y: float) -> tuple[list[Mark], float]:
    """Returns (marks, height) of ribbons below `y`; `total_words` writes the sum of a node."""
    unit = MONEY / (sum(r.value or 0 for r in ribbons) or 1)
    left = node_order([(r.start, r) for r in ribbons])
    place = {name: i for i, name in enumerate(left)}
    right = node_order([(r.end, r) for r in ribbons], place)
    far = {name: i for i, name in enumerate(right)}
    starts, left_bottom, left_marks = stack(left, ribbons, far, "start", y, unit, total_words)
    ends, right_bottom, right_marks = stack(right, ribbons, place, "end", y, unit, total_words)
    shift = (left_bottom - right_bottom) / 2  # the shorter side is centred
    lowered = (max(-shift, 0), max(shift, 0))
    marks = lower(left_marks, lowered[0]) + lower(right_marks, lowered[1])
    curves = [curve(r, starts[r] + lowered[0], ends[r] + lowered[1], unit) for r in ribbons]
    return in_layers(marks + curves), max(left_bottom, right_bottom)


def node_order(ends: list[tuple[str, Ribbon]], place: dict[str, int] | None = None) -> list[str]:
    """Returns the names of one side: the largest first, or, where the other side is placed, opposite
    their partners.
    """
    weights: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for name, ribbon in ends:
        weights[name].append((ribbon.value or 0, place[ribbon.start] if place else 0))
    if place is None:
        return sorted(weights, key=lambda name: (-sum(w for w, _ in weights[name]), name))
    return sorted(weights, key=lambda name: (centre(weights[name]), name))


def centre(weights: list[tuple[float, int]]) -> float:
    """Returns the mean place of a node's partners, weighted by money; unknown ones count a little."""
    least = sum(w for w, _ in weights) / 50 or 1
    return sum(max(w, least) * place for w, place in weights) / sum(max(w, least) for w, _ in weights)


def stack(
    names: list[str],
    ribbons: list[Ribbon],
    far: dict[str, int],
    side: str,
    y: float,
    unit: float,
    total_words,
):
    """Returns (ribbon -> its upper y on this side, bottom of the side, marks of nodes and words).

    `far` is the order of the other side: ribbons leave a node in the order in which they arrive.
    """
    at_left = side == "start"
    tops: dict[Ribbon, float] = {}
    marks: list[Mark] = []
    for name in names:
        own = [r for r in ribbons if getattr(r, side) == name]
        total = sum(r.value or 0 for r in own)
        tall = sum(thickness(r, unit) for r in own)
        slot = max(tall, TWO_LINES if total else ONE_LINE)
        top = y + (slot - tall) / 2
        marks += node_marks(name, total_words(total) if total else "", at_left, top, tall, y + slot / 2)
        for ribbon in sorted(own, key=lambda r: (r.value is None, far[r.end if at_left else r.start])):
            tops[ribbon] = top
            top += thickness(ribbon, unit)
        y += slot + GAP
    return tops, y - GAP + 4, marks


def node_marks(name: str, total: str, at_left: bool, top: float, tall: float, middle: float) -> list[Mark]:
    x = EDGE if at_left else WIDTH - EDGE - NODE
    role = END_ROLES[0 if at_left else 1]
    edge, align = (0, "left") if at_left else (WIDTH, "right")
    marks = [box(x, top, NODE, tall, role, data={"province": name})]
    if not total:
        return [*marks, words(edge, middle + 4, name, size=SIZE, align=align)]
    return [
        *marks,
        words(edge, middle - 2, name, size=SIZE, align=align),
        words(edge, middle + 12, total, "muted", TINY, align),
    ]


def thickness(ribbon: Ribbon, unit: float) -> float:
    return THREAD if ribbon.value is None else max(ribbon.value * unit, LEAST)


def curve(ribbon: Ribbon, start: float, end: float, unit: float) -> Mark:
    """Returns a ribbon that leaves and arrives level; a dashed line where its width is unknown."""
    x1, x2 = EDGE + NODE, WIDTH - EDGE - NODE
    data = {"from": ribbon.start, "to": ribbon.end}
    if ribbon.value is None:
        return line(x1 + 1, start + THREAD / 2, x2 - 1, end + THREAD / 2, "unknown", 1.5, dashed=True, data=data)
    tall = thickness(ribbon, unit)
    points = tuple(
        (x1 + (x2 - x1) * t, y := start + (end - start) * t * t * (3 - 2 * t), y + tall)
        for t in (i / STEPS for i in range(STEPS + 1))
    )
    opacity = 0.5 if ribbon.is_complete else 0.24
    return Mark(
        "band",
        x1,
        start,
        role="provider",
        opacity=opacity,
        points=points,
        data={**data, "value": ribbon.value},
    )


def lower(marks: list[Mark], by: float) -> list[Mark]:
    """Returns the marks moved down."""
    return [replace(mark, y=mark.y + by, y2=mark.y2 + by) for mark in marks]

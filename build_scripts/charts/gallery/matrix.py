"""Which provinces are paired with which? Pairings of all levels by provider and recipient province.

Two units of one province (省内对口帮扶) are not in it, nor pairings whose ends lie in no single province.
"""

from __future__ import annotations

from collections import Counter

from build_scripts.charts.cells import count_cell, name_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, box, in_layers, line, paint, words
from build_scripts.charts.style import SMALL, TINY, WIDTH
from build_scripts.charts.text import width_of
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views

HEIGHT, MOST_WIDE, LINE = 20, 34, 13  # of a cell; a cell is no wider than this
STEPS = (
    (50, "heat-5", "paper"),
    (20, "heat-3", "ink"),
    (5, "heat-2", "ink"),
    (1, "heat-1", "ink"),
)  # from n pairings on
Pairs = Counter  # (provider province, recipient province) -> pairings


def pairs_of_provinces(views: Views, names: Names) -> Pairs:
    """Returns how many pairings there are between each two provinces."""
    found: Pairs = Counter()
    for ends in views.ends.values():
        provider, recipient = (views.places.province_of(place) for place in ends)
        if provider and recipient and provider != recipient:
            found[provider, recipient] += 1
    return found


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch, where provinces are paired at all."""
    pairs = pairs_of_provinces(views, names)
    return [sketch(pairs, names)] if pairs else []


def sketch(pairs: Pairs, names: Names) -> Sketch:
    providers, recipients = (sorted({pair[i] for pair in pairs}) for i in (0, 1))
    marks, height = grid(pairs, providers, recipients, names)
    (provider, recipient), n = max(pairs.items(), key=lambda item: (item[1], item[0]))
    said = {
        "provider": names.province(provider),
        "recipient": names.province(recipient),
        "n": n,
        "all": pairs.total(),
        "providers": len(providers),
        "recipients": len(recipients),
        "pairs": len(pairs),
    }
    return Sketch(
        name="matrix",
        lang=names.lang,
        title=word(names.lang, "charts.matrix.title", **said),
        alt=word(names.lang, "charts.matrix.alt", **said),
        question=word(names.lang, "charts.matrix.question"),
        header=tuple(word(names.lang, "charts.matrix.header")),
        rows=tuple(
            (name_cell(names.province(a)), name_cell(names.province(b)), count_cell(n))
            for (a, b), n in sorted(pairs.items())
        ),
        chart=paint(marks, height),
        note=word(names.lang, "charts.matrix.note"),
    )


def grid(pairs: Pairs, providers: list[str], recipients: list[str], names: Names) -> tuple[list[Mark], float]:
    """Returns recipients as rows and providers as columns, both named at the edge."""
    left = max(width_of(names.province(place), SMALL) for place in recipients) + 10
    wide = min((WIDTH - left) / len(providers), MOST_WIDE)
    top = column_head(providers, names)
    marks = [
        mark
        for i, place in enumerate(providers)
        for mark in column_name(names.province(place), left + (i + 0.5) * wide, top, names.lang)
    ]
    for j, recipient in enumerate(recipients):
        y = top + j * HEIGHT
        marks += [
            words(0, y + 14, names.province(recipient), "recipient", SMALL),
            line(0, y + HEIGHT, left + wide * len(providers), y + HEIGHT),
        ]
        marks += [
            m
            for i, provider in enumerate(providers)
            for m in cell(
                pairs[provider, recipient],
                left + i * wide,
                y,
                wide,
                names.province(provider),
                names.province(recipient),
            )
        ]
    return in_layers(marks), top + len(recipients) * HEIGHT + 4


def column_head(providers: list[str], names: Names) -> float:
    """Returns the height of the names above the columns."""
    longest = max((names.province(place) for place in providers), key=len)
    return (LINE * len(longest) if names.lang == "zh" else width_of(longest, SMALL)) + 10


def column_name(name: str, x: float, top: float, lang: str) -> list[Mark]:
    """Returns a name above a narrow column: one character a line in Chinese, turned upwards in English."""
    if lang != "zh":
        return [words(x + 4, top - 6, name, "provider", SMALL, angle=270)]
    first = top - 6 - LINE * (len(name) - 1)
    return [words(x, first + i * LINE, char, "provider", SMALL, "center") for i, char in enumerate(name)]


def cell(n: int, x: float, y: float, wide: float, provider: str, recipient: str) -> list[Mark]:
    """Returns the box and number of a pair; an empty place where the ledger has no pairing."""
    if not n:
        return []
    role, ink = next((role, ink) for floor, role, ink in STEPS if n >= floor)
    data = {"provider": provider, "recipient": recipient, "pairings": n}
    return [
        box(x + 1, y + 1, wide - 2, HEIGHT - 2, role, data=data),
        words(x + wide / 2, y + 14, str(n), ink, TINY, "center"),
    ]

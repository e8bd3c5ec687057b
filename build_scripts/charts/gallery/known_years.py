"""For which years is anything known? The pairings of a province, year by year, within their terms.

States are those of views/gaps.py: a figure of that year alone, only a figure over several years, nothing.
Drawn for provinces with at least three pairings that have a dated year; pairings with more known years come
first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby

from build_scripts.charts.bars import key_marks
from build_scripts.charts.cells import name_cell, period_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, box, in_layers, paint, words
from build_scripts.charts.style import SMALL, WIDTH
from build_scripts.charts.text import wrap
from build_scripts.charts.years import YearScale
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views

ROLES = {"known": "provider", "range": "heat-3", "unknown": "unknown"}
FEWEST, MOST = 3, 30  # pairings that make a chart; pairings drawn
STRIP, ROW_GAP, LINE = 11, 9, 15
States = dict[int, str]


def by_province(pairing_years: dict[str, States], names: Names) -> dict[str, dict[str, States]]:
    """Returns province -> its pairings with their states, those with more known years first."""
    found: dict[str, dict[str, States]] = defaultdict(dict)
    for pairing, states in pairing_years.items():
        row = names.pairings[pairing]
        ends = {names.places.province_of(row[f"{end}_place_id"]) for end in ("provider", "recipient")}
        for province in ends if states else ():
            if province:
                found[province][pairing] = states
    return {
        p: dict(sorted(group.items(), key=lambda item: rank(item[1])))
        for p, group in found.items()
        if len(group) >= FEWEST
    }


def rank(states: States) -> tuple:
    counts = Counter(states.values())
    return -counts["known"], -counts["range"], min(states)


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a province with enough pairings."""
    return [
        sketch(province, group, names) for province, group in by_province(views.gaps.pairing_years, names).items()
    ]


def sketch(province: str, group: dict[str, States], names: Names) -> Sketch:
    shown = dict(list(group.items())[:MOST])
    labels = names.pairings_apart(group)
    marks, height = strips(shown, labels, names)
    counts = sum((Counter(states.values()) for states in group.values()), Counter())
    said = {
        "province": names.province(province),
        "known": counts["known"],
        "all": counts.total(),
        "range": counts["range"],
        "unknown": counts["unknown"],
        "pairings": len(group),
        "more": len(group) - len(shown),
        "most": MOST,
    }
    return Sketch(
        name=f"known-years.{province}",
        lang=names.lang,
        title=word(names.lang, "charts.known.title", **said),
        alt=word(names.lang, "charts.known.alt", **said),
        question=word(names.lang, "charts.known.question", **said),
        header=tuple(word(names.lang, "charts.known.header")),
        rows=tuple(rows(group, labels, names)),
        chart=paint(marks, height),
        subject=("place", province),
        note=word(names.lang, "charts.known.note_more" if said["more"] else "charts.known.note", **said),
    )


def strips(group: dict[str, States], labels: dict[str, str], names: Names) -> tuple[list[Mark], float]:
    """Returns a strip of years a pairing, its name above it."""
    years = [year for states in group.values() for year in states]
    scale = YearScale(min(years), max(max(years), min(years) + 9))
    key = tuple((role, word(names.lang, f"charts.known.{state}")) for state, role in ROLES.items())
    marks, y = key_marks(key, 0)
    marks += scale.labels(y + 12)
    y += 20
    for pairing, states in group.items():
        for text in wrap(labels[pairing], WIDTH, SMALL, most=2):
            marks.append(words(0, y + 12, text, size=SMALL))
            y += LINE
        marks += [cell(year, state, scale, y + 3, pairing, labels[pairing]) for year, state in states.items()]
        y += STRIP + ROW_GAP
    return in_layers(marks), y


def cell(year: int, state: str, scale: YearScale, y: float, pairing: str, label: str) -> Mark:
    return box(
        scale.x(year),
        y,
        scale.step - 1.5,
        STRIP,
        ROLES[state],
        data={"pairing": pairing, "label": label, "year": year, "state": state},
    )


def rows(group: dict[str, States], labels: dict[str, str], names: Names):
    """Yields one row a pairing and run of years in the same state."""
    for pairing, states in group.items():
        for state, first, last in runs(states):
            years = str(first) if first == last else f"{first}/{last}"
            yield (
                name_cell(labels[pairing]),
                period_cell(names, years),
                name_cell(word(names.lang, f"charts.known.{state}")),
            )


def runs(states: States):
    """Yields (state, first year, last year) of each run of neighbouring years in the same state."""
    for _, run in groupby(enumerate(sorted(states)), key=lambda item: (item[1] - item[0], states[item[1]])):
        years = [year for _, year in run]
        yield states[years[0]], years[0], years[-1]

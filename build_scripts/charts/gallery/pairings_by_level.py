"""At which levels are places paired? Pairings of the ledger by level, divided by programme."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_scripts.charts.bars import Bar, Section, Segment, bar_marks
from build_scripts.charts.cells import count_cell, name_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Row, Views

ROLES = {
    "ew1": "provider",
    "ew2": "blue",
    "gz": "c5",
    "ca": "c4",
    "ip": "c6",
    "mixed": "unknown",
    "unknown": "unknown",
}
KEYS = {
    "provider": "ew1",
    "blue": "ew2",
    "c5": "gz",
    "c4": "ca",
    "c6": "ip",
    "unknown": "unknown",
}  # colour -> its word


def levels_by_programme(pairings: list[Row], names: Names) -> dict[str, Counter]:
    """Returns programme -> level -> number of pairings, programmes in the order of the code list."""
    found: dict[str, Counter] = defaultdict(Counter)
    for row in pairings:
        found[row["programme"]][row["level"]] += 1
    return {programme: found[programme] for programme in names.codes("pairings", "programme") if programme in found}


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch."""
    groups = levels_by_programme(list(names.pairings.values()), names)
    return [sketch(groups, names)] if groups else []


def sketch(groups: dict[str, Counter], names: Names) -> Sketch:
    total = sum(groups.values(), Counter())
    key = {ROLES[p]: word(names.lang, f"charts.levels.{KEYS[ROLES[p]]}") for p in groups}
    marks, height = bar_marks(
        [Section(tuple(level_bar(level, groups, total, names) for level in in_order(total, names)))],
        tuple(key.items()),
    )
    level, n = max(total.items(), key=lambda item: item[1])
    said = {"all": total.total(), "n": n, "level": level_word(level, names), "programmes": len(groups)}
    return Sketch(
        name="pairings-by-level",
        lang=names.lang,
        title=word(names.lang, "charts.levels.title", **said),
        alt=word(names.lang, "charts.levels.alt", **said),
        question=word(names.lang, "charts.levels.question"),
        header=tuple(word(names.lang, "charts.levels.header")),
        rows=tuple(
            (
                name_cell(programme_word(p, names)),
                name_cell(level_word(level, names)),
                count_cell(counts[level]),
            )
            for p, counts in groups.items()
            for level in in_order(counts, names)
        ),
        chart=paint(marks, height),
        note=word(names.lang, "charts.levels.note"),
    )


def level_bar(level: str, groups: dict[str, Counter], total: Counter, names: Names) -> Bar:
    """Returns the bar of a level: its programmes one after the other."""
    parts, end = [], 0
    for programme, counts in groups.items():
        if n := counts[level]:
            parts.append(
                Segment(end, end + n, ROLES[programme], {"level": level, "programme": programme, "pairings": n})
            )
            end += n
    return Bar(level_word(level, names), full_number(total[level]), tuple(parts))


def in_order(counts: Counter, names: Names) -> list[str]:
    return [level for level in names.codes("pairings", "level") if counts[level]]


def level_word(level: str, names: Names) -> str:
    return names.code("pairings", "level", level)


def programme_word(programme: str, names: Names) -> str:
    return names.code("pairings", "programme", programme)

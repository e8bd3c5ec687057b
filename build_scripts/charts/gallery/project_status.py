"""What state are the named projects in? Counts by status, programme by programme, and of each pairing.

Umbrellas over several projects are not counted: their members are.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from build_scripts.charts.bars import Section, bar, bar_marks
from build_scripts.charts.cells import count_cell, name_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Row, Views

ROLES = {
    "identification": "heat-2",
    "preparation": "heat-2",
    "implementation": "heat-3",
    "completion": "heat-3",
    "completed": "provider",
    "suspended": "vermilion",
    "cancelled": "vermilion",
    "unknown": "unknown",
}
FEWEST = 4  # projects that make a pairing's chart, where they are not all in the same state
NO_PAIRING = "none"
Groups = dict[str, Counter]


def counted(projects: list[Row]) -> list[Row]:
    return [row for row in projects if not row["is_umbrella"]]


def by_programme(projects: list[Row], pairings: dict[str, Row]) -> Groups:
    """Returns programme -> status -> number of projects; `none` for projects without a pairing."""
    found: Groups = defaultdict(Counter)
    for row in counted(projects):
        pairing = pairings.get(row["pairing_id"])
        found[pairing["programme"] if pairing else NO_PAIRING][row["status"]] += 1
    return dict(found)


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the national sketch and one for each pairing with four projects in more than one state."""
    projects = list(names.projects.values())
    groups = by_programme(projects, names.pairings)
    order = [*names.codes("pairings", "programme"), NO_PAIRING]
    national = {programme_word(p, names): groups[p] for p in order if p in groups}
    found = [sketch(national, "", None, names)] if national else []
    of_pairing: dict[str, list[Row]] = defaultdict(list)
    for row in counted(projects):
        if row["pairing_id"]:
            of_pairing[row["pairing_id"]].append(row)
    return found + [
        sketch({"": Counter(row["status"] for row in rows)}, f".{key}", ("pairing", key), names)
        for key, rows in of_pairing.items()
        if len(rows) >= FEWEST and len({row["status"] for row in rows}) > 1
    ]


def programme_word(programme: str, names: Names) -> str:
    if programme == NO_PAIRING:
        return word(names.lang, "charts.status.no_pairing")
    return names.code("pairings", "programme", programme)


def sketch(groups: Groups, ending: str, subject: tuple[str, str] | None, names: Names) -> Sketch:
    longest = max(n for counts in groups.values() for n in counts.values())
    sections = [Section(tuple(bars(counts, names)), heading, longest) for heading, counts in groups.items()]
    marks, height = bar_marks(sections)
    total = sum(groups.values(), Counter())
    status, n = max(total.items(), key=lambda item: item[1])
    said = {"all": total.total(), "n": n, "status": names.code("projects", "status", status)}
    return Sketch(
        name=f"project-status{ending}",
        lang=names.lang,
        title=word(names.lang, "charts.status.title", **said),
        alt=word(names.lang, "charts.status.alt", **said, list=listed(total, names)),
        question=word(names.lang, "charts.status.question"),
        header=tuple(word(names.lang, "charts.status.header")),
        rows=tuple(
            row(heading, status, counts[status], names)
            for heading, counts in groups.items()
            for status in in_order(counts, names)
        ),
        chart=paint(marks, height),
        subject=subject,
        note=word(names.lang, "charts.status.note"),
    )


def in_order(counts: Counter, names: Names) -> list[str]:
    return [status for status in names.codes("projects", "status") if counts[status]]


def bars(counts: Counter, names: Names):
    for status in in_order(counts, names):
        label = names.code("projects", "status", status)
        yield bar(label, full_number(counts[status]), counts[status], ROLES[status], status=status)


def row(heading: str, status: str, n: int, names: Names):
    return (
        name_cell(heading or word(names.lang, "charts.status.this_pairing")),
        name_cell(names.code("projects", "status", status)),
        count_cell(n),
    )


def listed(counts: Counter, names: Names) -> str:
    said = (f"{names.code('projects', 'status', s)} {counts[s]}" for s in in_order(counts, names))
    return word(names.lang, "charts.list_comma").join(said)

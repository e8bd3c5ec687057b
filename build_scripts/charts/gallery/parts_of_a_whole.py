"""How was a printed total divided? The parts a source gives of one whole, largest first.

Drawn for every whole with at least three parts in the same unit. What the parts leave of the whole is
hatched, where the source does not say that they are complete.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.charts.bars import Bar, Section, bar, bar_marks
from build_scripts.charts.cells import figure_cell, name_cell, sum_cell
from build_scripts.charts.model import Cell, Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views

FEWEST, MOST = 3, 12  # parts that make a chart; bars before the rest is put together
ROLES = {"funds": "provider", "observations": "blue"}


@dataclass(frozen=True)
class Division:
    """A whole and its parts, largest first. `rest` is what the parts leave of it (negative: they exceed
    it).
    """

    whole: Claim
    parts: tuple[Claim, ...]
    rest: Decimal

    @property
    def is_open(self) -> bool:
        """True where something of the whole is not listed."""
        return self.rest > 0 and not self.whole.parts_complete


def divisions(claims: dict[str, Claim]) -> list[Division]:
    """Returns every whole with enough parts in its own unit, in file order."""
    parts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.part_of and claim.value is not None and claim.unit == claims[claim.part_of].unit:
            parts[claim.part_of].append(claim)
    return [
        Division(
            claims[key],
            tuple(sorted(group, key=lambda c: -c.value)),
            claims[key].value - sum(c.value for c in group),
        )
        for key, group in parts.items()
        if len(group) >= FEWEST and claims[key].value
    ]


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a division, on the page of its subject and of its project's pairing."""
    return [sketch(division, names) for division in divisions(views.claims)]


def sketch(division: Division, names: Names) -> Sketch:
    whole, first = division.whole, division.parts[0]
    marks, height = bar_marks([Section(tuple(bars(division, names)), longest=float(max(whole.value, first.value)))])
    said = {
        "whole": names.label(whole),
        "figure": names.figure(whole),
        "part": names.label(first),
        "part_figure": names.figure(first),
        "subject": names.subject(*whole.subject),
        "n": len(division.parts),
    }
    return Sketch(
        name=f"parts.{whole.claim_id}",
        lang=names.lang,
        title=word(names.lang, "charts.parts.title", **said),
        alt=word(names.lang, "charts.parts.alt", **said, list=listed(division, names)),
        question=word(names.lang, "charts.parts.question", **said),
        header=tuple(word(names.lang, "charts.parts.header")),
        rows=tuple(rows(division, names)),
        chart=paint(marks, height),
        subject=whole.subject,
        note=note(division, names),
        also=also(whole, names),
        title_claims=(whole.claim_id, first.claim_id),
    )


def bars(division: Division, names: Names) -> list[Bar]:
    """Returns a bar a part; from the twelfth on they are put together, and what is not listed is hatched."""
    role = ROLES[division.whole.table]
    shown, others = division.parts[:MOST], division.parts[MOST:]
    found = [bar(names.label(c), names.figure(c), c.value, role, claim=c.claim_id) for c in shown]
    if others:
        value = sum(c.value for c in others)
        label = word(names.lang, "charts.parts.others", n=len(others))
        found.append(bar(label, names.value(value, division.whole.unit), value, role))
    if division.is_open:
        label = word(names.lang, "charts.parts.rest")
        found.append(bar(label, names.value(division.rest, division.whole.unit), division.rest, "unknown"))
    return found


def rows(division: Division, names: Names) -> list[tuple[Cell, ...]]:
    """Returns the parts, what is left of the whole, and the whole."""
    found = [(name_cell(names.label(c)), figure_cell(names, c)) for c in division.parts]
    if division.is_open:
        claims = (division.whole.claim_id, *(c.claim_id for c in division.parts))
        rest = sum_cell(names, division.rest, division.whole.unit, "exact", claims)
        found.append((name_cell(word(names.lang, "charts.parts.rest")), rest))
    return [*found, (name_cell(word(names.lang, "charts.parts.whole")), figure_cell(names, division.whole))]


def note(division: Division, names: Names) -> str:
    """Returns what a reader must know of the sum: what is not listed, or by how much the parts miss the
    whole.
    """
    whole, rest = division.whole, division.rest
    figure = names.value(abs(rest), whole.unit)
    if division.is_open:
        return word(names.lang, "charts.parts.note_open", rest=figure)
    if rest:
        key = "charts.parts.note_less" if rest > 0 else "charts.parts.note_more"
        total = names.value(whole.value - rest, whole.unit)
        return word(names.lang, key, sum=total, whole=names.figure(whole), rest=figure)
    return word(names.lang, "charts.parts.note_equal")


def listed(division: Division, names: Names) -> str:
    return word(names.lang, "charts.list_comma").join(
        f"{names.label(c)} {names.figure(c)}" for c in division.parts[:MOST]
    )


def also(whole: Claim, names: Names) -> tuple[tuple[str, str], ...]:
    """A project's division is shown on the page of its pairing too."""
    pairing = names.projects[whole.subject_id]["pairing_id"] if whole.subject_kind == "project" else None
    return (("pairing", pairing),) if pairing else ()

"""How much of the planned investment has been completed? Projects with both figures from the same kind of
money.

Planned is the largest figure shown for the stages budgeted and agreed, completed the largest for spent;
both must name the same source of money, else they are not the same undertaking's two figures. Umbrellas
over several projects stay out. Nationally the largest plans, and those of each pairing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from build_scripts.charts.bars import BAR, Bar, Section, Segment, bar_marks
from build_scripts.charts.cells import figure_cell, name_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import show_percent
from build_scripts.views.model import Claim, Views

PLANNED, COMPLETED = ("budgeted", "agreed"), ("spent",)
MOST = 12


@dataclass(frozen=True)
class Plan:
    """A project's planned and completed investment."""

    project_id: str
    planned: Claim
    completed: Claim

    @property
    def share(self):
        """Completed in percent of planned."""
        return self.completed.value / self.planned.value * 100


def plans(views: Views, names: Names) -> list[Plan]:
    """Returns the projects with both figures, the largest plan first."""
    shown = {fact.shown for fact in views.facts}
    money: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in views.claims.values():
        if claim.subject_kind == "project" and claim.table == "funds" and claim.claim_id in shown and claim.value:
            money[claim.subject_id, claim.fund_source].append(claim)
    pairs = ((key, largest(group, PLANNED), largest(group, COMPLETED)) for (key, _), group in money.items())
    found = [Plan(*p) for p in pairs if p[1] and p[2] and not names.projects[p[0]]["is_umbrella"]]
    return sorted(found, key=lambda p: -p.planned.value)


def largest(group: list[Claim], stages: tuple[str, ...]) -> Claim | None:
    return max((c for c in group if c.stage in stages), key=lambda c: c.value, default=None)


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the national sketch and one for each pairing with such projects."""
    found = plans(views, names)
    by_pairing: dict[str, list[Plan]] = defaultdict(list)
    for plan in found:
        if pairing := names.projects[plan.project_id]["pairing_id"]:
            by_pairing[pairing].append(plan)
    national = [sketch(found, "", None, names)] if found else []
    return national + [sketch(group, f".{key}", ("pairing", key), names) for key, group in by_pairing.items()]


def sketch(group: list[Plan], ending: str, subject: tuple[str, str] | None, names: Names) -> Sketch:
    key = tuple(
        (role, word(names.lang, f"charts.planned.{k}"))
        for role, k in (("provider-wash", "planned"), ("provider", "completed"))
    )
    marks, height = bar_marks([Section(tuple(bar_of(p, names) for p in group[:MOST]))], key)
    top = group[0]
    said = {
        "project": names.project(top.project_id),
        "planned": names.figure(top.planned),
        "completed": names.figure(top.completed),
        "share": show_percent(top.share, 0),
        "n": len(group),
    }
    return Sketch(
        name=f"planned-against-completed{ending}",
        lang=names.lang,
        title=word(names.lang, "charts.planned.title", **said),
        alt=word(names.lang, "charts.planned.alt", **said),
        question=word(names.lang, "charts.planned.question"),
        header=tuple(word(names.lang, "charts.planned.header")),
        rows=tuple(
            (
                name_cell(names.project(p.project_id)),
                figure_cell(names, p.planned),
                figure_cell(names, p.completed),
            )
            for p in group[:MOST]
        ),
        chart=paint(marks, height),
        subject=subject,
        note=word(names.lang, "charts.planned.note", most=MOST),
        title_claims=(top.planned.claim_id, top.completed.claim_id),
    )


def bar_of(plan: Plan, names: Names) -> Bar:
    """Returns the completed stretch on the planned one;
    where more was completed than planned, a mark shows the plan.
    """
    label = names.project(plan.project_id)
    figure = word(
        names.lang,
        "charts.planned.figure",
        completed=names.figure(plan.completed),
        planned=names.figure(plan.planned),
    )
    planned, completed = float(plan.planned.value), float(plan.completed.value)
    data = {"project": label, "planned": planned, "completed": completed}
    stretches = [Segment(0, planned, "provider-wash", data), Segment(0, completed, "provider", data)]
    if completed > planned:
        stretches.append(Segment(planned, planned + completed / 200, "paper", data, BAR))
    return Bar(label, figure, tuple(stretches))

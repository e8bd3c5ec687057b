"""Projects with a planned and a completed investment from the same kind of money."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from build_scripts.views.model import Claim, Views
from build_scripts.views.witnesses import paired_sources

PLANNED, COMPLETED = ("budgeted", "agreed"), ("spent",)


@dataclass(frozen=True)
class Plan:
    """A project's planned and completed investment."""

    project_id: str
    pairing_id: str | None
    planned: Claim
    completed: Claim

    @property
    def share(self):
        """Completed in percent of planned."""
        return self.completed.value / self.planned.value * 100


def plans(views: Views) -> list[Plan]:
    """Returns the projects with both figures, the largest plan first; umbrellas over several projects stay out.

    Planned is the largest figure shown for the stages budgeted and agreed, completed the largest for spent; both must
    name the same source of money, else they are not the same undertaking's two figures. Reports on poverty work in
    general are left out.
    """
    paired = paired_sources(views.tables["sources"])
    shown = {fact.shown for fact in views.facts}
    projects = views.tables["projects"].set_index("project_id").to_dict("index")
    money: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in views.claims.values():
        is_counted = claim.claim_id in shown and claim.source_id in paired
        if claim.subject_kind == "project" and claim.table == "funds" and is_counted and claim.value:
            money[claim.subject_id, claim.fund_source].append(claim)
    pairs = ((key, largest(group, PLANNED), largest(group, COMPLETED)) for (key, _), group in money.items())
    found = [Plan(key, projects[key]["pairing_id"], planned, completed) for key, planned, completed in pairs
             if planned and completed and not projects[key]["is_umbrella"]]  # fmt: skip
    return sorted(found, key=lambda plan: -plan.planned.value)


def largest(group: list[Claim], stages: tuple[str, ...]) -> Claim | None:
    return max((c for c in group if c.stage in stages), key=lambda c: c.value, default=None)

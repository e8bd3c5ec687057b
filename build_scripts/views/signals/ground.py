"""What the rules look at, indexed once, and the one way a signal is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import pandas as pd

from build_scripts.views.model import Audit, Claim, Conflict, Fact, Signal, Subject
from build_scripts.views.totals import CLASS_OF

Rows = tuple[dict, ...]


@dataclass(frozen=True)
class Ground:
    """The ledger as the rules see it."""

    today: str
    projects: Rows
    pairings: Rows
    sources: dict[str, dict]  # source id -> row
    claims: dict[str, Claim]
    shown: frozenset[str]  # claim ids that facts show
    audits: tuple[Audit, ...]
    conflicts: tuple[Conflict, ...]
    of_subject: dict[Subject, list[Claim]]
    kin: dict[Subject, tuple[Subject, ...]]  # pairing -> its projects; project -> its umbrella and members
    witnesses: dict[str, list[dict]]  # pairing id -> rows of pairing_claims
    years: dict[str, dict[int, str]]  # pairing id -> year -> known | range | unknown

    def money(self, subject: Subject) -> list[Claim]:
        return [claim for claim in self.of_subject.get(subject, ()) if claim.table == "funds"]

    def stages(self, subject: Subject) -> dict[tuple[str, str], list[Claim]]:
        """Returns (class of money, stage) -> shown claims of results: with digits, counted, not expected."""
        found = defaultdict(list)
        for claim in self.money(subject):
            counted = claim.in_totals and claim.value is not None and claim.basis != "expected"
            if counted and claim.claim_id in self.shown:
                found[CLASS_OF[claim.fund_source], claim.stage].append(claim)
        return found


def index_ground(
    tables: dict[str, pd.DataFrame],
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    audits: tuple[Audit, ...],
    conflicts: tuple[Conflict, ...],
    years: dict[str, dict[int, str]],
    today: str,
) -> Ground:
    """Returns the Ground of the ledger on the day `today` (ISO date)."""
    names = ("projects", "pairings", "sources", "pairing_claims")
    projects, pairings, sources, named = (tuple(tables[name].to_dict("records")) for name in names)
    of_subject, witnesses = defaultdict(list), defaultdict(list)
    for claim in claims.values():
        of_subject[claim.subject].append(claim)
    for row in named:
        witnesses[row["pairing_id"]].append(row)
    return Ground(
        today,
        projects,
        pairings,
        {row["source_id"]: row for row in sources},
        claims,
        shown=frozenset(fact.shown for fact in facts),
        audits=audits,
        conflicts=conflicts,
        of_subject=dict(of_subject),
        kin=kin_of(projects),
        witnesses=dict(witnesses),
        years=years,
    )


def kin_of(projects: Rows) -> dict[Subject, tuple[Subject, ...]]:
    """Returns the subjects whose money may be the same as a subject's own."""
    kin = defaultdict(list)
    for row in projects:
        project = ("project", row["project_id"])
        if row["pairing_id"]:
            kin["pairing", row["pairing_id"]].append(project)
        if row["parent_project_id"]:
            umbrella = ("project", row["parent_project_id"])
            kin[umbrella].append(project)
            kin[project].append(umbrella)
    return {subject: tuple(others) for subject, others in kin.items()}


def days_between(first: str, last: str) -> int:
    """Returns the days from one ISO date to another; negative where the second lies before."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def signal_of(
    rule: str,
    grade: int,
    subject: Subject,
    claims: tuple[str, ...],
    reading: str = "message",
    periods: tuple[str, ...] = (),
) -> Signal:
    """Returns the Signal of a rule; `reading` names its wording where the rule has several.

    Figures stand in the claims, dates in the periods, so that a page can show each with its evidence.
    """
    return Signal(rule, grade, *subject, reading, claims, periods)

"""Money was printed as allocated, and after a year no later stage of it is known.

A later stage is any received, disbursed or spent figure of the same class, of the subject, its projects, its
umbrella or members, for a period that does not end before the allocation begins. Without a period the age
counts from publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Claim, Signal, Subject
from build_scripts.views.periods import last_day, span_of
from build_scripts.views.signals.ground import Ground, days_between, signal_of
from build_scripts.views.signals.thresholds import NO_LATER_STAGE_AFTER_DAYS
from build_scripts.views.totals import CLASS_OF

RULE, GRADE = "no_later_stage", 2
LATER = ("received", "disbursed", "spent")


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each class of money of a subject with at least one such allocation."""
    subjects = [("pairing", row["pairing_id"]) for row in ground.pairings]
    subjects += [("project", row["project_id"]) for row in ground.projects]
    for subject in subjects:
        for (group, stage), allocated in ground.stages(subject).items():
            if stage == "allocated":
                later = later_claims(subject, group, ground)
                alone = [claim for claim in allocated if not any(follows(other, claim) for other in later)]
                if old := tuple(claim.claim_id for claim in alone if is_old(claim, ground)):
                    yield signal_of(RULE, GRADE, subject, old)


def later_claims(subject: Subject, group: str, ground: Ground) -> list[Claim]:
    """Returns the figures of later stages of one class, of the subject and its kin.

    Money of unstated kind counts for every class: it may be the same money.
    """
    return [
        claim
        for one in (subject, *ground.kin.get(subject, ()))
        for claim in ground.money(one)
        if claim.stage in LATER and CLASS_OF[claim.fund_source] in (group, "unstated") and claim.basis != "expected"
    ]


def follows(later: Claim, allocated: Claim) -> bool:
    a, b = span_of(allocated.period), span_of(later.period)
    return a is None or b is None or b[1] >= a[0]


def is_old(claim: Claim, ground: Ground) -> bool:
    published = ground.sources[claim.source_id]["published"]
    span = span_of(claim.period)
    end = span[1] if span else published and last_day(published)
    return bool(end) and days_between(end, ground.today) > NO_LATER_STAGE_AFTER_DAYS

"""Printed figures contradict each other: a sum that does not hold, or sources that print other values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from build_scripts.views.model import Audit, Conflict, Signal
from build_scripts.views.signals.ground import Ground, signal_of
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict

RULE, GRADE = "contradiction", 1
SUBJECTS = ("project", "pairing")
REPEATS = ("repeat", "cross_source")  # audits that compare two prints of one figure


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each failed audit and each subject in it, then one for each conflict of sources.

    A conflict whose values all stand in failed audits that compare two prints is not said twice.
    """
    failed = [audit for audit in ground.audits if audit.verdict is AuditVerdict.FAILS]
    for audit in failed:
        yield from of_audit(audit, ground)
    told = {claim for audit in failed if audit.kind in REPEATS for claim in audit.claims}
    for conflict in ground.conflicts:
        if conflict.verdict is ConflictVerdict.CONFLICT and conflict.subject_kind in SUBJECTS:
            if conflict.aspect == "valid_from":
                yield of_beginnings(conflict, ground)
            elif not values(conflict.claims, ground) <= values(told.intersection(conflict.claims), ground):
                yield signal_of(RULE, GRADE, conflict.subject, conflict.claims, "sources")


def values(claims: Iterable[str], ground: Ground) -> set[Decimal]:
    return {ground.claims[claim].value for claim in claims}


def of_audit(audit: Audit, ground: Ground) -> Iterator[Signal]:
    for subject in dict.fromkeys(ground.claims[claim].subject for claim in audit.claims):
        if subject[0] in SUBJECTS:
            yield signal_of(RULE, GRADE, subject, audit.claims, audit.kind)


def of_beginnings(conflict: Conflict, ground: Ground) -> Signal:
    """Returns the signal of witnesses that print other beginnings; these are periods, they are no claims."""
    return signal_of(RULE, GRADE, conflict.subject, (), "beginnings", beginnings(conflict, ground))


def beginnings(conflict: Conflict, ground: Ground) -> tuple[str, ...]:
    """Returns the distinct beginnings that the witnesses of a pairing print, the earliest first."""
    named = {row["claim_id"]: row["valid_from"] for row in ground.witnesses.get(conflict.subject_id, ())}
    own = {row["pairing_id"]: row["valid_from"] for row in ground.pairings}
    return tuple(sorted({date for claim in conflict.claims if (date := named.get(claim) or own.get(claim))}))

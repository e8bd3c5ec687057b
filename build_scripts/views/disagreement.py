"""The split seal: which figures other sources disagree with, or stand in a sum that does not hold."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.views.model import Audit, Conflict, Fact
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict


def split_claims(facts: Iterable[Fact], audits: Iterable[Audit], conflicts: Iterable[Conflict]) -> frozenset[str]:
    """Returns the ids of those claims."""
    return frozenset(
        claim
        for claims in (
            *(fact.claims for fact in facts if fact.disagree),
            *(audit.claims for audit in audits if audit.verdict is AuditVerdict.FAILS),
            *(conflict.claims for conflict in conflicts if conflict.verdict is ConflictVerdict.CONFLICT),
        )
        for claim in claims
    )

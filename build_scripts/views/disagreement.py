"""The split seal: which figures other sources disagree with, or stand in a sum that does not hold."""

from __future__ import annotations

from build_scripts.views.model import Views


def split_claims(views: Views) -> frozenset[str]:
    """Returns the ids of those claims."""
    return frozenset(
        claim
        for claims in (
            *(fact.claims for fact in views.facts if fact.disagree),
            *(audit.claims for audit in views.audits if audit.verdict == "fails"),
            *(conflict.claims for conflict in views.conflicts if conflict.verdict == "conflict"),
        )
        for claim in claims
    )

"""Causes of poverty: figures of one place and source whose labels name the same cause after their colon."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.views.model import Claim

MEASURES = ("poor_households", "poor_people", "cause_share")
FEWEST = 3
Causes = dict[str, dict[str, Claim]]  # cause (Chinese) -> measure -> claim


def causes_by_place(claims: dict[str, Claim]) -> dict[tuple[str, str], Causes]:
    """Returns (place, source) -> its causes, the one with the most households (else the largest share) first."""
    found: dict[tuple[str, str], Causes] = defaultdict(lambda: defaultdict(dict))
    for claim in claims.values():
        if claim.measure_id in MEASURES and claim.subject_kind == "place" and "：" in (claim.label_zh or ""):
            cause = claim.label_zh.partition("：")[2]
            found[claim.subject_id, claim.source_id][cause].setdefault(claim.measure_id, claim)
    return {
        key: dict(sorted(causes.items(), key=lambda item: size_of(item[1]), reverse=True))
        for key, causes in found.items()
        if len(causes) >= FEWEST
    }


def size_of(figures: dict[str, Claim]) -> tuple:
    return tuple(figures[m].value if m in figures and figures[m].value is not None else -1 for m in MEASURES)

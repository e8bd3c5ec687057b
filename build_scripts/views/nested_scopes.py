"""Figures whose periods lie inside one another but whose values stand the other way round.

A sum over 2016–2019 cannot exceed the sum over 2016–2020 of the same thing. Where it does in print, the scopes of
the two sources must differ; both are shown with the ways in which they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from build_scripts.views.adding import has_open_start
from build_scripts.views.model import Claim, Conflict
from build_scripts.views.periods import span_of
from build_scripts.views.precision import interval_of
from build_scripts.views.totals import CLASS_OF
from build_scripts.views.verdicts import ConflictVerdict

FLOWS = ("in_period", "cumulative")  # what adds up over time; a state at a date may fall


def nested_scopes(
    claims: dict[str, Claim], additive: set[str], witness: Callable[[str], str] = str
) -> Iterable[Conflict]:
    """Yields one Conflict (verdict scope) for each pair of claims of two witnesses that stand the wrong way round.

    Compared are claims of one subject, one class of money and stage (or one additive measure) with stated periods.
    The claim over the longer period stands first.
    """
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.value is not None and claim.basis in FLOWS and claim.period and not claim.part_of:
            if claim.table == "funds":
                groups[(*claim.subject, claim.payer_id, CLASS_OF[claim.fund_source], claim.stage)].append(claim)
            elif claim.measure_id in additive:
                groups[(*claim.subject, claim.payer_id, claim.measure_id, claim.label_zh)].append(claim)
    for group in groups.values():
        for outer in group:
            yield from (crossing(outer, inner) for inner in group if wrong_way_round(outer, inner, witness))


def wrong_way_round(outer: Claim, inner: Claim, witness: Callable[[str], str]) -> bool:
    """True where `inner` lies within `outer` in time, comes from another witness, and is surely larger; a running total
    that does not say since when may have begun earlier.
    """
    if witness(outer.source_id) == witness(inner.source_id) or outer.period == inner.period:
        return False
    if has_open_start(outer) or has_open_start(inner):
        return False
    (a, b), (c, d) = span_of(outer.period), span_of(inner.period)
    return a <= c and d <= b and interval_of(inner).low > interval_of(outer).high


def crossing(outer: Claim, inner: Claim) -> Conflict:
    ids = (outer.claim_id, inner.claim_id)
    return Conflict(
        f"nested-{'-'.join(ids)}",
        *outer.subject,
        outer.what,
        outer.period,
        outer.basis,
        ids,
        ConflictVerdict.SCOPE,
        "longest",
    )

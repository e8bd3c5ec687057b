"""Which claim is shown where several state the same thing, and by which rule.

Two claims state the same thing when subject, payer, what, label, period and basis are equal. A copy never stands for
its original: where they differ, the copy slipped. Else shown is the claim proved against its text, then the one from
the more reliable source, then the one published last, then the first in the file. Nothing is dropped: the others stand
beside it in the receipt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pandas as pd

from build_scripts.views.model import Claim, Fact, Reliability
from build_scripts.views.precision import interval_of
from build_scripts.views.witnesses import witness_of

Claims = dict[str, Claim]


def derive_facts(claims: Claims, reliability: dict[str, Reliability], sources: pd.DataFrame) -> tuple[Fact, ...]:
    """Returns one Fact for each distinct thing that is claimed, in order of first appearance."""
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        groups[fact_key(claim)].append(claim)
    witness = witness_of(sources)
    return tuple(resolve(group, reliability, published, witness) for group in groups.values())


def fact_key(claim: Claim) -> tuple:
    return (*claim.subject, claim.payer_id, claim.what, claim.label_zh, claim.period, claim.basis)


def resolve(
    group: list[Claim],
    reliability: dict[str, Reliability],
    published: dict[str, str | None],
    witness: Callable[[str], str],
) -> Fact:
    """Returns the Fact of claims that state the same thing."""
    speak = {claim.source_id for claim in group if claim.value is not None}
    copies = {claim.claim_id for claim in group if witness(claim.source_id) in speak - {claim.source_id}}
    keys = {claim.claim_id: preference(claim, claim.claim_id in copies, reliability, published) for claim in group}
    ordered = sorted(group, key=lambda claim: keys[claim.claim_id])
    first = ordered[0]
    return Fact(
        first.subject_kind,
        first.subject_id,
        first.what,
        first.label_zh,
        first.period,
        first.basis,
        shown=first.claim_id,
        claims=tuple(c.claim_id for c in ordered),
        rule=rule_that_chose([keys[claim.claim_id] for claim in ordered]),
        disagree=disagree(ordered),
        measure_id=first.measure_id,
    )


def preference(claim: Claim, is_copy: bool, reliability, published) -> tuple:
    """The sort key of the rule in the module's docstring; smaller is shown first."""
    digits = claim.value is None  # a print that lost its digits never stands for one that kept them
    date = published.get(claim.source_id) or ""
    return digits, is_copy, claim.proof != "proved", reliability[claim.source_id].rank, inverted(date), claim.row


def inverted(date: str) -> tuple[int, ...]:
    """Later dates sort first; a missing date sorts last."""
    return tuple(-ord(ch) for ch in date) or (0,)


def rule_that_chose(keys: list[tuple]) -> str:
    """Returns the name of the first criterion in which the shown claim is ahead of the next."""
    if len(keys) == 1:
        return "only"
    names = ("digits", "original", "proved", "reliability", "latest", "first")
    return next(name for name, a, b in zip(names, *keys[:2], strict=True) if a != b)


def disagree(group: list[Claim]) -> bool:
    """True where two claims differ by more than their print and qualifiers allow."""
    ranges = [r for c in group if (r := interval_of(c)) is not None]
    return any(not a.meets(b) for i, a in enumerate(ranges) for b in ranges[i + 1 :])

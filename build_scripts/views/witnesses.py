"""Who speaks: one witness is one witness, and a general report is none of East–West assistance.

A page posted again, or read twice, names in `same_as_source_id` the document it repeats. What both say is said once;
where a copy differs from its original, that is a slip of the copy and no disagreement of two sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pandas as pd

from build_scripts.views.adding import reason_alone, window_of
from build_scripts.views.model import Claim


def witness_of(sources: pd.DataFrame) -> Callable[[str], str]:
    """Returns source id -> the source of which it is a copy, itself where it is none."""
    if "same_as_source_id" not in sources:
        return str
    copies = sources.set_index("source_id")["same_as_source_id"].dropna().to_dict()
    return lambda source_id: copies.get(source_id, source_id)


def without_repeats(claims: dict[str, Claim], sources: pd.DataFrame) -> dict[str, Claim]:
    """Returns the claims, less those of a copy that another claim of the same witness makes already.

    Two claims are one where witness, subject, payer, what, value and end of the period are equal.
    """
    return {claim.claim_id: claim for claim in said_once(claims.values(), witness_of(sources))}


def said_once(claims: Iterable[Claim], witness: Callable[[str], str]) -> list[Claim]:
    """Returns the claims in their order, less those of a copy that another of them makes already."""
    claims, first = tuple(claims), {}
    for claim in sorted(claims, key=lambda claim: witness(claim.source_id) != claim.source_id):
        first.setdefault(statement_of(claim, witness), claim.source_id)
    return [claim for claim in claims if first[statement_of(claim, witness)] == claim.source_id]


def statement_of(claim: Claim, witness: Callable[[str], str]) -> tuple:
    end = (claim.period or "").rpartition("/")[2]
    return witness(claim.source_id), claim.subject, claim.payer_id, claim.what, claim.value, end


def repeated_claims(claims: Iterable[Claim], sources: pd.DataFrame) -> dict[str, str]:
    """Returns the id of a copy's claim -> that of its original's which it makes again, with slips or without.

    Of those that may be added alone. Where nothing else of the copy is the original's amount, what it prints of the
    same window is, whatever the amount and its label: a slip of the copy.
    """
    witness = witness_of(sources)
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if reason_alone(claim, {claim.claim_id}) is None:
            groups[witness(claim.source_id), claim.subject, claim.payer_id, claim.what].append(claim)
    found = {}
    for (original, *_), group in groups.items():
        own = [claim for claim in group if claim.source_id == original]
        for copy in (claim for claim in group if own and claim.source_id != original):
            same_copy = [claim for claim in group if claim.source_id == copy.source_id]
            if first := said_first(copy, own, same_copy):
                found[copy.claim_id] = first.claim_id
    return found


def said_first(copy: Claim, own: list[Claim], same_copy: list[Claim]) -> Claim | None:
    """Returns which of the original's `own` claims a claim of a copy makes again, None where it makes one anew."""
    if plainly := next((claim for claim in own if is_again(copy, claim)), None):
        return plainly
    left = [claim for claim in own if not any(is_again(other, claim) for other in same_copy)]
    return next((claim for claim in left if copy.table == "funds" and window_of(claim) == window_of(copy)), None)


def is_again(copy: Claim, claim: Claim) -> bool:
    """True where a claim of a copy has the amount of the original's, or its label and window."""
    is_same_thing = (copy.label_zh, window_of(copy)) == (claim.label_zh, window_of(claim))
    return copy.value == claim.value or is_same_thing


def paired_sources(sources: pd.DataFrame) -> frozenset[str]:
    """Returns the documents about paired assistance: neither samples of poverty work in general nor lists."""
    return frozenset(sources.query("collection == 'paired'")["source_id"])

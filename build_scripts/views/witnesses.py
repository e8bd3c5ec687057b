"""Who speaks: one witness is one witness, and a general report is none of East–West assistance.

A page posted again, or read twice, names in `same_as_source_id` the document it repeats. What both say is said once;
where a copy differs from its original, that is a slip of the copy and no disagreement of two sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

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


def paired_sources(sources: pd.DataFrame) -> frozenset[str]:
    """Returns the documents about paired assistance: neither samples of poverty work in general nor lists."""
    return frozenset(sources.query("collection == 'paired'")["source_id"])

"""Where sources print different things for the same subject: found from the claims, never from a list.

Claims on one subject, what, period and basis are compared, parts of a whole apart. Where their labels differ, both may
be right; where these agree and the figures do not meet within their printed precision, the sources conflict. A copy
and its original are one witness and disagree with nobody twice (witnesses.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pandas as pd

from build_scripts.views.model import Claim, Conflict, Fact
from build_scripts.views.nested_scopes import nested_scopes
from build_scripts.views.pairing_conflicts import date_conflicts, provider_changes
from build_scripts.views.precision import interval_of
from build_scripts.views.verdicts import ConflictVerdict
from build_scripts.views.witnesses import without_repeats, witness_of

Claims = dict[str, Claim]


def derive_conflicts(tables: dict[str, pd.DataFrame], claims: Claims, facts: tuple[Fact, ...]) -> tuple[Conflict, ...]:
    """Returns the conflicts of figures, those of nested periods, and those of pairings' dates and providers."""
    additive = set(tables["measures"].query("aggregation == 'sum'")["measure_id"])
    said_once, witness = without_repeats(claims, tables["sources"]), witness_of(tables["sources"])
    return (
        *figure_conflicts(said_once, facts, witness),
        *nested_scopes(said_once, additive, witness),
        *date_conflicts(tables),
        *provider_changes(tables),
    )


def figure_conflicts(
    claims: Claims, facts: tuple[Fact, ...], witness: Callable[[str], str] = str
) -> Iterable[Conflict]:
    """Yields a Conflict for each group of claims on one subject, what, period and basis with different values."""
    rank = {claim: (i, fact.rule) for fact in facts for i, claim in enumerate(fact.claims)}
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.value is not None and not claim.part_of:
            groups[(*claim.subject, claim.what, claim.period, claim.basis)].append(claim)
    for key, group in groups.items():
        ordered = sorted(one_a_witness(group, witness), key=lambda c: (rank[c.claim_id][0], c.row))
        verdict = group_verdict(ordered)
        if verdict:
            ids = tuple(c.claim_id for c in ordered)
            yield Conflict(conflict_id(key), *key, claims=ids, verdict=verdict, rule=rank[ids[0]][1])


def one_a_witness(group: list[Claim], witness: Callable[[str], str]) -> list[Claim]:
    """Returns the claims without those of a copy whose original says under the same label what it says."""
    said = {(claim.source_id, claim.label_zh) for claim in group}
    return [c for c in group if c.source_id == (original := witness(c.source_id)) or (original, c.label_zh) not in said]


def conflict_id(key: tuple) -> str:
    """Returns a stable, URL-safe name of a conflict from its subject, what, period and basis."""
    return "-".join(str(part) for part in key if part).replace(":", ".").replace("/", "_")


def group_verdict(group: list[Claim]) -> ConflictVerdict | None:
    """Returns conflict, scope or rounding for claims of one subject, what, period and basis; None where they agree."""
    verdicts = {v for i, a in enumerate(group) for b in group[i + 1 :] if (v := pair_verdict(a, b))}
    return next((v for v in ConflictVerdict if v in verdicts), None)


def pair_verdict(a: Claim, b: Claim) -> ConflictVerdict | None:
    """Returns how two claims of one subject, what, period and basis stand to each other; None: nothing to say."""
    if a.value == b.value or is_range(a, b) or a.payer_id != b.payer_id:
        return None  # the money of two payers is two things
    if a.label_zh and b.label_zh and a.label_zh != b.label_zh:
        # inside one document, and under a catch-all measure, another label simply is another thing
        is_catch_all = (a.measure_id or "").startswith("other_")
        return None if a.source_id == b.source_id or is_catch_all else ConflictVerdict.SCOPE
    return ConflictVerdict.ROUNDING if interval_of(a).meets(interval_of(b)) else ConflictVerdict.CONFLICT


def is_range(a: Claim, b: Claim) -> bool:
    """True for the two ends of one printed range such as 3-5家."""
    return (a.source_id, a.as_printed) == (b.source_id, b.as_printed) and {a.qualifier, b.qualifier} == {
        "at_least",
        "at_most",
    }

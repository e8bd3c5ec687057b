"""What enterprises signed and what is in place, where one document prints both of one pairing or place and period."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.views.model import Claim, Views

SOURCE, SIGNED, IN_PLACE = "enterprise_investment", ("agreed",), ("received", "spent")
Both = tuple[Claim, Claim]  # signed, in place


def signed_in_place(views: Views) -> list[Both]:
    """Returns the largest figure signed and the largest in place of each such group, the largest signed first.

    Both are of one subject, period, basis and document; whether they are of the same projects no document says, so
    nobody may take one from the other or divide them.
    """
    groups: dict[tuple, list[Claim]] = defaultdict(list)
    for fact in views.facts:
        claim = views.claims[fact.shown]
        is_told = claim.basis != "expected" and claim.value and not claim.part_of
        if is_told and claim.table == "funds" and claim.fund_source == SOURCE:
            groups[claim.subject, claim.period, claim.basis, claim.source_id].append(claim)
    both = ((largest(group, SIGNED), largest(group, IN_PLACE)) for group in groups.values())
    return sorted((pair for pair in both if None not in pair), key=lambda pair: -pair[0].value)


def largest(group: list[Claim], stages: tuple[str, ...]) -> Claim | None:
    return max((claim for claim in group if claim.stage in stages), key=lambda claim: claim.value, default=None)

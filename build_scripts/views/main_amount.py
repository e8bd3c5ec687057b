"""The amount that says most of a project: a whole before a part, at the stage nearest to payment.

It is one claim like any other, and no total.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.views.model import Claim

NEAREST_TO_PAYMENT = ("received", "spent", "disbursed", "allocated", "agreed", "budgeted")


def main_amount(claims: Iterable[Claim]) -> Claim | None:
    """Returns that claim among those of one project, the earliest period first; None where no amount is printed."""
    money = [claim for claim in claims if claim.stage and claim.value is not None]
    return min(
        sorted(money, key=lambda c: c.period or "9999"),
        key=lambda c: (bool(c.part_of), NEAREST_TO_PAYMENT.index(c.stage)),
        default=None,
    )

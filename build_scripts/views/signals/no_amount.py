"""A project is named, but no source prints an amount for it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Signal
from build_scripts.views.signals.ground import Ground, signal_of

RULE, GRADE = "no_amount", 3


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each project without an amount; its claims are prints that lost their digits.

    Umbrellas are left out: they only hold several projects together.
    """
    for row in ground.projects:
        subject = ("project", row["project_id"])
        money = ground.money(subject)
        if not row["is_umbrella"] and all(claim.value is None for claim in money):
            reading = "digits_lost" if money else "message"
            yield signal_of(RULE, GRADE, subject, tuple(c.claim_id for c in money), reading)

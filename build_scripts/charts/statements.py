"""Rows of a frame that most charts share: what one claim says, in the columns that readers know."""

from __future__ import annotations

from build_scripts.labels.names import Names
from build_scripts.views.model import Claim


def statement(claim: Claim, names: Names) -> dict:
    """Returns what, period, stage, basis, amount, figure, claims of one claim; basis only where it needs a word."""
    return {
        "what": names.label(claim),
        "period": claim.period,
        "code": claim.stage,
        "stage": names.code("funds", "stage", claim.stage) if claim.stage else "",
        "basis": "" if claim.basis == "in_period" else names.code("funds", "basis", claim.basis),
        "amount": claim.value,
        "figure": names.figure(claim),
        "claims": (claim.claim_id,),
    }


def nothing_read(words: str, period: str | None = None) -> dict:
    """Returns the row of a period, or of a thing, for which no figure has been read."""
    none = {"what": "", "code": None, "stage": "", "basis": "", "amount": None, "claims": ()}
    return none | {"period": period, "figure": words}

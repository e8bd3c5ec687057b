"""When a pairing is known to have existed: its own dates, those of other witnesses, the windows of its figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from build_scripts.views.edges import ROUND_ENDS, ROUNDS, UNSTATED_TERMS
from build_scripts.views.flow_sums import bounded
from build_scripts.views.model import Claim
from build_scripts.views.periods import overlap, span_of
from build_scripts.views.places import Ends

PROGRAMMES = dict(zip(ROUNDS, ("ew1", "ew1", "ew2"), strict=True))  # round -> the programme that is paired in it
LATEST_START = "2016"  # of a pairing of ew1 without an end that surely ran to the end of its round: all were re-paired


@dataclass(frozen=True)
class DatedPairing:
    """A pairing of an East–West programme with all that tells when it existed."""

    pairing_id: str
    programme: str
    provider_id: str | None
    recipient_id: str | None
    windows: tuple[str, ...]  # periods; with nothing after the slash where no end is known

    def state_in(self, period: str) -> str | None:
        """Returns `paired`, `undated` where nothing stated decides, or None where it lies outside the period."""
        closed = [window for window in self.windows if not window.endswith("/")]
        if any(overlap(window, bounded(period)) for window in closed):
            return "paired"
        last = span_of(bounded(period))[1]
        is_open = any(window.endswith("/") and window < last for window in self.windows)
        return "undated" if is_open or not self.windows else None


def dated_pairings(tables: dict[str, pd.DataFrame], claims: dict[str, Claim], ends: Ends) -> dict[str, DatedPairing]:
    """Returns the pairings of the East–West programmes by id."""
    windows: dict[str, list[str]] = defaultdict(list)
    for claim in claims.values():
        if claim.subject_kind == "pairing" and claim.period and claim.basis not in ("expected", "cumulative"):
            windows[claim.subject_id].append(claim.period)
    pairings = tables["pairings"].query("programme in ('ew1', 'ew2')").to_dict("records")
    witnesses = tables["pairing_claims"].query("programme in ('ew1', 'ew2')").to_dict("records")
    for row in (*pairings, *witnesses):
        if window := window_of(row):
            windows[row["pairing_id"]].append(window)
    ids = {row["pairing_id"]: row["programme"] for row in pairings}
    return {key: DatedPairing(key, kind, *ends[key], tuple(windows[key])) for key, kind in ids.items()}


def window_of(row: dict) -> str | None:
    """Returns the term that a pairing or witness states; an end without a beginning proves the year of the end.

    Since all pairs were made anew in 2016, one that began earlier and has no end may have ended then.
    """
    first, last, programme = row["valid_from"], row["valid_to"], row["programme"]
    if not first:
        return last or (UNSTATED_TERMS.get(programme) and bounded(UNSTATED_TERMS[programme]))
    if last or (programme in ROUND_ENDS and (first >= LATEST_START or not ROUND_ENDS[programme])):
        return bounded(f"{first}/{last or ROUND_ENDS[programme]}")
    return f"{first}/"


def round_of(period: str) -> str:
    """Returns the round that the last day of a period lies in."""
    return next(key for key in ROUNDS if span_of(period)[1] <= span_of(bounded(key))[1])

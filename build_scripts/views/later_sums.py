"""What follows the amount that leads: later sums of assistance that cannot lead, so that a reader may know of them.

They cannot because only a source of the lowest reliability prints them, because they are planned, agreed or expected,
or because the giver gave together with others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from build_scripts.views.last_seen import spoken_of_places
from build_scripts.views.model import Claim
from build_scripts.views.periods import span_of
from build_scripts.views.places import Ends
from build_scripts.views.said import Headline, Subject


def joint_sums(tables: dict[str, pd.DataFrame], sums: Iterable[Claim], ends: Ends) -> list[tuple[Subject, Claim]]:
    """Returns each pairing with the sums that stand on its recipient and name its provider, alone or with others."""
    return [(("pairing", key), claim) for key, claim in spoken_of_places(tables, sums, ends)]


def last_days(sums: Iterable[tuple[Subject, Claim]]) -> dict[Subject, str]:
    """Returns the last day of which the sums speak, for each subject."""
    found: dict[Subject, str] = {}
    for subject, claim in sums:
        if span := span_of(claim.period):
            found[subject] = max(found.get(subject, ""), span[1])
    return found


def with_what_follows(headline: Headline, later: str) -> Headline:
    """Returns a headline that tells where what leads is followed, until the day `later`, by sums that cannot lead."""
    lead = headline.lead
    if not lead or not "" < lead.window.last < later:
        return headline
    return replace(headline, lead=replace(lead, window=replace(lead.window, is_followed=True)))

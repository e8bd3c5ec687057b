"""Of the nation and of each pair of provinces the line of the account that says most of a round."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from build_scripts.views.account_line import AccountLine
from build_scripts.views.dated_pairings import round_of
from build_scripts.views.periods import length_in_days

COUNTRY = ("place", "cn")
ASSISTANCE = ("social_donation", "mixed", "fiscal_assistance")  # what says most of a round last


def main_lines(account: Iterable[AccountLine], pairings: pd.DataFrame) -> tuple[AccountLine, ...]:
    """Returns one line a round and pairing of provinces, and one of the nation before them.

    Fiscal money goes first, then the longest window, then the sum; of assistance alone. A line belongs to the round
    that holds its whole window; lines are never added.
    """
    pairs = pairings[pairings["level"] == "province"]["pairing_id"]
    subjects = {COUNTRY, *(("pairing", key) for key in pairs)}
    best: dict[tuple[str, bool, str], AccountLine] = {}
    for line in account:
        key = round_within(line.period)
        if key and line.fund_source in ASSISTANCE and (line.subject_kind, line.subject_id) in subjects:
            place = (key, line.subject_kind == "pairing", line.subject_id)
            best[place] = max(best.get(place, line), line, key=precedence)
    return tuple(best[place] for place in sorted(best))


def round_within(period: str) -> str | None:
    """Returns the round that a whole window lies in, or None where it reaches over two."""
    first, _, last = period.partition("/")
    return round_of(first) if round_of(first) == round_of(last or first) else None


def precedence(line: AccountLine) -> tuple:
    """The order of lines; the greatest says most: what is no assistance comes before all of it."""
    rank = ASSISTANCE.index(line.fund_source) if line.fund_source in ASSISTANCE else -1
    return rank, length_in_days(line.period), line.printed

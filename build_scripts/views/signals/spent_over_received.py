"""More is printed as spent than as received: same class of money, overlapping periods.

Each spent figure is compared with the received figures that may be the same money: of the same fund source
(or one of the two states none), and from the same document or under the same label, since a second document
may print a part only. They must cover every year of the spending; whatever else of the class was received
then is added to them. Both sides are read as generously as their print allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Claim, Signal, Subject
from build_scripts.views.periods import overlap, years_of
from build_scripts.views.precision import interval_of
from build_scripts.views.signals.ground import Ground, signal_of

RULE, GRADE = "spent_over_received", 2
SUBJECTS = (("pairings", "pairing"), ("projects", "project"))
OPEN_KINDS = ("mixed", "not_stated")  # may be money of any source of the class


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each class of money of a subject with at least one such figure."""
    for table, kind in SUBJECTS:
        for row in getattr(ground, table):
            yield from of_subject((kind, row[f"{kind}_id"]), ground)


def of_subject(subject: Subject, ground: Ground) -> Iterator[Signal]:
    stages = ground.stages(subject)
    for group in dict.fromkeys(group for group, _ in stages):
        received = stages.get((group, "received"), [])
        pairs = [(spent, covering(spent, received)) for spent in stages.get((group, "spent"), ())]
        above = [(spent, sources) for spent, sources in pairs if sources and exceeds(spent, sources)]
        claims = dict.fromkeys(c.claim_id for spent, sources in above for c in (spent, *sources))
        if claims:
            yield signal_of(RULE, GRADE, subject, tuple(claims))


def covering(spent: Claim, received: list[Claim]) -> list[Claim]:
    """Returns the received figures to compare with; empty where they do not cover all years of spending."""
    if not spent.period:
        return []
    near = [c for c in received if c.period and overlap(c.period, spent.period)]
    years = {year for c in near if comparable(spent, c) for year in years_of(c.period)}
    if not set(years_of(spent.period)) <= years:
        return []
    present = {c.claim_id for c in near}
    return [c for c in near if c.part_of not in present]


def comparable(spent: Claim, received: Claim) -> bool:
    """True where the received money may be the spent money."""
    own = "fiscal_assistance" if spent.fund_source in OPEN_KINDS else spent.fund_source
    is_kind = received.fund_source in (own, *OPEN_KINDS)
    return is_kind and (received.source_id == spent.source_id or received.label_zh == spent.label_zh)


def exceeds(spent: Claim, received: list[Claim]) -> bool:
    return interval_of(spent).low > sum(interval_of(c).high for c in received)

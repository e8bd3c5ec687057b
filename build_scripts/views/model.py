"""The words the rest of the program speaks: claim, fact, total, audit, conflict, signal.

Views are frozen and hold ids, never copies of each other: a page looks a claim up by its id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

SUBJECT_COLUMNS = {"project_id": "project", "pairing_id": "pairing", "org_id": "organisation", "place_id": "place"}


@dataclass(frozen=True)
class Claim:
    """One statement of one number by one source: a row of `funds` or `observations`."""

    claim_id: str
    table: str  # funds | observations
    row: int  # line number in the CSV
    subject_kind: str  # pairing | project | place | organisation
    subject_id: str
    what: str  # "money:<fund_source>:<stage>" or "measure:<measure_id>"
    label_zh: str | None
    label_en: str | None
    period: str | None
    value: Decimal | None  # yuan, or the measure's unit; None where the print lost its digits
    unit: str  # a unit code of schemas/measures.yaml; "cny" for money
    qualifier: str
    basis: str
    part_of: str | None
    parts_complete: bool | None
    in_totals: bool
    inferred: tuple[str, ...]  # columns whose value the reader supplied
    note_zh: str | None
    note_en: str | None
    source_id: str
    section: str | None
    start: int | None
    also_at: tuple[int, ...]
    as_printed: str
    proof: str  # "proved": has an offset that `check --sources` proves; "excerpt": read from an excerpt
    fund_source: str | None = None
    stage: str | None = None
    instrument: str | None = None
    measure_id: str | None = None

    @property
    def subject(self) -> tuple[str, str]:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Fact:
    """All claims of the same thing (subject, what, label, period, basis) and the one that is shown.

    `rule` says why it is shown: only, proved, reliability, latest, first.
    """

    subject_kind: str
    subject_id: str
    what: str
    label_zh: str | None
    period: str | None
    basis: str
    shown: str  # claim id
    claims: tuple[str, ...]  # every claim id, the shown one first
    rule: str
    disagree: bool  # the claims differ by more than their printed precision allows


@dataclass(frozen=True)
class Total:
    """A sum that may be shown: one stage, one unit, no whole with its part, no row outside totals."""

    subject_kind: str
    subject_id: str
    what: str  # "money:<stage>" or "measure:<id>"
    value: Decimal
    unit: str
    qualifier: str
    included: tuple[str, ...]  # claim ids
    left_out: tuple[
        tuple[str, str], ...
    ]  # (claim id, reason: part, not_in_totals, other_claim …)


@dataclass(frozen=True)
class Audit:
    """One sum of a source done again. verdict: holds | rounding | fails | unknown."""

    audit_id: str  # the relation id, or "parts." + the id of the whole
    kind: str  # parts | a kind of schemas/relations.yaml
    source_id: str
    statement: str  # with claim ids
    claims: tuple[str, ...]
    left: Decimal | None
    right: Decimal | None
    operator: str  # = ≤ ≥
    difference: Decimal | None  # left − right
    tolerance: Decimal | None  # follows from printed precision and qualifiers
    verdict: str
    note_zh: str | None
    note_en: str | None


@dataclass(frozen=True)
class Conflict:
    """Sources that print different things for the same subject, what, period and basis.

    verdict: conflict | scope (labels or bases differ, so both may be right) | rounding | provider_change.
    """

    conflict_id: str
    subject_kind: str
    subject_id: str
    what: str  # as in Claim, or "pairing:valid_from", "pairing:provider"
    period: str | None
    basis: str | None
    claims: tuple[str, ...]  # claim ids (or pairing / pairing-claim ids for pairing:*), the shown one first
    verdict: str
    rule: str  # why the first is shown


@dataclass(frozen=True)
class Signal:
    """A graded remark of a rule in views/signals: 1 red ▲, 2 yellow ◆, 3 blue ●."""

    rule: str
    grade: int
    subject_kind: str
    subject_id: str
    claims: tuple[str, ...]
    message_zh: str
    message_en: str
    clears_zh: str
    clears_en: str
    periods: tuple[
        str, ...
    ] = ()  # ISO dates and periods the remark is about (missing years …); messages hold no digits


@dataclass(frozen=True)
class Reliability:
    """A source's rank: 1 (best) … 5, with the points each rule gave (see views/reliability.py)."""

    source_id: str
    rank: int
    points: int
    reasons: tuple[str, ...]  # codes, worded in labels


@dataclass(frozen=True)
class Views:
    """Everything pages, charts and exports may show."""

    tables: dict[str, pd.DataFrame]
    today: str  # ISO date the build was asked for
    claims: dict[str, Claim] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    totals: tuple[Total, ...] = ()
    audits: tuple[Audit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    signals: tuple[Signal, ...] = ()
    reliability: dict[str, Reliability] = field(default_factory=dict)
    gaps: dict = field(default_factory=dict)  # see views/gaps.py
    quality: dict = field(default_factory=dict)  # see views/quality.py

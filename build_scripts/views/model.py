"""The words the rest of the program speaks: claim, fact, total, audit, conflict, signal. Views are frozen and hold ids,
never copies of each other: a page looks a claim up by its id."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from build_scripts.ledger.history import History
from build_scripts.views.account_line import AccountLine
from build_scripts.views.coverage import Coverage, Gaps, Quality
from build_scripts.views.edges import Flow
from build_scripts.views.places import PlaceIndex
from build_scripts.views.said import Answer, FrontPage, Headline, Term
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict
from build_scripts.views.who_is_paired import PairedRow

Row = dict[str, object]  # a row of a table, column -> cell
Subject = tuple[str, str]  # (pairing | project | place | organisation, id)
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
    proof: str  # proved: has a valid row in `proofs`; position: an offset nobody has proved; excerpt: has no offset
    fund_source: str | None = None
    stage: str | None = None
    instrument: str | None = None
    measure_id: str | None = None
    period_length: str | None = None  # as printed, where a length of time stands for a beginning or an end
    published: str | None = None  # when its document appeared
    is_published_judged: bool = False  # by the editors
    stated_of_zh: str | None = None  # what the print speaks of, where that is not the subject
    stated_of_en: str | None = None
    payer_id: str | None = None  # who gives the money or the help, where the row says it; else the pairing does
    repeats: str | None = None  # of a copy: the claim of its original that it makes again (witnesses.repeated_claims)

    @property
    def subject(self) -> Subject:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Fact:
    """All claims of the same thing (subject, what, label, period, basis) and the one that is shown."""

    subject_kind: str
    subject_id: str
    what: str
    label_zh: str | None
    period: str | None
    basis: str
    shown: str  # claim id
    claims: tuple[str, ...]  # every claim id, the shown one first
    rule: str  # why that one is shown: only, proved, reliability, latest, first
    disagree: bool  # the claims differ by more than their printed precision allows
    measure_id: str | None  # None for money

    @property
    def subject(self) -> Subject:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Total:
    """A sum that may be shown: one stage, one unit, no whole with its part, no row outside totals."""

    subject_kind: str
    subject_id: str
    what: str  # names what is added: "money:<fund_source>:<stage>" or "measure:<id>"
    fund_source: str | None  # None for a measure
    stage: str | None
    measure_id: str | None
    value: Decimal
    unit: str
    qualifier: str
    included: tuple[str, ...]  # claim ids
    left_out: tuple[tuple[str, str], ...]  # (claim id, reason: part, not_in_totals, other_claim …)

    @property
    def subject(self) -> Subject:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Audit:
    """One sum of a source done again."""

    audit_id: str  # the relation id, or "parts." or "account." + the id of the whole
    kind: str  # parts | account | a kind of schemas/relations.yaml
    source_id: str
    statement: str  # with claim ids
    claims: tuple[str, ...]
    left: Decimal | None
    right: Decimal | None
    operator: str  # = ≤ ≥
    difference: Decimal | None  # left − right
    tolerance: Decimal | None  # follows from printed precision and qualifiers
    verdict: AuditVerdict
    note_zh: str | None
    note_en: str | None


@dataclass(frozen=True)
class Conflict:
    """Sources that print different things for the same subject, what, period and basis."""

    conflict_id: str
    subject_kind: str
    subject_id: str
    what: str  # as in Claim, or "pairing:valid_from", "pairing:provider"
    period: str | None
    basis: str | None
    claims: tuple[str, ...]  # claim ids (or pairing / pairing-claim ids for pairing:*), the shown one first
    verdict: ConflictVerdict
    rule: str  # why the first is shown
    aspect: str | None = None  # of a pairing: valid_from, provider; None where figures differ

    @property
    def subject(self) -> Subject:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Signal:
    """A graded remark of a rule in views/signals: 1 red ▲, 2 yellow ◆, 3 blue ●."""

    rule: str
    grade: int
    subject_kind: str
    subject_id: str
    reading: str  # which of the rule's wordings in labels/<language>/signals.yaml applies
    claims: tuple[str, ...]
    periods: tuple[str, ...] = ()  # ISO dates and periods the remark is about; its words hold no digits

    @property
    def subject(self) -> Subject:
        return self.subject_kind, self.subject_id


@dataclass(frozen=True)
class Reliability:
    """A source's rank: 1 (best) … 5, with the points each rule gave (see views/reliability.py)."""

    source_id: str
    rank: int
    points: int
    reasons: tuple[str, ...]  # codes, worded in labels


@dataclass(frozen=True, eq=False)
class Index:
    """Every record by its id, and the ids or records that belong to it. Absent keys mean: none."""

    rows: dict[str, dict[str, Row]]  # table -> id -> row
    facts: dict[Subject, list[Fact]]
    fact_of: dict[str, Fact]  # claim id -> the fact it belongs to
    facts_of_measure: dict[str, list[Fact]]
    facts_within: dict[str, list[Fact]]  # place id -> what speaks of its pairings, projects and the places below it
    totals: dict[Subject, list[Total]]
    audits: dict[Subject, list[Audit]]
    audits_of_claim: dict[str, list[Audit]]
    audits_of_source: dict[str, list[Audit]]
    place_of_audit: dict[str, int]  # audit id -> 1 for the first of its verdict, and so on
    conflicts: dict[Subject, list[Conflict]]
    conflicts_of_claim: dict[str, list[Conflict]]
    place_of_conflict: dict[str, int]  # conflict id -> 1 for the first of its verdict, and so on
    signals: dict[Subject, list[Signal]]
    claims_of_source: dict[str, list[Claim]]  # in order of appearance
    place_in_source: dict[str, int]  # claim id -> 1 for the first claim of its source, and so on
    split_claims: frozenset[str]  # what carries the split seal
    pairings_of_source: dict[str, list[Row]]  # rows of pairings and pairing_claims
    projects_of_source: dict[str, list[Row]]
    events_of_source: dict[str, list[Row]]
    parts_of_source: dict[str, list[Row]]
    as_provider: dict[str, list[Row]]  # place id -> pairings; an organisation stands for its place
    as_recipient: dict[str, list[Row]]
    parts_of_pairing: dict[str, list[Row]]
    next_rounds: dict[str, list[Row]]
    witnesses: dict[str, list[Row]]
    events_of_pairing: dict[str, list[Row]]
    projects_of_pairing: dict[str, list[Row]]
    projects_of_place: dict[str, list[Row]]
    projects_within: dict[str, list[Row]]  # place id -> the projects in it, then those of its pairings
    members: dict[str, list[Row]]  # umbrella project -> its members
    parts_of_place: dict[str, list[Row]]  # shown places only
    organisations_of_place: dict[str, list[Row]]
    aliases: dict[Subject, list[str]]  # short and common names, for the search


@dataclass(frozen=True, eq=False)
class Views:
    """Everything pages, charts and exports may show; each value is made once, by views/derive.py."""

    tables: dict[str, pd.DataFrame]
    today: str  # ISO date the build was asked for
    places: PlaceIndex
    shown_places: dict[str, Row]  # place id -> row of the places that have a page, in the order of the table
    ends: dict[str, tuple[str | None, str | None]]  # pairing id -> (provider place, recipient place)
    wider: dict[str, tuple[str, ...]]  # pairing id -> the pairings that may hold its money
    paired: tuple[PairedRow, ...]  # every pairing as its recipient sees it
    proved: frozenset[tuple[str, str]]  # (table, id) of the rows whose proof is valid
    texts: dict[str, str]  # source id -> SHA-256 of the text it was read from
    claims: dict[str, Claim]
    facts: tuple[Fact, ...]
    totals: tuple[Total, ...]  # of pairings, projects and places, then those of the whole ledger
    front_page: FrontPage
    headlines: dict[tuple[str, str], Headline]  # (kind, id) -> what may be said of its money
    answers: dict[str, Answer]  # place id -> who helps it, with what, how sure
    further_terms: dict[str, tuple[Term, ...]]  # pairing id -> its years, where the row shown does not say them all
    flows: tuple[Flow, ...]
    account: tuple[AccountLine, ...]  # printed sums and what of them is located below: the nation's, then pairings'
    coverage: Coverage  # listed counties, printed counts and printed sums held against what is known
    audits: tuple[Audit, ...]
    conflicts: tuple[Conflict, ...]
    signals: tuple[Signal, ...]
    reliability: dict[str, Reliability]
    watched: dict[str, Row]  # source id -> its row of source_watch, where its address was gone or had changed
    gaps: Gaps
    quality: Quality
    index: Index
    history: History  # when each row entered and last changed

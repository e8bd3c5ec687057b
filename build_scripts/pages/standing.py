"""How a record stands: its sums done again, what sources print differently, graded remarks, how sure it
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.ledger.formulas import OPERATORS, split_statement
from build_scripts.pages.addresses import audit_anchor, conflict_anchor
from build_scripts.pages.book import Book
from build_scripts.pages.evidence import audit_checked, audit_kind, relation
from build_scripts.pages.names import what_name
from build_scripts.views.model import Audit, Claim, Conflict, Signal
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict
from build_scripts.views.witnesses import said_once, witness_of

VERDICTS, CONFLICTS = list(AuditVerdict), list(ConflictVerdict)  # the gravest first
MARKS = {1: "▲", 2: "◆", 3: ""}
OWN_READING = 3  # remarks of this grade are about what this ledger has read: a line of trust, no alert


@dataclass(frozen=True)
class Side:
    """One side of a sum: its tokens as (kind, text), and whether a result has to be worked out."""

    tokens: tuple[tuple[str, str], ...]  # kind: claim | sign | number
    worked_out: bool


@dataclass(frozen=True)
class AuditRow:
    audit: Audit
    anchor: str
    left: Side
    right: Side
    word: Markup
    kind: str
    checked: Markup
    relation: str  # the sign between the sides, as they turned out


@dataclass(frozen=True)
class ConflictRow:
    """What is printed differently. `claims` are claim ids for figures, rows of evidence otherwise."""

    conflict: Conflict
    anchor: str
    what: Markup
    word: Markup
    rule: Markup
    claims: tuple
    is_figure: bool


@dataclass(frozen=True)
class SignalRow:
    signal: Signal
    mark: str
    word: Markup
    title: str
    message: str
    clears: str


def audit_rows(book: Book, audits: Iterable[Audit]) -> list[AuditRow]:
    """Returns the sums, those that do not hold first."""
    return sorted((audit_row(book, audit) for audit in audits), key=lambda row: VERDICTS.index(row.audit.verdict))


def audit_row(book: Book, audit: Audit) -> AuditRow:
    left, _, right = split_statement(audit.statement)
    return AuditRow(
        audit,
        audit_anchor(audit),
        side(left),
        side(right),
        book.say(f"audit.verdict.{audit.verdict}"),
        audit_kind(book, audit),
        audit_checked(book, audit),
        relation(audit),
    )


def side(tokens: list[str]) -> Side:
    """Returns the tokens of one side, each with its kind."""
    return Side(tuple((token_kind(token), token) for token in tokens), len(tokens) > 1)


def token_kind(token: str) -> str:
    if token in OPERATORS or token in "()":
        return "sign"
    return "number" if token.replace(".", "", 1).isdigit() else "claim"


def conflict_rows(book: Book, conflicts: Iterable[Conflict]) -> list[ConflictRow]:
    """Returns what sources print differently, plain contradictions first."""
    rows = (conflict_row(book, conflict) for conflict in conflicts)
    return sorted(rows, key=lambda row: CONFLICTS.index(row.conflict.verdict))


def conflict_row(book: Book, conflict: Conflict) -> ConflictRow:
    is_figure = conflict.aspect is None
    if is_figure:
        what, claims = what_name(book, book.views.claims[conflict.claims[0]]).html, conflict.claims
    else:
        what = book.say(f"audit.what.{conflict.aspect}")
        claims = tuple(witness(book, key) for key in conflict.claims)
    return ConflictRow(
        conflict,
        conflict_anchor(conflict),
        what,
        book.say(f"audit.conflict.{verdict_of(book, conflict)}"),
        "" if conflict.rule == "only" else book.say(f"evidence.rule.{conflict.rule}"),
        claims,
        is_figure,
    )


def verdict_of(book: Book, conflict: Conflict) -> str:
    """Returns the verdict; `within` where it is one document that prints different figures."""
    claims = [book.views.claims.get(key) for key in conflict.claims]
    is_one_document = all(claims) and len({claim.source_id for claim in claims}) == 1
    return "within" if conflict.verdict is ConflictVerdict.CONFLICT and is_one_document else conflict.verdict


def witness(book: Book, key: str) -> dict:
    """Returns the row of a pairing or of a further witness, by its id."""
    tables = book.index.rows
    return tables["pairings"].get(key) or tables["pairing_claims"][key]


def signal_rows(book: Book, signals: Iterable[Signal]) -> list[SignalRow]:
    """Returns graded remarks in the words of their rules, the gravest first."""
    return [
        SignalRow(
            s,
            MARKS[s.grade],
            grade_word(book, s.grade),
            rule_title(book, s.rule),
            book.text(f"signals.{s.rule}.{s.reading}"),
            book.text(f"signals.{s.rule}.clears"),
        )
        for s in sorted(signals, key=lambda s: s.grade)
    ]


def rule_title(book: Book, rule: str) -> str:
    return book.text(f"signals.{rule}.name")


def grade_word(book: Book, grade: int) -> Markup:
    """Returns Ⅰ 级（红）: shape and word carry a grade, never colour alone; what has not been read has no grade."""
    if grade == OWN_READING:
        return book.say("signals.open")
    words = (book.say(f"signals.grade.{grade}.{part}") for part in ("mark", "word"))
    return book.say("audit.grade", **dict(zip(("mark", "word"), words, strict=True)))


def sureness(book: Book, claims: Iterable[Claim]) -> dict[str, int]:
    """Returns how many figures, how many in each state of proof, from how many sources, and how many are printed
    differently; what a copy of a document says again is not counted again.
    """
    if "witness" not in book.kept:
        book.kept["witness"] = witness_of(book.views.tables["sources"])
    witness = book.kept["witness"]
    claims = said_once(claims, witness)
    proofs = Counter(claim.proof for claim in claims)
    split = sum(book.index.fact_of[claim.claim_id].disagree for claim in claims)
    return {
        "figures": len(claims),
        "proofs": {state: proofs[state] for state in ("proved", "position", "excerpt") if proofs[state]},
        "sources": len({witness(claim.source_id) for claim in claims}),
        "split": split,
    }


def sentence_of_missing(book: Book, things: list[Markup]) -> Markup:
    """Returns one sentence of what no document read so far states; '' where nothing is missing."""
    return book.say("pages.not_stated", things=Markup(book.text("evidence.comma")).join(things)) if things else Markup()


def verdict_counts(audits: Iterable[Audit]) -> dict[str, int]:
    """Returns verdict -> number of sums, for every verdict."""
    found = Counter(audit.verdict for audit in audits)
    return {verdict: found[verdict] for verdict in VERDICTS}


def standing(book: Book, kind: str, key: str) -> dict:
    """Returns the blocks on sums, conflicts and remarks that every record page carries."""
    index, subject = book.index, (kind, key)
    remarks = signal_rows(book, index.signals.get(subject, ()))
    return {
        "audits": audit_rows(book, index.audits.get(subject, ())),
        "conflicts": conflict_rows(book, index.conflicts.get(subject, ())),
        "signals": [row for row in remarks if row.signal.grade < OWN_READING],
        "trust": [row for row in remarks if row.signal.grade == OWN_READING],
        "verdicts": verdict_counts(index.audits.get(subject, ())),
    }

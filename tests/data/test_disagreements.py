"""The contradictions a reader of the public pages noted by hand, each looked up in what the program finds by itself.

`disagreements.csv` holds one line a note: the ids of the claims and pairings it speaks of, and what the program
says of them: found (a conflict between sources), scope (they differ in a named way: period, stage, subject …),
provider_change (another provider in the next round), agrees (the figures may be the same). Nothing may be left
unexplained.
"""

import csv
from pathlib import Path

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.claims import derive_claims
from build_scripts.views.conflicts import derive_conflicts
from build_scripts.views.facts import derive_facts
from build_scripts.views.model import Claim
from build_scripts.views.precision import interval_of, printed_step
from build_scripts.views.reliability import derive_reliability

ROOT = Path(__file__).parents[2]
LINES = list(csv.DictReader((Path(__file__).parent / "disagreements.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def ledger(real_views):
    tables = real_views.tables
    claims = derive_claims(tables, valid_proofs(tables))
    facts = derive_facts(claims, derive_reliability(tables["sources"]), tables["sources"])
    edges = {row["pairing_id"]: row["pairing_id"] for row in tables["pairings"].to_dict("records")}
    edges |= {row["claim_id"]: row["pairing_id"] for row in tables["pairing_claims"].to_dict("records")}
    return claims, derive_conflicts(tables, claims, facts), edges


def differ_in_scope(a: Claim, b: Claim) -> bool:
    """True where two claims differ in subject, measure, source of money, stage, label, period, basis or part."""
    same = ("subject", "measure_id", "fund_source", "stage", "period", "basis")
    labelled = a.label_zh and b.label_zh and a.label_zh != b.label_zh
    return bool(labelled or any(getattr(a, n) != getattr(b, n) for n in same) or bool(a.part_of) != bool(b.part_of))


def may_be_one(a: Claim, b: Claim) -> bool:
    """True where two figures may be the same one printed more or less exactly, with or without a word such as over."""
    rounding = printed_step(a.as_printed) + printed_step(b.as_printed)
    return interval_of(a).meets(interval_of(b)) or abs(a.value - b.value) <= rounding


def outcome(ids: list[str], claims: dict, conflicts: tuple, edges: dict) -> str:
    """What the program says of the claims and pairings of one note."""
    unknown = [i for i in ids if i not in claims and i not in edges and not i.startswith("i-")]
    assert not unknown, f"no such claim or pairing: {unknown}"
    verdicts = {c.verdict for c in conflicts if len({*ids} & {*c.claims}) > 1}
    for verdict, name in (
        ("conflict", "found"),
        ("provider_change", "provider_change"),
        ("scope", "scope"),
        ("rounding", "agrees"),
    ):
        if verdict in verdicts:
            return name
    stated = [claims[i] for i in ids if i in claims and claims[i].value is not None]
    pairs = [(a, b) for i, a in enumerate(stated) for b in stated[i + 1 :] if a.source_id != b.source_id]
    apart = [differ_in_scope(a, b) for a, b in pairs if not may_be_one(a, b)]
    if not all(apart):
        return "unexplained"
    if apart or len({edges[i] for i in ids if i in edges}) > 1:
        return "scope"
    return "agrees"


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["line"])
def test_each_noted_contradiction_is_found_or_explained(line, ledger):
    assert outcome(line["claims"].split(), *ledger) == line["expected"]


def test_every_conflict_names_the_rule_that_chose(ledger):
    _, conflicts, _ = ledger
    rules = {"digits", "original", "proved", "reliability", "latest", "first", "longest", "only"}
    assert {c.rule for c in conflicts} <= rules
    assert all(len(c.claims) > 1 for c in conflicts)


def test_no_note_is_left_unexplained():
    assert len(LINES) == 101
    assert {line["expected"] for line in LINES} == {"found", "scope", "provider_change", "agrees"}

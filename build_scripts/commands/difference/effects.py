"""What a change of rows does to what is shown: totals, the account, sums done again, signals, what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from build_scripts.labels.choices import row_choices
from build_scripts.ledger.package import Package
from build_scripts.ledger.proofs import evidence_rows
from build_scripts.views.model import Views

NOTHING = "—"
SUBJECTS = {"pairing": "pairings", "project": "projects", "place": "places", "organisation": "organisations"}


@dataclass(frozen=True)
class Effect:
    """One thing shown that differs. part: totals | account | audits | signals | coverage.

    `subject` and `what` are codes (kind, id) and a key; `before` and `after` are bare values or codes, NOTHING where
    there was or is none.
    """

    part: str
    subject: tuple[str, str]
    what: str
    before: str
    after: str


def effects(old: Views, new: Views) -> list[Effect]:
    """Returns what differs between two views of one day, part by part."""
    return [effect for part, read in PARTS.items() for effect in differing(part, read(old), read(new))]


def differing(part: str, old: dict[tuple, str], new: dict[tuple, str]) -> Iterable[Effect]:
    for key in dict.fromkeys([*new, *old]):
        if old.get(key) != new.get(key):
            subject, what = key
            yield Effect(part, subject, what, old.get(key, NOTHING), new.get(key, NOTHING))


def totals(views: Views) -> dict[tuple, str]:
    """Returns (subject, what) -> the sum in its unit."""
    return {(total.subject, total.what): f"{total.value:f}" for total in views.totals}


def account(views: Views) -> dict[tuple, str]:
    """Returns (subject, window, source of money, stage and claim) -> what is located below, of what is printed."""
    return {
        (
            (line.subject_kind, line.subject_id),
            f"{line.period} {line.fund_source} {line.stage} {line.claims[0]}",
        ): f"{NOTHING if line.found is None else format(line.found, 'f')} / {line.printed:f}"
        for line in views.account
    }


def audits(views: Views) -> dict[tuple, str]:
    """Returns (its source, statement) -> verdict."""
    return {(("source", audit.source_id), audit.statement): audit.verdict for audit in views.audits}


def signals(views: Views) -> dict[tuple, str]:
    """Returns (subject, rule) -> grade."""
    return {(signal.subject, signal.rule): str(signal.grade) for signal in views.signals}


def coverage(views: Views) -> dict[tuple, str]:
    """Returns (the ledger, what) -> a count: years of pairings that are known out of all, listed counties
    whose helper is known out of all, figures that are proved, rows with a position that wait for a proof.
    """
    states = [state for years in views.gaps.pairing_years.values() for state in years.values()]
    proofs = [claim.proof for claim in views.claims.values()]
    waiting = sum(key not in views.proved for key, _, _ in evidence_rows(views.tables))
    counties = [county.state for county in views.coverage.counties]
    ledger = ("ledger", "")
    return {
        (ledger, "pairing_years"): f"{sum(s != 'unknown' for s in states)} / {len(states)}",
        (ledger, "counties"): f"{sum(s in ('paired', 'undated') for s in counties)} / {len(counties)}",
        (ledger, "proved"): f"{proofs.count('proved')} / {len(proofs)}",
        (ledger, "waiting"): str(waiting),
    }


def subject_names(package: Package, tables: dict[str, pd.DataFrame], lang: str) -> dict[tuple[str, str], str]:
    """Returns (kind, id) -> name of everything that an effect can be about."""
    kinds = {**SUBJECTS, "source": "sources", "measure": "measures"}
    return {
        (kind, choice.key): choice.names[lang]
        for kind, table in kinds.items()
        for choice in row_choices(package, tables, table)
    }


PARTS = {"totals": totals, "account": account, "audits": audits, "signals": signals, "coverage": coverage}

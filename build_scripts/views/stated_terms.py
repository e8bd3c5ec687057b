"""The years of a pairing, document by document: those of the row that is shown, and what further documents state."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from build_scripts.views.headline import LOWEST_RANK
from build_scripts.views.model import Reliability
from build_scripts.views.periods import first_day, last_day
from build_scripts.views.programmes import PRESENT
from build_scripts.views.said import Term

STATED = ("printed", "from_printed", "counted")  # a beginning that a document prints, or gives by a number of years


def further_terms(
    tables: dict[str, pd.DataFrame], reliability: dict[str, Reliability]
) -> dict[str, tuple[Term, ...]]:
    """Returns pairing id -> its years by all documents, the earliest first, where the row shown does not say them all.

    Where the row has no years those of the others are told, years that the editors supplied from the round only where
    there are no others; where it has, other beginnings that are stated. The years of sources of the lowest reliability
    are told only where no other document has any.
    """
    own = {row["pairing_id"]: term_of(row) for row in tables["pairings"].to_dict("records")}
    claims = tables["pairing_claims"]
    dated = claims[claims["valid_from"].notna() | claims["valid_to"].notna()].to_dict("records")
    found: dict[str, set[Term]] = defaultdict(set)
    low = {source for source, each in reliability.items() if each.rank >= LOWEST_RANK}
    for row in sorted(dated, key=lambda row: row["source_id"] in low):  # these come last
        key = row["pairing_id"]
        is_known = key in found or (key in own and bool(own[key].first or own[key].last))
        if row["source_id"] not in low or not is_known:
            found[key].add(term_of(row))
    told = {key: told_beside(own[key], terms) for key, terms in found.items() if key in own}
    return {key: in_time(terms) for key, terms in told.items() if terms}


def told_beside(own: Term, others: set[Term]) -> set[Term]:
    """Returns the terms to be told instead of the row's own; none where that says all."""
    if not own.first and not own.last:
        return {term for term in others if term.dates_basis != "round"} or others
    begin = {term for term in others if term.first and term.dates_basis in STATED}
    if own.dates_basis not in STATED:
        return begin
    differing = {term for term in begin if term.first != own.first}
    return {own, *differing} if differing else set()


def term_of(row: dict) -> Term:
    """Returns the years that a row of `pairings` or `pairing_claims` states."""
    last = None if is_end_supposed(row) else year_in(row["valid_to"])
    return Term(year_in(row["valid_from"]), last, row["dates_basis"])


def days_of_term(row: dict) -> tuple[str, str]:
    """Returns the first and the last day of the years that a row of `pairings` states; '' where it states none."""
    first, last = row["valid_from"], None if is_end_supposed(row) else row["valid_to"]
    return first_day(first) if first else "", last_day(last) if last else ""


def in_time(terms: set[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: (term.first or "", term.last or "", term.dates_basis)))


def year_in(day: object) -> str | None:
    return day[:4] if isinstance(day, str) and day else None


def is_end_supposed(row: dict) -> bool:
    """True where the editors closed a pairing of the present round, as with the end of a plan; no document ends it."""
    inferred = row["inferred"] if isinstance(row["inferred"], str) else ""
    return row["programme"] == PRESENT and "valid_to" in inferred.split()

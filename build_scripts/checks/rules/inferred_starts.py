"""A start that was supplied by the editors is not called printed, and gives way to one that a witness prints.

An end of the present round is never supplied: the last year a document speaks of is none.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

PRINTED = ("printed", "from_printed")
PRESENT = "ew2"  # the round that goes on


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Returns starts called printed though supplied, supplied ones that a witness contradicts, and supplied ends."""
    return [*called_printed(tables), *contradicted(tables), *closed(tables)]


def called_printed(tables: Tables) -> list[Problem]:
    """Pairings and their claims whose `dates_basis` says printed while `valid_from` stands in `inferred`."""
    return [
        finding(table, row.Index, "dates_basis", "not_printed", basis=row.dates_basis)
        for table in ("pairings", "pairing_claims")
        for row in rows_of(tables[table])
        if row.dates_basis in PRINTED and "valid_from" in (row.inferred or "").split()
    ]


def contradicted(tables: Tables) -> list[Problem]:
    """Pairings whose inferred `valid_from` cannot be the day that one of their claims prints."""
    claims = tables["pairing_claims"]
    printed = claims[claims["dates_basis"].isin(PRINTED) & claims["valid_from"].notna()].groupby("pairing_id")
    starts = printed["valid_from"].agg(list).to_dict()
    return [
        finding("pairings", row.Index, "valid_from", "witnessed", start=row.valid_from, printed=start)
        for row in rows_of(tables["pairings"])
        if row.valid_from and row.dates_basis not in PRINTED and "valid_from" in (row.inferred or "").split()
        for start in starts.get(row.pairing_id, [])
        if not (start.startswith(row.valid_from) or row.valid_from.startswith(start))
    ]


def closed(tables: Tables) -> list[Problem]:
    """Pairings of the present round, and their claims, whose end no document prints."""
    return [
        finding(table, row.Index, "valid_to", "supposed_end", end=row.valid_to)
        for table in ("pairings", "pairing_claims")
        for row in tables[table].itertuples()
        if row.programme == PRESENT and row.valid_to and "valid_to" in (row.inferred or "").split()
    ]

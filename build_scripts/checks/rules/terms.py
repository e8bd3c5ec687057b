"""A question: a figure or an event of a pairing lies wholly before or after the term of that pairing.

The window a document speaks of (`dates_basis` window) is no term. Figures that run past the first round are left to
past_the_round.py, which asks for a note.
"""

from __future__ import annotations

from build_scripts.checks.rules.dates import days_of
from build_scripts.checks.rules.past_the_round import runs_past
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

DATED = {"funds": "period", "observations": "period", "events": "date"}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose time does not touch `valid_from` to `valid_to` of their pairing; cumulative sums are not asked."""
    pairings = {row.pairing_id: row for row in rows_of(tables["pairings"])}
    return [
        finding(
            table, row.Index, column, "outside", level="warning", cell=getattr(row, column), pairing=row.pairing_id,
            term=f"{pairing.valid_from or '…'}/{pairing.valid_to or '…'}",
        )
        for table, column in DATED.items()
        for row in rows_of(tables[table])
        if (pairing := pairings.get(row.pairing_id))
        and pairing.dates_basis != "window"
        and getattr(row, "basis", None) != "cumulative"
        and is_outside(getattr(row, column), pairing)
        and not (table != "events" and runs_past(row.period, pairing.programme))
    ]  # fmt: skip


def is_outside(period: str | None, pairing: object) -> bool:
    ends = [days_of(end) for end in (period or "").split("/")]
    if not all(ends):
        return False
    begins, stops = days_of(pairing.valid_from), days_of(pairing.valid_to)
    return bool((begins and ends[-1][1] < begins[0]) or (stops and ends[0][0] > stops[1]))

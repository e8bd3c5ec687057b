"""Cells of a chart's data table: figures with their claims, counts of rows, dates, names."""

from __future__ import annotations

from decimal import Decimal

from build_scripts.charts.model import Cell
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Claim


def name_cell(text: str) -> Cell:
    """A name or a remark."""
    return Cell(text)


def figure_cell(names: Names, claim: Claim) -> Cell:
    """A figure as one claim prints it."""
    return Cell(names.figure(claim), (claim.claim_id,), claim.value)


def sum_cell(names: Names, value: Decimal, unit: str, qualifier: str, claims: tuple[str, ...]) -> Cell:
    """A figure computed from claims."""
    return Cell(names.value(value, unit, qualifier), claims, value)


def count_cell(n: int) -> Cell:
    """A count of rows of the ledger: no claim stands behind it."""
    return Cell(full_number(Decimal(n)), (), n)


def period_cell(names: Names, period: str | None) -> Cell:
    """A date or period; `value` is its ISO form."""
    return Cell(names.period(period), (), period)

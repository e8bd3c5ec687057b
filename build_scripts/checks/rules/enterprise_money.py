"""Money of enterprises is not added once more inside a mixed sum: a question, answered by a `note` or `part_of`."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

SAME = ["source_id", "period", "pairing_id", "project_id", "place_id"]


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Mixed sums in the totals beside enterprise money of the same source, subject and period that fits inside.

    A label that says so (含企业投资) is an error, the mere possibility a warning.
    """
    funds = tables["funds"].reset_index(names="line")
    added = funds[funds["in_totals"].eq(True) & funds["part_of"].isna()]
    mixed = added.query("fund_source == 'mixed'")
    beside = mixed.merge(added.query("fund_source == 'enterprise_investment'"), on=SAME, suffixes=("", "_part"))
    said = [enterprise_problem(row, None) for row in mixed.itertuples() if "含企业投资" in (row.label or "")]
    return said + [
        enterprise_problem(row, row.fund_id_part)
        for row in beside.itertuples()
        if row.note is None and None not in (row.amount, row.amount_part) and row.amount_part <= row.amount
    ]


def enterprise_problem(row: object, part: str | None) -> Problem:
    if part is None:
        return finding("funds", row.line, "in_totals", "said_to_hold")
    return finding("funds", row.line, "in_totals", "may_hold", part=part, level="warning")

"""Money of enterprises is not added once more inside a mixed sum: a question, answered by a `note` or `part_of`."""

from __future__ import annotations

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
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
    held = quote(part) if part else "企业投资"
    held_en = quote(part) if part else "enterprise investment"
    return Problem(
        "funds",
        row.line,
        "in_totals",
        f"这个合计里是否已有{held}？两者都计入合计就重复了" if part else "标签说含企业投资，却计入合计",
        f"does this sum hold {held_en} already? Both are added"
        if part
        else f"its label says it holds {held_en}, yet it is added",
        "含的，用 part_of 连起来或把 in_totals 填为 false；不含的，在 note 里说明",
        "if it does, tie them by part_of or set in_totals to false; if not, say so in the note",
        "warning" if part else "error",
    )

"""The account as a tidy frame: a row a printed sum, with what of it is located below, claim by claim."""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.account_line import LEVELS, AccountLine
from build_scripts.views.columns import ACCOUNT_COLUMNS
from build_scripts.views.model import Views
from build_scripts.views.subjects import with_words


def account_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.ACCOUNT_COLUMNS`, in the order of the account.

    Adding the amounts of `located_ids` gives `located`; a level below which nothing is located is empty, never zero.
    """
    names = subjects[["subject_kind", "subject_id", "subject", "subject_en"]]
    columns = [column.name for column in ACCOUNT_COLUMNS]
    return (
        pd.DataFrame([cells(line) for line in views.account], dtype=object)
        .reindex(columns=[name for name in columns if name not in ("subject", "subject_en")])
        .merge(names, on=["subject_kind", "subject_id"], how="left")
        .pipe(with_words, package, "funds", "fund_source", "stage")
    )


def cells(line: AccountLine) -> dict[str, object]:
    """Returns what a line itself says; money in yuan."""
    ids = [key for level in LEVELS for key in line.located.get(level, ())]
    return {
        "line_id": line.line_id, "subject_kind": line.subject_kind, "subject_id": line.subject_id,
        "account": line.key, "period": line.period, "fund_source": line.fund_source, "stage": line.stage,
        "printed": line.printed, "printed_ids": " ".join(line.claims),
        **{f"located_{level}": line.values.get(level) for level in LEVELS},
        "located": line.found, "not_located": line.not_located,
        "located_share": None if line.share is None else round(line.share, 4),
        "is_more_below": line.is_more_below, "is_other_window": line.is_other_window,
        "located_ids": " ".join(ids) or None,
        "whole_year": line.whole_year_value, "whole_year_ids": " ".join(line.whole_year) or None,
        "other_stage_ids": " ".join(f"{key}:{name}" for name, ids in line.other_stages.items() for key in ids) or None,
        "left_out_ids": " ".join(f"{claim}:{reason}" for claim, reason in line.left_out) or None,
    }  # fmt: skip

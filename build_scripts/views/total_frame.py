"""Every total as a tidy frame: a row a total, with what it is of, what it holds and what it leaves out, claim by claim.

Adding the rows of `added_ids` gives `value`; a sum that holds no row has no value, since nothing known is not zero.
"""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.claim_frame import total_id
from build_scripts.views.ledger_totals import LEDGER
from build_scripts.views.model import Total, Views
from build_scripts.views.subjects import ENDINGS, with_words


def total_frame(package: Package, views: Views, subjects: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.TOTAL_COLUMNS`, in the order of the totals.

    Years are those of the added rows; `judged_share` is the share of them whose stage the reader judged, `coverage`
    the share of the pairings known there that have a figure among them.
    """
    names = subjects[["subject_kind", "subject_id", *(f"subject{end}" for end in ENDINGS.values())]]
    rows = pd.DataFrame([own_cells(total) for total in views.totals], dtype=object)
    added = (
        rows[["total_id", "added_ids"]]
        .assign(claim_id=lambda f: f["added_ids"].str.split())
        .explode("claim_id")
        .merge(claims[["claim_id", "year_from", "year_to", "inferred", "pairing_id"]], on="claim_id", how="left")
        .assign(is_judged=lambda f: f["inferred"].fillna("").str.split().map(lambda names: "stage" in names))
        .groupby("total_id", sort=False)
        .agg(
            year_from=("year_from", "min"), year_to=("year_to", "max"), judged_share=("is_judged", "mean"),
            pairings_with_figure=("pairing_id", "nunique"),
        )
        .reset_index()
    )
    return (
        rows.merge(names, on=["subject_kind", "subject_id"], how="left")
        .merge(added, on="total_id", how="left", validate="one_to_one")
        .assign(judged_share=lambda f: f["judged_share"].where(f["stage"].notna() & f["added_ids"].notna()).round(3))
        .pipe(with_coverage, subjects[subjects["subject_kind"] == "pairing"])
        .pipe(with_words, package, "funds", "fund_source", "stage", "qualifier")
        .pipe(with_words, package, "measures", "unit")
    )


def with_coverage(totals: pd.DataFrame, pairings: pd.DataFrame) -> pd.DataFrame:
    """Returns the totals of the whole ledger with how many pairings are known, and the share with a figure in them.

    Empty for any other total: what is added of one record is not counted by pairings.
    """
    known = pairings.groupby("programme_class")["subject_id"].nunique()
    is_whole = totals["subject_kind"] == LEDGER
    in_scope = totals["subject_id"].where(is_whole).map(known).astype("Int64")
    with_figure = totals["pairings_with_figure"].astype("Int64").where(is_whole)
    share = (with_figure / in_scope).astype("Float64").round(3).astype(object)
    return totals.assign(
        pairings_with_figure=with_figure, pairings_known=in_scope, coverage=share.where(share.notna(), None)
    )


def own_cells(total: Total) -> dict[str, object]:
    """Returns what the total itself says; a total of the whole ledger has a class of programmes for its id."""
    return {
        "total_id": total_id(total), "subject_kind": total.subject_kind, "subject_id": total.subject_id,
        "programme_class": total.subject_id if total.subject_kind == LEDGER else None,
        "fund_source": total.fund_source, "stage": total.stage, "measure_id": total.measure_id,
        "value": total.value if total.included else None, "unit": total.unit,
        "qualifier": total.qualifier if total.included else None,
        "added": len(total.included), "added_ids": " ".join(total.included) or None,
        "left_out": len(total.left_out),
        "left_out_ids": " ".join(f"{claim}:{reason}" for claim, reason in total.left_out) or None,
    }  # fmt: skip

"""The projects as a tidy frame: a row a project, with names beside codes and the one amount that says most of it.

The amount is a claim like any other, by the rule of `main_amount`, and carries its id; it is no total.
"""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from build_scripts.ledger.proofs import with_proof
from build_scripts.views.main_amount import main_amount
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import years_of
from build_scripts.views.row_days import with_days
from build_scripts.views.subjects import organisation_columns

OF_THE_AMOUNT = {
    "subject_id": "project_id", "value": "amount", "stage": "amount_stage", "stage_name": "amount_stage_name",
    "stage_name_en": "amount_stage_name_en", "qualifier": "amount_qualifier", "claim_id": "amount_claim_id",
    "proof": "amount_proof", "source_id": "amount_source_id", "order_in_source": "amount_order_in_source",
}  # fmt: skip
OWN = ("project_id", "is_umbrella", "parent_project_id", "status_date", "period", "lead_org_id", "note", "note_en",
       "source_id", "section", "start", "as_printed")  # fmt: skip


def project_rows(views: Views, subjects: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame; the newest year first, undated last, then by id. `subjects` and `claims` are the frames.

    Its columns are those of `columns.PROJECT_COLUMNS` and more; `claims` counts the claims shown of a project.
    """
    names = subjects.query("subject_kind == 'project'").drop(columns=["org_id", "org", "org_en"])
    leads = organisation_columns(views.tables).rename(
        columns={"org_id": "lead_org_id", "org": "lead_org", "org_en": "lead_org_en"}
    )
    titles = {"title": "source", "title_en": "source_en"}
    return (
        views.tables["projects"][list(OWN)]
        .pipe(with_proof, "projects", views.proved)
        .pipe(with_days, views.history, ["project_id"], "projects")
        .merge(names, on="project_id", how="left", validate="one_to_one")
        .merge(leads, on="lead_org_id", how="left", validate="many_to_one")
        .merge(main_amounts(views, claims), on="project_id", how="left", validate="one_to_one")
        .merge(views.tables["sources"][["source_id", *titles]].rename(columns=titles), on="source_id", how="left")
        .assign(
            claims=lambda f: f["project_id"].map(shown_counts(claims)).fillna(0).astype(int),
            reliability=lambda f: f["source_id"].map({key: each.rank for key, each in views.reliability.items()}),
            **year_columns(views.tables["projects"]),
        )
        .sort_values(["year_to", "project_id"], ascending=[False, True], ignore_index=True)
    )


def main_amounts(views: Views, claims: pd.DataFrame) -> pd.DataFrame:
    """Returns a row a project of which an amount is printed: the amount, its stage and its evidence."""
    shown: dict[str, list[Claim]] = defaultdict(list)
    for fact in views.facts:
        if fact.subject_kind == "project":
            shown[fact.subject_id].append(views.claims[fact.shown])
    chosen = [claim.claim_id for each in shown.values() if (claim := main_amount(each))]
    return claims[claims["claim_id"].isin(chosen)][list(OF_THE_AMOUNT)].rename(columns=OF_THE_AMOUNT)


def shown_counts(claims: pd.DataFrame) -> pd.Series:
    """Returns the number of claims shown by project; other statements of the same thing are not counted."""
    return claims.query("is_shown and subject_kind == 'project'").groupby("subject_id").size()


def year_columns(projects: pd.DataFrame) -> dict[str, list[int | None]]:
    """Returns the first and last year of each project: of its period, else of the date of its status."""
    spans = [years_of(period or date) for period, date in zip(projects["period"], projects["status_date"], strict=True)]
    return {
        "year_from": pd.Series([span[0] if span else None for span in spans], dtype=object),
        "year_to": pd.Series([span[-1] if span else None for span in spans], dtype=object),
    }

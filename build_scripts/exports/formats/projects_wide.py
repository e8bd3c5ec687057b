"""Every project in one wide table: `data/projects_wide.csv`, `.parquet`, `.json`; also the explorer's data.

A row is a row of `projects` with names beside codes and one amount: a whole before a part, at the stage nearest to
payment. The amount is a claim like any other and carries its id; it is no total.
"""

from __future__ import annotations

from collections import defaultdict

from build_scripts.exports.encode import Column
from build_scripts.exports.subjects import (
    SUBJECT_COLUMNS,
    coded,
    named,
    open_subjects,
    subject_cells,
    wide_files,
)
from build_scripts.ledger.package import Package
from build_scripts.views.main_amount import main_amount
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import years_of

COLUMNS = (
    *(Column(c.name, required=c.name == "project_id") for c in SUBJECT_COLUMNS),
    Column("is_umbrella", "boolean", True), Column("parent_project_id"), Column("status_date"),
    Column("period"), Column("year_from", "integer"), Column("year_to", "integer"),
    Column("lead_org_id"), *named("lead_org"), Column("claims", "integer", True),
    Column("amount", "number"), *coded("amount_stage"), Column("amount_qualifier"), Column("amount_claim_id"),
    Column("amount_proof"), Column("amount_source_id"), Column("amount_order_in_source", "integer"),
    *named("note"), Column("source_id", required=True), *named("source"), Column("section"),
    Column("start", "integer"), Column("as_printed", required=True), Column("proof", required=True),
    Column("reliability", "integer", True),
)  # fmt: skip


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns the wide table of projects in three formats."""
    return wide_files("data/projects_wide", COLUMNS, project_rows(package, views))


def project_rows(package: Package, views: Views) -> list[tuple]:
    """Returns a row of COLUMNS for each project; the newest year first, undated last, then by id."""
    subjects = open_subjects(package, views)
    claims = claims_of_projects(views)
    places, sources = views.index.place_in_source, views.index.rows["sources"]
    rows = []
    for row in views.tables["projects"].to_dict("records"):
        own = claims[row["project_id"]]
        cells = subject_cells(subjects, "project", row["project_id"]) | row | dated(row)
        if lead := subjects.rows["organisations"].get(row["lead_org_id"]):
            cells |= {"lead_org": lead["name"], "lead_org_en": lead["name_en"]}
        cells |= amount_cells(subjects, main_amount(own), places)
        source = sources[row["source_id"]]
        cells |= {"source": source["title"], "source_en": source["title_en"], "claims": len(own)}
        cells["reliability"] = views.reliability[row["source_id"]].rank
        cells["proof"] = "excerpt" if row["start"] is None else "proved"
        rows.append(tuple(cells.get(column.name) for column in COLUMNS))
    return sorted(rows, key=lambda row: (-(row[YEAR_TO] or 0), row[PROJECT_ID]))


YEAR_TO, PROJECT_ID = ([c.name for c in COLUMNS].index(name) for name in ("year_to", "project_id"))


def claims_of_projects(views: Views) -> dict[str, list[Claim]]:
    """Returns project id -> the claims shown of it; other statements of the same thing are not listed."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for fact in views.facts:
        if fact.subject_kind == "project":
            found[fact.subject_id].append(views.claims[fact.shown])
    return found


def amount_cells(subjects, claim: Claim | None, places: dict[str, int]) -> dict[str, object]:
    """Returns the amount with its stage and its evidence; nothing where no amount is printed."""
    if claim is None:
        return {}
    stage = subjects.code_names("funds", "stage", claim.stage)
    return {
        "amount": claim.value, "amount_qualifier": claim.qualifier, "amount_claim_id": claim.claim_id,
        "amount_proof": claim.proof, "amount_source_id": claim.source_id,
        "amount_order_in_source": places[claim.claim_id],
        **{f"amount_{name}": cell for name, cell in stage.items()},
    }  # fmt: skip


def dated(row: dict) -> dict[str, object]:
    """Returns the years of a project: of its period, else of the date of its status."""
    years = years_of(row["period"] or row["status_date"])
    return {"year_from": years[0] if years else None, "year_to": years[-1] if years else None}

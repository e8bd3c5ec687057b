"""Every figure of the ledger in one wide table: `data/claims.csv`, `.parquet`, `.json`; also the explorer's data.

A row is a row of `funds` or `observations` with names beside codes, years beside the period, and what the adding
rules need. Money comes first, then by year, the newest first.
"""

from __future__ import annotations

from build_scripts.exports.encode import Column
from build_scripts.exports.subjects import (
    ENDINGS,
    SUBJECT_COLUMNS,
    Subjects,
    coded,
    named,
    open_subjects,
    subject_cells,
    wide_files,
)
from build_scripts.labels import LANGUAGES
from build_scripts.ledger.package import Package
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import years_of
from build_scripts.views.totals import CLASS_OF

COLUMNS = (
    Column("claim_id", required=True), Column("table", required=True),
    Column("subject_kind", required=True), Column("subject_id", required=True), *named("subject"),
    *SUBJECT_COLUMNS,
    Column("money_class"), *coded("fund_source", "stage", "instrument"),
    Column("measure_id"), *named("measure"), *coded("measure_group"), Column("aggregation"),
    *named("label"),
    Column("value", "number"), *coded("unit", "qualifier", "basis", required=True),
    Column("period"), Column("year_from", "integer"), Column("year_to", "integer"),
    Column("as_printed", required=True), Column("part_of"), Column("parts_complete", "boolean"),
    Column("in_totals", "boolean", True), Column("is_shown", "boolean", True), Column("disagree", "boolean", True),
    Column("inferred"), *named("note"),
    Column("source_id", required=True), *named("source"), Column("publisher"), Column("published"), Column("url"),
    Column("section"), Column("start", "integer"), Column("proof", required=True),
    Column("reliability", "integer", True), Column("order_in_source", "integer", True),
)  # fmt: skip


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns the wide table of all claims in three formats."""
    return wide_files("data/claims", COLUMNS, claim_rows(package, views))


def claim_rows(package: Package, views: Views) -> list[tuple]:
    """Returns a row of COLUMNS for each claim; money first, the newest year first, undated last, then by id."""
    subjects = open_subjects(package, views)
    shown = {fact.shown for fact in views.facts}
    split, places = views.index.split_claims, views.index.place_in_source
    sources, measures = views.index.rows["sources"], views.index.rows["measures"]
    about: dict[tuple[str, str], dict] = {}
    rows = []
    for claim in views.claims.values():
        if claim.subject not in about:
            about[claim.subject] = subject_cells(subjects, *claim.subject)
        cells = about[claim.subject] | own_cells(subjects, claim) | source_cells(sources[claim.source_id])
        cells |= money_cells(subjects, claim) if claim.stage else measure_cells(subjects, measures[claim.measure_id])
        cells["is_shown"], cells["disagree"] = claim.claim_id in shown, claim.claim_id in split
        cells["order_in_source"] = places[claim.claim_id]
        cells["reliability"] = views.reliability[claim.source_id].rank
        rows.append(tuple(cells.get(column.name) for column in COLUMNS))
    return sorted(rows, key=newest_first)


def newest_first(row: tuple) -> tuple:
    """The order of the file, which is the explorer's first order: no row has to be moved to show the first page."""
    year = row[YEAR_TO]
    return row[1], -(year or 0), row[0]


YEAR_TO = next(i for i, column in enumerate(COLUMNS) if column.name == "year_to")


def own_cells(subjects: Subjects, claim: Claim) -> dict[str, object]:
    """Returns what the claim itself says."""
    years = years_of(claim.period)
    return {
        "claim_id": claim.claim_id, "table": claim.table, "subject_kind": claim.subject_kind,
        "subject_id": claim.subject_id, "label": claim.label_zh, "label_en": claim.label_en, "value": claim.value,
        "period": claim.period, "year_from": years[0] if years else None, "year_to": years[-1] if years else None,
        "as_printed": claim.as_printed, "part_of": claim.part_of, "parts_complete": claim.parts_complete,
        "in_totals": claim.in_totals, "inferred": " ".join(claim.inferred) or None, "note": claim.note_zh,
        "note_en": claim.note_en, "section": claim.section, "start": claim.start, "proof": claim.proof,
        **subjects.code_names("measures", "unit", claim.unit),
        **subjects.code_names("funds", "qualifier", claim.qualifier),
        **subjects.code_names("funds", "basis", claim.basis),
    }  # fmt: skip


def money_cells(subjects: Subjects, claim: Claim) -> dict[str, object]:
    """Returns class, source, stage and instrument of money."""
    cells: dict[str, object] = {"money_class": CLASS_OF[claim.fund_source], "aggregation": "sum"}
    for column in ("fund_source", "stage", "instrument"):
        cells |= subjects.code_names("funds", column, getattr(claim, column))
    return cells


def measure_cells(subjects: Subjects, row: dict) -> dict[str, object]:
    """Returns the measure of an observation, its group, and whether its figures may be added."""
    group = subjects.code_names("measures", "group", row["group"])
    names = {f"measure{ENDINGS[lang]}": row[f"title{ENDINGS[lang]}"] for lang in LANGUAGES}
    return {
        "measure_id": row["measure_id"], "aggregation": row["aggregation"], **names,
        **{f"measure_{name}": cell for name, cell in group.items()},
    }  # fmt: skip


def source_cells(row: dict) -> dict[str, object]:
    """Returns the document: its title in English only where it has one."""
    return {
        "source_id": row["source_id"], "source": row["title"], "source_en": row["title_en"],
        "publisher": row["publisher"], "published": row["published"], "url": row["url"],
    }  # fmt: skip

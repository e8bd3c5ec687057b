"""The columns of the wide tables, once: name, type, code list, in the order of the files.

Files, their descriptions and the explorer are made from these. A column of names has a second one in English behind
it; a code has its words behind it, `<code>_name` and `<code>_name_en`.
"""

from __future__ import annotations

from typing import NamedTuple

from build_scripts.views.subjects import DIVISIONS, ENDINGS


class Column(NamedTuple):
    """A column of a published table. `kind` is a schema type; a required one is never empty.

    `codes` is the (table, column) whose schema lists its codes; () where it has none.
    """

    name: str
    kind: str = "string"
    required: bool = False
    codes: tuple[str, str] | tuple[()] = ()


def named(*names: str) -> tuple[Column, ...]:
    """Returns the columns of names in both languages: `source`, `source_en`."""
    return tuple(Column(name + ending) for name in names for ending in ENDINGS.values())


def coded(table: str, *names: str, required: bool = False, prefix: str = "") -> tuple[Column, ...]:
    """Returns for each code its column and those of its words: `stage`, `stage_name`, `stage_name_en`."""
    return tuple(
        column
        for name in names
        for column in (Column(prefix + name, "string", required, (table, name)), *named(f"{prefix}{name}_name"))
    )


def divisions(role: str) -> tuple[Column, ...]:
    """Returns the province, city and county of a place, each with its code and its names."""
    names = [f"{role}_{division}" for division in DIVISIONS]
    return tuple(column for name in names for column in (Column(f"{name}_id"), *named(name)))


SUBJECT_COLUMNS = (
    Column("pairing_id"), *named("pairing"), *coded("pairings", "programme"), Column("programme_class"),
    *coded("pairings", "level"),
    Column("provider_place_id"), *named("provider"), *divisions("provider"),
    Column("recipient_place_id"), *named("recipient"), *divisions("recipient"),
    Column("project_id"), *named("project"), *coded("projects", "sector", "project_type", "status"),
    Column("place_id"), *named("place"), *divisions("place"),
    Column("within"),
)  # fmt: skip
CLAIM_COLUMNS = (
    Column("claim_id", required=True), Column("table", required=True),
    Column("subject_kind", required=True), Column("subject_id", required=True), *named("subject"),
    *SUBJECT_COLUMNS,
    Column("money_class"), Column("payer_place_id"), *named("payer"),
    *coded("funds", "fund_source", "stage", "instrument"),
    Column("measure_id"), *named("measure"), *coded("measures", "group", prefix="measure_"), Column("aggregation"),
    *named("stated_of"), *named("label"),
    Column("value", "number"), *coded("measures", "unit", required=True),
    *coded("funds", "qualifier", "basis", required=True),
    Column("period"), Column("period_length_as_printed"), Column("year_from", "integer"), Column("year_to", "integer"),
    Column("as_printed", required=True), Column("part_of"), Column("parts_complete", "boolean"),
    Column("in_totals", "boolean", True), Column("is_shown", "boolean", True), Column("disagree", "boolean", True),
    Column("added_in"), Column("left_out_because"),
    Column("inferred"), *named("note"),
    Column("source_id", required=True), *named("source"), Column("publisher"), Column("published"), Column("url"),
    Column("section"), Column("start", "integer"), Column("proof", required=True),
    Column("reliability", "integer", True), Column("order_in_source", "integer", True),
    Column("record_url"), Column("first_seen"), Column("last_changed"),
)  # fmt: skip
TOTAL_COLUMNS = (
    Column("total_id", required=True), Column("subject_kind", required=True), Column("subject_id", required=True),
    *named("subject"), Column("programme_class"), *coded("funds", "fund_source", "stage"), Column("measure_id"),
    Column("value", "number"), *coded("measures", "unit", required=True), *coded("funds", "qualifier"),
    Column("year_from", "integer"), Column("year_to", "integer"), Column("added", "integer", True),
    Column("added_ids"), Column("left_out", "integer", True), Column("left_out_ids"), Column("judged_share", "number"),
    Column("pairings_with_figure", "integer"), Column("pairings_known", "integer"), Column("coverage", "number"),
)  # fmt: skip
ACCOUNT_COLUMNS = (
    Column("line_id", required=True), Column("subject_kind", required=True), Column("subject_id", required=True),
    *named("subject"), Column("account", required=True), Column("period", required=True),
    *coded("funds", "fund_source", "stage", required=True),
    Column("printed", "number", True), Column("printed_ids", required=True),
    Column("located_province", "number"), Column("located_local", "number"), Column("located_project", "number"),
    Column("located", "number"), Column("not_located", "number"), Column("located_share", "number"),
    Column("is_more_below", "boolean", True), Column("is_other_window", "boolean", True),
    Column("located_ids"), Column("whole_year", "number"), Column("whole_year_ids"), Column("other_stage_ids"),
    Column("left_out_ids"),
)  # fmt: skip
AUDIT_COLUMNS = (
    Column("audit_id", required=True), Column("kind", required=True), Column("statement", required=True),
    Column("claim_ids"), Column("left", "number"), Column("operator", required=True), Column("right", "number"),
    Column("difference", "number"), Column("tolerance", "number"), Column("verdict", required=True), *named("note"),
    Column("source_id", required=True), *named("source"), Column("url"), Column("record_url", required=True),
)  # fmt: skip
GAP_COLUMNS = (
    Column("gap_id", required=True), Column("subject_kind", required=True), Column("subject_id", required=True),
    *named("subject"), Column("year", "integer", True), Column("state", required=True),
)  # fmt: skip
COVERAGE_COLUMNS = (
    Column("coverage_id", required=True), Column("round", required=True),
    *coded("designations", "designation", required=True), Column("place_province_id", required=True),
    *named("place_province"), Column("listed", "integer", True), Column("with_pairing", "integer", True),
    Column("with_undated", "integer", True), Column("with_prefecture", "integer", True),
    Column("without", "integer", True),
)  # fmt: skip
COVERAGE_YEAR_COLUMNS = (
    Column("coverage_id", required=True), Column("year", "integer", True), Column("place_province_id", required=True),
    *named("place_province"), Column("with_figure", "integer", True), Column("with_range", "integer", True),
    Column("without_figure", "integer", True), Column("paired", "integer", True),
    Column("undated_pairings", "integer", True),
)  # fmt: skip
LISTED_COUNTY_COLUMNS = (
    Column("listed_id", required=True), Column("round", required=True),
    *coded("designations", "designation", required=True), Column("place_province_id", required=True),
    *named("place_province"), Column("place_id", required=True), *named("place"), Column("state", required=True),
    Column("pairing_ids"),
)  # fmt: skip
PRINTED_COUNT_COLUMNS = (
    Column("claim_id", required=True), Column("round", required=True), Column("subject_kind", required=True),
    Column("subject_id", required=True), *named("subject"), Column("measure_id", required=True), *named("measure"),
    Column("period", required=True), Column("printed_number", "integer", True), Column("known_number", "integer"),
    Column("undated_number", "integer"), Column("known_ids"), Column("undated_ids"),
)  # fmt: skip
FLOW_COLUMNS = (
    Column("flow_id", required=True), Column("programme_class", required=True), Column("period", required=True),
    Column("provider_province_id", required=True), *named("provider_province"),
    Column("recipient_province_id", required=True), *named("recipient_province"),
    *coded("funds", "fund_source", "stage"), Column("value", "number"), *coded("measures", "unit", required=True),
    *coded("funds", "qualifier"), Column("flow_basis", required=True), Column("is_best", "boolean", True),
    Column("years"), Column("added_ids"), Column("left_out_ids"), Column("pairing_ids"),
)  # fmt: skip
ADDING_COLUMNS = (  # of exclusions.py: what a sum over any selection of claims needs
    Column("added_under"), Column("reason_alone"), Column("excludes"), Column("adding_order", "integer", True),
)  # fmt: skip
PROJECT_COLUMNS = (
    *(column._replace(required=column.name == "project_id") for column in SUBJECT_COLUMNS),
    Column("is_umbrella", "boolean", True), Column("parent_project_id"), Column("status_date"),
    Column("period"), Column("year_from", "integer"), Column("year_to", "integer"),
    Column("lead_org_id"), *named("lead_org"), Column("claims", "integer", True),
    Column("amount", "number"), *coded("funds", "stage", prefix="amount_"),
    Column("amount_qualifier", codes=("funds", "qualifier")), Column("amount_claim_id"),
    Column("amount_proof"), Column("amount_source_id"), Column("amount_order_in_source", "integer"),
    *named("note"), Column("source_id", required=True), *named("source"), Column("section"),
    Column("start", "integer"), Column("as_printed", required=True), Column("proof", required=True),
    Column("reliability", "integer", True), Column("record_url"), Column("first_seen"), Column("last_changed"),
)  # fmt: skip

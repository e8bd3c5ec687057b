"""The wide tables: names beside codes, nothing lost, the same rows in each format."""

import csv
import io
import json
import re

import pyarrow.parquet as pq
import pytest

from build_scripts.exports.export import export_tables
from build_scripts.pages.addresses import claim_address
from build_scripts.views.columns import CLAIM_COLUMNS

NUMBER = re.compile(r"-?\d+(\.\d+)?")  # a difference may lie below zero
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def by_id(exported):
    return {row["claim_id"]: row for row in rows_of(exported["data/claims.csv"])}


def test_every_claim_is_a_row_and_money_of_the_newest_year_comes_first(exported, views):
    rows = rows_of(exported["data/claims.csv"])
    assert {row["claim_id"] for row in rows} == views.claims.keys()
    assert [row["table"] for row in rows] == ["funds"] * 14 + ["observations"] * 17
    years = [int(row["year_to"] or 0) for row in rows if row["table"] == "funds"]
    assert years == sorted(years, reverse=True)


def test_names_stand_beside_codes_in_both_languages(by_id):
    row = by_id["ta18.f05"]
    assert (row["subject"], row["subject_en"]) == ("丁村茶园", "Ding Village tea garden")
    assert (row["pairing"], row["pairing_en"]) == ("甲县 → 乙县", "Jia County → Yi County")
    assert (row["provider_province"], row["recipient_province_en"]) == ("甲省", "Yi Province")
    assert (row["stage"], row["stage_name"], row["stage_name_en"]) == ("allocated", "安排", "Allocated")
    assert (row["sector_name"], row["status_name_en"]) == ("农业", "Under way")
    assert (row["value"], row["unit_name"], row["money_class"]) == ("5000000", "元", "assistance")


def test_lost_digits_are_empty_and_never_zero(by_id, exported):
    assert by_id["ta18.f07"]["value"] == ""
    lost = next(row for row in json.loads(exported["data/claims.json"]) if row["claim_id"] == "ta18.f07")
    assert lost["value"] is None and lost["as_printed"] == "00多万元"


def test_what_the_adding_rules_need_is_in_the_row(by_id):
    assert (by_id["ta18.f02"]["part_of"], by_id["ta18.f02"]["in_totals"]) == ("ta18.f01", "true")
    assert (by_id["tb19-2.f01"]["is_shown"], by_id["ta18.f01"]["is_shown"]) == ("false", "true")
    assert by_id["ta18.f08"]["basis"] == "expected"


def test_a_claim_of_a_place_names_the_places_that_may_hold_it(by_id):
    assert by_id["ta18.f09"]["within"] == "990121 990000"
    assert (by_id["ta18.f09"]["place"], by_id["ta18.f09"]["place_province"]) == ("丁村", "乙省")


def test_each_row_leads_to_its_place_on_the_page_of_its_source(by_id, views):
    index = views.index
    for claim in views.claims.values():
        place = int(by_id[claim.claim_id]["order_in_source"])
        assert place == index.place_in_source[claim.claim_id]
        page = (place - 1) // 120 + 1
        suffix = "" if page == 1 else f".p{page}"
        anchor = claim.claim_id.replace(".", "-")
        assert claim_address(claim, place) == f"sources/{claim.source_id}{suffix}.html#c-{anchor}"


@pytest.mark.parametrize("name", ["claims", "projects_wide"])
def test_csv_json_and_parquet_hold_the_same_cells(exported, name):
    plain = rows_of(exported[f"data/{name}.csv"])
    objects = json.loads(exported[f"data/{name}.json"])
    columns = pq.read_table(io.BytesIO(exported[f"data/{name}.parquet"])).to_pylist()
    for text, stated, typed in zip(plain, objects, columns, strict=True):
        assert {key for key, cell in text.items() if cell} == {key for key, cell in stated.items() if cell is not None}
        assert typed == stated


def test_a_required_column_of_the_parquet_file_holds_no_nulls(exported):
    schema = pq.ParquetFile(io.BytesIO(exported["data/claims.parquet"])).schema_arrow
    assert not schema.field("claim_id").nullable and schema.field("value").nullable
    assert {column.name for column in CLAIM_COLUMNS} == set(schema.names)


def test_no_text_cell_of_any_csv_can_start_a_formula(exported):
    for path, content in exported.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
                assert not [cell for cell in row if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell)], path


def test_a_project_carries_the_amount_nearest_to_payment_with_its_claim(exported):
    rows = {row["project_id"]: row for row in rows_of(exported["data/projects_wide.csv"])}
    garden = rows["ta18-chayuan"]
    assert (garden["amount"], garden["amount_stage"], garden["amount_claim_id"]) == ("4800000", "spent", "ta18.f12")
    assert garden["amount_stage_name"] == "使用"
    assert rows["tb19-2-xiaoxue"]["amount"] == ""


def test_the_same_rows_give_the_same_bytes(tiny_package, views, exported):
    again = {file.path: file.content for file in export_tables(tiny_package, views, {})}
    assert [path for path in exported if exported[path] != again[path]] == []

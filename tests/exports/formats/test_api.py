"""The records for programs: whole, with names, and valid against the schemas that the interface states."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from build_scripts.exports.export import export_tables
from build_scripts.views.derive import derive_views

KINDS = ("pairings", "projects", "places", "sources")


@pytest.fixture(scope="module")
def openapi(exported):
    return yaml.safe_load(exported["data/openapi.yaml"])


def load(exported, kind: str, key: str) -> dict:
    return json.loads(exported[f"api/v1/{kind}/{key}.json"])


def ids(record: dict) -> set[str]:
    return {claim["claim_id"] for claim in record["claims"]}


def test_a_province_has_the_claims_of_its_villages_and_of_its_pairings(exported):
    province, village = load(exported, "places", "990000"), load(exported, "places", "990121-dingcun")
    assert {"ta18.f09", "ta18.f11"} <= ids(village) <= ids(province)
    assert "ta18.f01" in ids(province)  # of the pairing 甲县 → 乙县, whose recipient lies in 乙省


def test_a_pairing_has_the_claims_of_its_projects(exported):
    assert {"ta18.f01", "ta18.f05", "ta18.f12"} <= ids(load(exported, "pairings", "ew1-jia-yi"))


def test_a_claim_stands_with_its_names_source_and_address(exported):
    claims = load(exported, "projects", "ta18-chayuan")["claims"]
    claim = next(claim for claim in claims if claim["claim_id"] == "ta18.f05")
    assert (claim["subject_en"], claim["stage_name"], claim["value"]) == ("Ding Village tea garden", "安排", 5_000_000)
    assert claim["record_url"].endswith("/sources/ta18.html#c-ta18-f05")


def test_a_record_has_its_totals_with_what_they_add(exported):
    totals = {total["total_id"]: total for total in load(exported, "pairings", "ew1-jia-yi")["totals"]}
    assert totals["pairing:ew1-jia-yi:money:mixed:received"]["added_ids"] == "ta18.f01"


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_that_has_a_page_is_listed_and_stands_where_the_list_says(exported, kind):
    listed = json.loads(exported[f"api/v1/{kind}.json"])
    old = {path for path in exported if path.startswith(f"data/{kind}/") and path.endswith(".json")}
    assert {entry["record"].replace("api/v1", "data") for entry in listed} == old
    assert all(len(load(exported, kind, entry["id"])["claims"]) == entry["claims"] for entry in listed)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_address_of_a_record_keeps_its_content_and_says_where_it_moved(exported, kind):
    for path, content in exported.items():
        if path.startswith(f"data/{kind}/") and path.endswith(".json"):
            old = json.loads(content)
            assert old["moved_to"].endswith(path.replace("data/", "/api/v1/", 1)) and "claims" in old


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_valid_against_the_schema_that_the_interface_states(exported, openapi, kind):
    validate(openapi)
    reference = openapi["paths"][f"/api/v1/{kind}/{{id}}.json"]["get"]["responses"]["200"]
    schema = reference["content"]["application/json"]["schema"] | {"components": openapi["components"]}
    validator = Draft202012Validator(schema)
    records = [path for path in exported if path.startswith(f"api/v1/{kind}/") and path.endswith(".json")]
    assert records
    for path in records:
        assert list(validator.iter_errors(json.loads(exported[path]))) == [], path


def test_a_record_says_where_the_address_of_a_source_was_gone_and_no_other_says_anything(exported, ledger, openapi):
    header = ledger.rows("source_watch")[0]
    url = "https://news.example.org/2021/jia-yi.html"
    ledger.write("source_watch", [header, ["tc21", url, "2026-01-01", "gone", "", "", ""]])
    package, tables = ledger.read()
    now = {file.path: file.content for file in export_tables(package, derive_views(tables, "2026-01-02"), {})}
    (seen,) = load(now, "sources", "tc21")["watched"]
    assert (seen["asked_on"], seen["outcome"], seen["archive_url"]) == ("2026-01-01", "gone", None)
    assert seen["said"].replace("\u00a0", " ") == "原网址 2026 年 1 月 1 日查看时打不开"
    assert seen["said_en"].replace("\u00a0", " ") == "The address did not answer on 1 January 2026"
    assert load(now, "pairings", "ew1-jia-yi")["watched"] == [seen]
    assert "watched" not in load(now, "sources", "ta18") and "watched" not in load(exported, "sources", "tc21")
    schema = {"$ref": "#/components/schemas/SourcesRecord", "components": openapi["components"]}
    assert list(Draft202012Validator(schema).iter_errors(load(now, "sources", "tc21"))) == []

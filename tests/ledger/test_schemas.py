"""The schemas agree with each other and describe everything in both languages."""

from pathlib import Path

import pytest

from build_scripts.ledger.package import open_package

ROOT = Path(__file__).parents[2]
PACKAGE = open_package(ROOT)
EVIDENCE = ("source_id", "section", "start", "also_at", "as_printed")
WITH_EVIDENCE = (
    "pairings",
    "pairing_claims",
    "projects",
    "funds",
    "observations",
    "events",
    "instruments",
    "designations",
    "programme_scope",
    "milestones",
)
KEYS_OF_TWO = {"source_watch": ["source_id", "url"], **dict.fromkeys(("proofs", "retired"), ["table", "row_id"])}
FIELDS = [
    pytest.param(field, id=f"{table}.{field['name']}")
    for table, schema in PACKAGE.schemas.items()
    for field in schema["fields"]
]


def field_of(table, name):
    return next((f for f in PACKAGE.schemas[table]["fields"] if f["name"] == name), None)


@pytest.mark.parametrize("column", EVIDENCE)
def test_evidence_is_defined_alike_everywhere(column):
    definitions = [
        field_of(table, column) for table in WITH_EVIDENCE if column != "also_at" or field_of(table, column)
    ]
    assert None not in definitions and all(d == definitions[0] for d in definitions)


def test_repeats_are_kept_where_figures_are():
    assert [t for t in PACKAGE.schemas if field_of(t, "also_at")] == ["funds", "observations"]


def test_every_table_with_an_offset_has_evidence():
    assert sorted(t for t in PACKAGE.schemas if field_of(t, "start")) == sorted(WITH_EVIDENCE)
    for table in WITH_EVIDENCE:
        assert tuple(c for c in PACKAGE.columns(table) if c in EVIDENCE) == tuple(
            c for c in EVIDENCE if field_of(table, c)
        )


@pytest.mark.parametrize("table", PACKAGE.schemas)
def test_every_table_is_named_and_described_in_both_languages(table):
    schema = PACKAGE.schemas[table]
    assert all(schema.get(key) for key in ("title", "title_en", "description", "description_en"))
    own = [schema["fields"][0]["name"]]
    key = KEYS_OF_TWO.get(table, own)
    assert schema["primaryKey"] == key == PACKAGE.columns(table)[: len(key)]
    assert PACKAGE.resource(table)["schema"] == f"schemas/{table}.yaml"


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_named_and_described_in_both_languages(field):
    assert field.get("title") and field.get("title_en")
    assert field.get("description") and field.get("description_en")
    assert field["type"] in ("string", "integer", "number", "boolean")


@pytest.mark.parametrize("field", [p for p in FIELDS if "codes" in p.values[0]])
def test_every_code_is_named_in_both_languages(field):
    for code, names in field["codes"].items():
        assert isinstance(code, str) and names.get("zh") and names.get("en"), code
    assert field["constraints"]["enum"] == list(field["codes"])


@pytest.mark.parametrize("table", PACKAGE.schemas)
def test_every_reference_leads_to_a_key_that_exists(table):
    for reference in PACKAGE.schemas[table].get("foreignKeys", []):
        target = reference["reference"]["resource"] or table
        assert reference["reference"]["fields"] == PACKAGE.schemas[target]["primaryKey"]
        assert reference["fields"][0] in PACKAGE.columns(table)


def test_the_same_code_list_is_the_same_everywhere():
    shared = ("qualifier", "basis", "programme", "dates_basis")
    for column in shared:
        lists = [f["codes"] for t in PACKAGE.schemas if (f := field_of(t, column))]
        assert len(lists) > 1 and all(codes == lists[0] for codes in lists), column


def test_the_tiny_ledger_has_the_same_tables():
    """All but `aliases`, which a ledger may lack."""
    tiny = open_package(ROOT / "tests" / "tiny_ledger")
    assert [*tiny.schemas] == [table for table in PACKAGE.schemas if table != "aliases"]

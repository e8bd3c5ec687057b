"""The schemas of tables, and what a claim is, as JSON Schema 2020-12, which OpenAPI 3.1 speaks."""

from __future__ import annotations

from dataclasses import fields

from build_scripts.views.model import Claim

TEXT = {"type": "string"}
PLAIN = {"type": "object", "additionalProperties": True}
TYPES = {  # of the parts of a claim
    "str": TEXT, "int": {"type": "integer"}, "bool": {"type": "boolean"}, "Decimal": {"type": "number"},
    "tuple[str, ...]": {"type": "array", "items": TEXT},
    "tuple[int, ...]": {"type": "array", "items": {"type": "integer"}},
}  # fmt: skip


def object_schema(schema: dict, more: dict | None = None, has_every_key: bool = False) -> dict:
    """Returns the JSON schema of one row as an object.

    What is not stated is null where the object has every key, else it is left out.
    """
    names = [field["name"] for field in schema["fields"]]
    required = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    return {
        "type": "object",
        "required": names if has_every_key else sorted(required),
        "properties": {
            field["name"]: property_schema(field, has_every_key and field["name"] not in required)
            for field in schema["fields"]
        } | (more or {}),
    }  # fmt: skip


def property_schema(field: dict, is_nullable: bool) -> dict:
    """Returns the JSON schema of a cell."""
    codes = list(field.get("codes", ()))
    node = {"type": [field["type"], "null"] if is_nullable else field["type"]}
    node["description"] = f"{field['title']} / {field['title_en']}"
    return node | ({"enum": [*codes, None] if is_nullable else codes} if codes else {})


def bare_claim() -> dict:
    """Returns the JSON schema of a claim in the first form of the records: what is not stated is left out."""
    kinds = {part.name: part.type.partition(" | ") for part in fields(Claim)}
    empty = {name for name, (kind, either, _) in kinds.items() if either or kind.startswith("tuple")}
    return {
        "type": "object", "additionalProperties": False,
        "required": [name for name in kinds if name not in empty],
        "properties": {name: TYPES[kind] for name, (kind, _, _) in kinds.items()},
    }  # fmt: skip


def whole_record(table: str) -> dict:
    """Returns the JSON schema of a whole record."""
    lists = {"totals": "Total", "claims": "ClaimOfRecord"}
    return {
        "type": "object",
        "required": ["id", "name", "page", "row", *lists],
        "properties": {
            "id": TEXT, "name": TEXT, "name_en": {"type": ["string", "null"]}, "page": {**TEXT, "format": "uri"},
            "row": {"$ref": f"#/components/schemas/{table}Row"},
            **{name: {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
               for name, row in (lists | {"watched": "WatchedSource"}).items()},
        },
    }  # fmt: skip

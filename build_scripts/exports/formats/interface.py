"""The static interface: `data/index.json` lists every file and record, `data/openapi.yaml` describes them."""

from __future__ import annotations

import json

import yaml

from build_scripts.exports.formats import claims, feeds, projects_wide, records
from build_scripts.exports.listing import MEDIA_TYPES, Listed, listed_files, site_address
from build_scripts.exports.wide_schema import wide_schema
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views

FIXED = {  # addresses that stand beside the tables, with the schema of their JSON
    "claims.json": "Claim",
    "projects_wide.json": "WideProject",
    "quality.json": "Quality",
}


def files(package: Package, views: Views, made: dict[str, bytes]) -> dict[str, bytes]:
    """Returns the list of the files in `made` and the OpenAPI 3.1 description of the interface."""
    listed = listed_files(package, made)
    index = json.dumps(index_of(package, views, listed, made), ensure_ascii=False, indent=1)
    openapi = yaml.safe_dump(openapi_of(package, listed), allow_unicode=True, sort_keys=False, width=110)
    return {"data/index.json": index.encode(), "data/openapi.yaml": openapi.encode()}


def index_of(package: Package, views: Views, listed: list[Listed], made: dict[str, bytes]) -> dict:
    """Returns what index.json says: the release, the files with checksums, the ids of all records."""
    descriptor = package.descriptor
    return {
        "name": descriptor["name"], "title": descriptor["title"], "title_en": descriptor["title_en"],
        "version": descriptor["version"], "built": views.today, "address": site_address(package),
        "licence": descriptor["licenses"][0]["path"],
        "rows": {name: len(frame) for name, frame in views.tables.items()},
        "files": [
            {"path": file.path, "title": file.title["zh"], "title_en": file.title["en"],
             "media_type": file.media_type, "bytes": file.bytes, "sha256": file.sha256}
            for file in listed
        ],
        "records": {kind: record_files(kind, made) for kind in records.KINDS},
    }  # fmt: skip


def record_files(kind: str, made: dict[str, bytes]) -> dict:
    """Returns where the files of the records of a kind are, and the ids that have them."""
    start, end = f"data/{kind}/", ".json"
    ids = [path.removeprefix(start).removesuffix(end) for path in made if path.startswith(start) and path.endswith(end)]
    feed = {"feed": f"{start}{{id}}.atom"} if kind in feeds.KINDS else {}
    return {"path": f"{start}{{id}}{end}", "ids": ids} | feed


def openapi_of(package: Package, listed: list[Listed]) -> dict:
    """Returns the OpenAPI description: a path a file, one path for the records of each kind."""
    paths = {"/data/index.json": get("index", "index", json_of("Index"))}
    for file in listed:
        paths[f"/{file.path}"] = get(f"{file.name}_{file.format}", both(file.title), content_of(file))
    for kind, key in records.KINDS.items():
        paths[f"/data/{kind}/{{id}}.json"] = record_path(package, kind, key)
    for kind in feeds.KINDS:
        paths[f"/data/{kind}/{{id}}.atom"] = feed_path(package, kind)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": both({lang: word(lang, "exports.api_title") for lang in LANGUAGES}),
            "description": both({lang: word(lang, "exports.api_about") for lang in LANGUAGES}),
            "version": package.descriptor["version"],
            "license": {"name": package.descriptor["licenses"][0]["title"], "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": site_address(package).rstrip("/")}],
        "paths": paths,
        "components": {"schemas": component_schemas(package)},
    }


def both(texts: dict[str, str]) -> str:
    return " / ".join(texts[lang] for lang in LANGUAGES)


def get(operation: str, summary: str, content: dict, parameters: list | None = None) -> dict:
    """Returns a path that can be read."""
    responses = {"200": {"description": summary, "content": content}}
    node = {"operationId": operation.replace("-", "_"), "summary": summary, "responses": responses}
    return {"get": node | ({"parameters": parameters} if parameters else {})}


def json_of(schema: str, *, many: bool = False) -> dict:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {"application/json": {"schema": {"type": "array", "items": reference} if many else reference}}


def content_of(file: Listed) -> dict:
    """Returns media type and schema of a file; only JSON has one."""
    schema = FIXED.get(f"{file.name}.{file.format}")
    return json_of(schema, many=schema != "Quality") if schema else {file.media_type: {}}


def record_path(package: Package, kind: str, key: str) -> dict:
    """Returns the path of the records of a kind: the row of the table with every claim that names it."""
    schema = package.schemas[kind]
    return get(f"{kind}_record", f"{schema['title']} / {schema['title_en']}", json_of(kind), [id_parameter(key)])


def feed_path(package: Package, kind: str) -> dict:
    """Returns the path of the feeds of the records of a kind."""
    key, about = records.KINDS[kind], both({lang: word(lang, f"exports.feeds.{kind}") for lang in LANGUAGES})
    return get(f"{kind}_feed", about, {MEDIA_TYPES["atom"]: {}}, [id_parameter(key)])


def id_parameter(key: str) -> dict:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "description": key}


def component_schemas(package: Package) -> dict:
    """Returns the JSON schemas: the records made from the tables' schemas, the wide rows, the listings."""
    plain = {"type": "object", "additionalProperties": True}
    claims_of_record = {"claims": {"type": "array", "items": plain}}
    return {
        **{kind: object_schema(package.schemas[kind], claims_of_record) for kind in records.KINDS},
        "Claim": object_schema(wide_schema(claims.COLUMNS, "claim_id")),
        "WideProject": object_schema(wide_schema(projects_wide.COLUMNS, "project_id")),
        "Quality": plain,
        "Index": plain,
    }


def object_schema(schema: dict, more: dict | None = None) -> dict:
    """Returns the JSON schema of one row as an object; what is not stated is left out of it."""
    fields = schema["fields"]
    required = [field["name"] for field in fields if field.get("constraints", {}).get("required")]
    return {
        "type": "object",
        "required": required,
        "properties": {field["name"]: property_schema(field) for field in fields} | (more or {}),
    }


def property_schema(field: dict) -> dict:
    node = {"type": field["type"], "description": f"{field['title']} / {field['title_en']}"}
    return node | ({"enum": list(field["codes"])} if "codes" in field else {})

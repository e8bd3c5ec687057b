"""The static interface: `data/index.json` lists every file and record, `data/openapi.yaml` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from build_scripts.exports.atom import ATOM_FEED
from build_scripts.exports.encode import JSON, YAML
from build_scripts.exports.formats import api, feeds, records
from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.exports.wide import wide_schema
from build_scripts.labels import LANGUAGES

PLAIN = {"type": "object", "additionalProperties": True}


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the list of the files in `made` and the OpenAPI 3.1 description of the interface."""
    listed = [file for file in made if file.title]
    about = in_languages("pages.data.files.api")
    index = json.dumps(index_of(edition, listed, made), ensure_ascii=False, indent=1)
    yield Download("data/index.json", index.encode(), JSON, in_languages("exports.file_titles.index"), about)
    openapi = yaml.safe_dump(openapi_of(edition, listed), allow_unicode=True, sort_keys=False, width=110)
    yield Download("data/openapi.yaml", openapi.encode(), YAML, in_languages("exports.api_title"), about)


def index_of(edition: Edition, listed: list[Download], made: tuple[Download, ...]) -> dict:
    """Returns what index.json says: the release, the files with checksums, the ids of all records."""
    descriptor = edition.package.descriptor
    gone = {f"data/{row.table}/{row.row_id}.json" for row in edition.views.tables["retired"].itertuples()}
    paths = [file.path for file in made if file.path not in gone]
    return {
        "name": descriptor["name"], "title": descriptor["title"], "title_en": descriptor["title_en"],
        "version": descriptor["version"], "built": edition.views.today, "modified": edition.modified,
        "address": edition.address, "licence": descriptor["licenses"][0]["path"],
        "rows": {name: len(frame) for name, frame in edition.views.tables.items()},
        "files": [
            {"path": file.path, "title": file.title["zh"], "title_en": file.title["en"],
             "media_type": file.media_type, "bytes": file.size, "sha256": file.sha256}
            for file in listed
        ],
        "records": {kind: record_files(kind, paths) for kind in records.KINDS},
        "api": {kind: f"{api.ROOT}/{kind}.json" for kind in api.KINDS},
    }  # fmt: skip


def record_files(kind: str, paths: list[str]) -> dict:
    """Returns where the files of the records of a kind are, and the ids that have them."""
    start, end = f"data/{kind}/", ".json"
    ids = [
        path.removeprefix(start).removesuffix(end) for path in paths if path.startswith(start) and path.endswith(end)
    ]
    feed = {"feed": f"{start}{{id}}.atom"} if kind in feeds.KINDS else {}
    return {"path": f"{start}{{id}}{end}", "ids": ids} | feed


def openapi_of(edition: Edition, listed: list[Download]) -> dict:
    """Returns the OpenAPI description: a path a file, one path for the records of each kind."""
    schemas, keys = edition.package.schemas, records.KINDS
    paths = {"/data/index.json": get("index", "index", json_of("Index"))}
    for file in listed:
        paths[f"/{file.path}"] = get(f"{file.name}_{file.format}", both(file.title), content_of(file))
    for kind, key in records.KINDS.items():
        paths[f"/data/{kind}/{{id}}.json"] = get(f"{kind}_record", both(of_schema(schemas[kind])), json_of(kind), key)
    for kind in api.KINDS:
        title, whole = both(of_schema(schemas[kind])), json_of(f"{kind.capitalize()}Record")
        paths[f"/{api.ROOT}/{kind}/{{id}}.json"] = get(f"{kind}_whole", title, whole, keys[kind])
    for kind in feeds.KINDS:
        about = both(in_languages(f"exports.feeds.{kind}"))
        paths[f"/data/{kind}/{{id}}.atom"] = get(f"{kind}_feed", about, {ATOM_FEED: {}}, records.KINDS[kind])
    licence = edition.package.descriptor["licenses"][0]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": both(in_languages("exports.api_title")),
            "description": both(in_languages("exports.api_about")),
            "version": edition.package.descriptor["version"],
            "license": {"name": licence["title"], "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": edition.address.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": component_schemas(edition, listed)},
    }


def both(texts: Texts) -> str:
    return " / ".join(texts[lang] for lang in LANGUAGES)


def get(operation: str, summary: str, content: dict, key: str = "") -> dict:
    """Returns a path that can be read; `key` is the column whose values its {id} takes."""
    responses = {"200": {"description": summary, "content": content}}
    if key:
        responses["404"] = {"description": both(in_languages("exports.api_missing"))}
    node = {"operationId": operation.replace("-", "_"), "summary": summary, "responses": responses}
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "description": key}
    return {"get": node | ({"parameters": [parameter]} if key else {})}


def json_of(schema: str, *, many: bool = False) -> dict:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {JSON: {"schema": {"type": "array", "items": reference} if many else reference}}


def content_of(file: Download) -> dict:
    """Returns media type and schema of a file; only JSON has one."""
    described = file.media_type == JSON and file.row
    return json_of(file.row, many=bool(file.schema)) if described else {file.media_type: {}}


def component_schemas(edition: Edition, listed: list[Download]) -> dict:
    """Returns the JSON schemas: the records made from the tables' schemas, the rows of the files, the listings."""
    schemas = edition.package.schemas
    claims_of_record = {"claims": {"type": "array", "items": PLAIN}, "moved_to": {"type": "string", "format": "uri"}}
    return {
        **{kind: object_schema(schemas[kind], claims_of_record) for kind in records.KINDS},
        **{f"{kind}Row": object_schema(schemas[kind], has_every_key=True) for kind in api.KINDS},
        **{file.row: object_schema(file.schema, has_every_key=True) if file.schema else PLAIN
           for file in listed if file.row},
        **{f"{kind.capitalize()}Record": record_schema(kind) for kind in api.KINDS},
        "ClaimOfRecord": object_schema(wide_schema(api.CLAIM, edition.package), has_every_key=True),
        "ListedRecord": object_schema(wide_schema(api.LIST, edition.package), has_every_key=True),
        "Index": PLAIN,
    }


def record_schema(kind: str) -> dict:
    """Returns the JSON schema of a whole record."""
    text = {"type": "string"}
    lists = {"totals": "Total", "claims": "ClaimOfRecord"}
    return {
        "type": "object",
        "required": ["id", "name", "page", "row", *lists],
        "properties": {
            "id": text, "name": text, "name_en": {"type": ["string", "null"]}, "page": {**text, "format": "uri"},
            "row": {"$ref": f"#/components/schemas/{kind}Row"},
            **{name: {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
               for name, row in lists.items()},
        },
    }  # fmt: skip


def object_schema(schema: dict, more: dict | None = None, has_every_key: bool = False) -> dict:
    """Returns the JSON schema of one row as an object.

    What is not stated is null where the object has every key, else it is left out.
    """
    fields = schema["fields"]
    required = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
    return {
        "type": "object",
        "required": [field["name"] for field in fields] if has_every_key else sorted(required),
        "properties": {
            field["name"]: property_schema(field, has_every_key and field["name"] not in required) for field in fields
        } | (more or {}),
    }  # fmt: skip


def property_schema(field: dict, is_nullable: bool) -> dict:
    """Returns the JSON schema of a cell."""
    codes = list(field.get("codes", ()))
    node = {"type": [field["type"], "null"] if is_nullable else field["type"]}
    node["description"] = f"{field['title']} / {field['title_en']}"
    return node | ({"enum": [*codes, None] if is_nullable else codes} if codes else {})

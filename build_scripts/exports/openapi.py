"""The parts of the OpenAPI 3.1 description: operations with tags, words, examples and answers, and the schemas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts.exports.atom import ATOM_FEED
from build_scripts.exports.encode import JSON
from build_scripts.exports.json_schemas import PLAIN, TEXT, bare_claim, object_schema, whole_record
from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.exports.wide import wide_schema
from build_scripts.labels import LANGUAGES
from build_scripts.views.columns import Column

TAGS = ("records", "lists", "files", "feeds", "first_form")
TAG_OF_FORM = {"whole": "records", "record": "first_form", "feed": "feeds"}
Paths = dict[str, dict]


def openapi_of(edition: Edition, listed: Sequence[Download], records: Paths, schemas: dict) -> dict:
    """Returns the description: a path a file, one path for the records of each kind."""
    descriptor = edition.package.descriptor
    licence = descriptor["licenses"][0]
    index = {"/data/index.json": get("index", in_languages("exports.file_titles.index"), "lists", json_of("Index"))}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": both(in_languages("exports.api_title")),
            "description": both(in_languages("exports.api_about")),
            "version": descriptor["version"],
            "contact": {"name": descriptor["title_en"], "url": f"{edition.package.settings['repository']}/issues"},
            "license": {"name": licence["title"], "identifier": licence["name"]},
        },
        "servers": [{"url": edition.address.rstrip("/")}],
        "tags": [{"name": tag, "description": both(in_languages(f"exports.api_tags.{tag}"))} for tag in TAGS],
        "paths": index | {f"/{file.path}": path_of(file) for file in listed} | records,
        "components": {"schemas": schemas},
    }


def both(texts: Texts) -> str:
    return " / ".join(texts[lang] for lang in LANGUAGES)


def path_of(file: Download) -> dict:
    """Returns the path of a file that is listed; only rows of JSON have a schema."""
    described = file.media_type == JSON and file.row
    content = json_of(file.row, many=file.content.startswith(b"[")) if described else {file.media_type: {}}
    tag = "lists" if file.path.startswith("api/") else "files"
    name = file.path.removeprefix("data/").replace("/", "_").replace(".", "_").replace("-", "_")
    return get(name, file.title, tag, content, file.description)


def record_paths(edition: Edition, form: str, kind: str, path: str, ids: Sequence[str]) -> Paths:
    """Returns the path of the records of a kind in one form, with an id that exists as its example; {} for none."""
    if not ids:
        return {}
    title = of_schema(edition.package.schemas[kind])
    content = {
        "record": json_of(kind), "whole": json_of(f"{kind.capitalize()}Record"), "feed": {ATOM_FEED: {}}
    }[form]  # fmt: skip
    about = in_languages(f"exports.feeds.{kind}" if form == "feed" else f"exports.api_forms.{form}")
    found = get(f"{kind}_{form}", title, TAG_OF_FORM[form], content, about)
    found["get"]["parameters"] = [{
        "name": "id", "in": "path", "required": True, "schema": TEXT, "example": ids[0],
        "description": both(in_languages("exports.api_id")),
    }]  # fmt: skip
    found["get"]["responses"]["404"] = {
        "description": both(in_languages("exports.api_missing")), "content": {"text/html": {}},
    }  # fmt: skip
    return {path: found}


def get(operation: str, title: Texts, tag: str, content: dict, about: Texts | None = None) -> dict:
    """Returns a path that can be read."""
    return {"get": {
        "operationId": operation, "summary": both(title), "description": both(about or title), "tags": [tag],
        "responses": {"200": {"description": both(title), "content": content}},
    }}  # fmt: skip


def json_of(schema: str, *, many: bool = False) -> dict:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {JSON: {"schema": {"type": "array", "items": reference} if many else reference}}


def component_schemas(
    edition: Edition, listed: Sequence[Download], kinds: Sequence[str], rows: Mapping[str, Sequence[Column]]
) -> dict:
    """Returns the JSON schemas: the records made from the tables' schemas, the rows of files and lists."""
    schemas = edition.package.schemas
    claims = {"type": "array", "items": {"$ref": "#/components/schemas/BareClaim"}}
    of_record = {"claims": claims, "moved_to": {**TEXT, "format": "uri"}}
    return {
        **{kind: object_schema(schemas[kind], of_record) for kind in kinds},
        **{f"{kind}Row": object_schema(schemas[kind], has_every_key=True) for kind in kinds},
        **{f"{kind.capitalize()}Record": whole_record(kind) for kind in kinds},
        **{file.row: object_schema(file.schema, has_every_key=True) if file.schema else PLAIN
           for file in listed if file.row and file.media_type == JSON},
        **{name: object_schema(wide_schema(columns, edition.package), has_every_key=True)
           for name, columns in rows.items()},
        "BareClaim": bare_claim(),
        "WatchedSource": object_schema(schemas["source_watch"], {"said": TEXT, "said_en": TEXT}, has_every_key=True),
        "Index": PLAIN,
    }  # fmt: skip

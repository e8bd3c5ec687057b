"""The static interface: `data/index.json` lists every file and record, `data/openapi.yaml` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from build_scripts.exports.encode import JSON, YAML
from build_scripts.exports.formats import api, feeds, records
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.openapi import Paths, component_schemas, openapi_of, record_paths

LISTS = (*api.KINDS, "totals", "audit", "gaps", "names")


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the list of the files in `made` and the OpenAPI 3.1 description of the interface."""
    listed = [file for file in made if file.title]
    about = in_languages("pages.data.files.api")
    index = json.dumps(index_of(edition, listed, made), ensure_ascii=False, indent=1)
    yield Download("data/index.json", index.encode(), JSON, in_languages("exports.file_titles.index"), about)
    described = openapi_of(edition, listed, paths_of_records(edition, made), schemas_of(edition, listed))
    openapi = yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=110)
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
        "api": {kind: f"{api.ROOT}/{kind}.json" for kind in LISTS},
        "releases": [
            {"version": release.version, "date": release.date,
             "manifest": f"data/{release.version}/manifest.json" if release.files else None}
            for release in edition.releases
        ],
    }  # fmt: skip


def record_files(kind: str, paths: list[str]) -> dict:
    """Returns where the files of the records of a kind are, and the ids that have them."""
    start = f"data/{kind}/"
    feed = {"feed": f"{start}{{id}}.atom"} if kind in feeds.KINDS else {}
    return {"path": f"{start}{{id}}.json", "ids": ids_below(start, ".json", paths)} | feed


def ids_below(start: str, end: str, paths: list[str]) -> list[str]:
    return [path.removeprefix(start).removesuffix(end) for path in paths if path.startswith(start)
            and path.endswith(end)]  # fmt: skip


def paths_of_records(edition: Edition, made: tuple[Download, ...]) -> Paths:
    """Returns the paths of single records: in the first form, whole, and their feeds."""
    paths = [file.path for file in made]
    forms = [("whole", api.ROOT, ".json", api.KINDS), ("record", "data", ".json", records.KINDS),
             ("feed", "data", ".atom", feeds.KINDS)]  # fmt: skip
    found: Paths = {}
    for form, folder, end, kinds in forms:
        for kind in kinds:
            start = f"{folder}/{kind}/"
            found |= record_paths(edition, form, kind, f"/{start}{{id}}{end}", ids_below(start, end, paths))
    return found


def schemas_of(edition: Edition, listed: list[Download]) -> dict:
    """Returns the JSON schemas of records, lists and files."""
    rows = {"ClaimOfRecord": api.CLAIM, "ListedRecord": api.LIST}
    return component_schemas(edition, listed, tuple(records.KINDS), rows)

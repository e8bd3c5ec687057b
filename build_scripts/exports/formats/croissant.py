"""`data/croissant.json`: the tables for machine learning (MLCommons Croissant 1.0), a record set a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from build_scripts.exports.encode import JSON
from build_scripts.exports.formats.datapackage import descriptor as data_package
from build_scripts.exports.model import Download, Edition, in_languages

SPECIFICATION = "http://mlcommons.org/croissant/1.0"
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
PLAIN_TERMS = (
    "citeAs", "column", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes",
    "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated",
    "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"}, "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty", **{term: f"cr:{term}" for term in PLAIN_TERMS},
}  # fmt: skip


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the description of the CSV files in `made`."""
    yield Download(
        "data/croissant.json",
        json.dumps(croissant(edition, made), ensure_ascii=False, indent=1).encode(),
        JSON,
        in_languages("exports.file_titles.croissant"),
        in_languages("pages.data.files.catalogue"),
    )


def croissant(edition: Edition, made: tuple[Download, ...]) -> dict:
    """Returns the description of the CSV files in `made`, with their checksums."""
    address, descriptor, today = edition.address, edition.package.descriptor, edition.modified
    resources = data_package(edition, made)["resources"]
    csvs = [file for file in made if file.title and file.format == "csv"]
    return {
        "@context": CONTEXT, "@type": "sc:Dataset", "conformsTo": SPECIFICATION,
        "name": descriptor["title_en"], "alternateName": descriptor["title"],
        "description": descriptor["description_en"], "url": f"{address}en/data/index.html",
        "license": descriptor["licenses"][0]["path"], "version": descriptor["version"],
        "datePublished": today, "inLanguage": ["zh", "en"],
        "creator": {"@type": "sc:Organization", "name": descriptor["title_en"], "url": address},
        "citeAs": f"@misc{{{descriptor['name']}, title={{{descriptor['title_en']}}}, "
                  f"year={{{today[:4]}}}, url={{{address}}}}}",
        "distribution": [
            {"@type": "cr:FileObject", "@id": f"{file.name}.csv", "name": f"{file.name}.csv",
             "contentUrl": f"{address}{file.path}", "contentSize": f"{file.size} B",
             "encodingFormat": file.media_type, "sha256": file.sha256}
            for file in csvs
        ],
        "recordSet": [record_set(resource) for resource in resources],
    }  # fmt: skip


def record_set(resource: dict) -> dict:
    """Returns a table with its key and its columns.

    What they refer to is not said: a reader of Croissant would join the tables, and they refer to each other in
    circles. The wide tables have the names.
    """
    name, schema = resource["name"], resource["schema"]
    return {
        "@type": "cr:RecordSet", "@id": name, "name": name, "description": resource["description_en"],
        "key": keys_of(name, schema["primaryKey"]),
        "field": [field_node(name, field) for field in schema["fields"]],
    }  # fmt: skip


def keys_of(table: str, names: Sequence[str]) -> list[dict]:
    return [{"@id": f"{table}/{name}"} for name in names]


def field_node(table: str, field: dict) -> dict:
    """Returns one column."""
    return {
        "@type": "cr:Field", "@id": f"{table}/{field['name']}", "name": f"{table}/{field['name']}",
        "description": " / ".join(filter(None, (field["title_en"], field.get("description_en")))),
        "dataType": TYPES[field["type"]],
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": field["name"]}},
    }  # fmt: skip

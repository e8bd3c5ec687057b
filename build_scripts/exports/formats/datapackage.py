"""`data/datapackage.json`: every CSV file with its schema, size and checksum (Data Package v2)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import CSV, JSON
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.ledger.package import DIALECT, data_package


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the descriptor; the stock Frictionless finds the files beside it valid."""
    yield Download(
        "data/datapackage.json",
        json.dumps(descriptor(edition, made), ensure_ascii=False, indent=1).encode(),
        JSON,
        in_languages("exports.file_titles.datapackage"),
        in_languages("pages.data.files.datapackage"),
    )


def descriptor(edition: Edition, made: tuple[Download, ...]) -> dict:
    """Returns the descriptor of the CSV files in `made`, those of the tables first."""
    package = edition.package
    csvs = [file for file in made if file.media_type == CSV and file.schema]
    ordered = sorted(csvs, key=lambda file: file.name not in package.schemas)
    head = {key: value for key, value in data_package(package).items() if key != "resources"}
    return {
        **head,
        "homepage": edition.address,
        "created": f"{edition.modified}T00:00:00Z",
        "contributors": [{"title": head["title_en"], "path": edition.address, "roles": ["creator", "publisher"]}],
        "sources": [{"title": source, "path": url} for source, url in public_sources(edition)],
        "resources": [resource_of(file) for file in ordered],
    }


def public_sources(edition: Edition) -> list[tuple[str, str]]:
    """Returns title and address of every document that has one."""
    rows = edition.views.tables["sources"].dropna(subset=["url"])
    return list(rows[["title", "url"]].itertuples(index=False, name=None))


def resource_of(file: Download) -> dict:
    """Returns the entry of one CSV file."""
    about = {
        "description": file.schema.get("description") or file.about.get("zh") or file.title["zh"],
        "description_en": file.schema.get("description_en") or file.about.get("en") or file.title["en"],
    }
    return {
        "name": file.name, "type": "table", "path": f"{file.name}.csv", "scheme": "file", "format": "csv",
        "mediatype": CSV, "encoding": "utf-8-sig", "bytes": file.size, "hash": f"sha256:{file.sha256}",
        "dialect": DIALECT, "title": file.title["zh"], "title_en": file.title["en"], **about, "schema": file.schema,
    }  # fmt: skip

"""What the interface lists beside its records: `api/v1/totals.json`, `audit.json`, `gaps.json`, and all names.

The first three are the files of `data/` once more, so that whoever knows the interface need not know the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from build_scripts.exports.encode import JSON, json_array, json_objects
from build_scripts.exports.formats.api import KINDS, ROOT
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_schema
from build_scripts.views.columns import Column
from build_scripts.views.places import names_of

TABLES = ("totals", "audit", "gaps")
NAME = (Column("id", required=True), Column("kind", required=True), Column("name"), Column("name_en"),
        Column("aliases"), Column("record", required=True), Column("page", required=True))  # fmt: skip


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the lists; the rows of a table are those of the file in `made`."""
    tables = {file.path: file for file in made}
    for name in TABLES:
        yield replace(tables[f"data/{name}.json"], path=f"{ROOT}/{name}.json")
    frame, schema = name_frame(edition), wide_schema(NAME, edition.package)
    titles, about = in_languages("exports.api_lists.names"), in_languages("pages.data.files.api_names")
    yield Download(f"{ROOT}/names.json", json_array(json_objects(frame, NAME)), JSON, titles, about, schema, row="Name")


def name_frame(edition: Edition) -> pd.DataFrame:
    """Returns a row a record that has a page: what a reader may type to find it; former names and others with `;`."""
    views = edition.views
    shown = {table: set(views.index.rows[table]) for table in KINDS} | {"places": set(views.shown_places)}
    subjects = edition.subjects.rename(columns={"subject_id": "id", "subject": "name", "subject_en": "name_en"})
    sources = views.tables["sources"].rename(columns={"source_id": "id", "title": "name", "title_en": "name_en"})
    named = pd.concat([subjects, sources.assign(subject_kind="source")])[["subject_kind", "id", "name", "name_en"]]
    tables = {kind: table for table, kind in KINDS.items()}
    others = {key: "; ".join(names_of(row)) for key, row in views.index.rows["places"].items()}
    return (
        named[named["subject_kind"].isin(tables)]
        .assign(table=lambda f: f["subject_kind"].map(tables))
        .loc[lambda f: [key in shown[table] for table, key in zip(f["table"], f["id"], strict=True)]]
        .assign(
            kind=lambda f: f["subject_kind"],
            aliases=lambda f: f["id"].where(f["kind"] == "place").map(others),
            record=lambda f: f"{ROOT}/" + f["table"] + "/" + f["id"] + ".json",
            page=lambda f: edition.address + f["table"] + "/" + f["id"] + ".html",
        )
    )

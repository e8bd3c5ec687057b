"""A table with names beside its codes, made from its schema: whoever adds a column or a code adds it here as well.

Beside a code stand its words; beside an id the name of what it points at; beside the source its address, and whether
the row is proved. Figures carry their unit, the totals that hold them, and why others do not.
"""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.ledger.proofs import with_proof
from build_scripts.views.model import Views
from build_scripts.views.row_days import DAYS, with_days
from build_scripts.views.subjects import ENDINGS, with_words

WIDE_TABLES = ("pairings", "funds", "observations", "events", "places", "relations", "instruments")
NAMES = {"organisations": "name", "projects": "title", "sources": "title", "measures": "title", "instruments": "title"}
FROM_CLAIMS = ("unit", "unit_name", "unit_name_en", "year_from", "year_to", "proof", "added_in", "left_out_because")


def wide_frame(
    package: Package, views: Views, subjects: pd.DataFrame, claims: pd.DataFrame, table: str
) -> pd.DataFrame:
    """Returns the rows of a table, in its order, with the columns that `wide_columns` lists."""
    schema = package.schemas[table]
    frame = views.tables[table].reset_index(drop=True)
    frame = with_words(frame, package, table, *(field["name"] for field in schema["fields"] if "codes" in field))
    for column, resource in references(schema, table).items():
        names = names_of(views, subjects, resource)
        told = {f"{name_of(column)}{end}": frame[column].map(names[lang]) for lang, end in ENDINGS.items()}
        frame = frame.assign(**told)
    if "source_id" in frame:
        urls = views.tables["sources"].set_index("source_id")["url"]
        frame = frame.assign(source_url=frame["source_id"].map(urls))
    if "start" in frame:
        frame = frame.pipe(with_proof, table, views.proved)
    if table in ("funds", "observations"):
        key = schema["primaryKey"][0]
        own = claims[["claim_id", *FROM_CLAIMS]].rename(columns={"claim_id": key})
        frame = frame.drop(columns=["proof"]).merge(own, on=key, how="left", validate="one_to_one")
    return with_days(frame, views.history, schema["primaryKey"], table)


def wide_columns(package: Package, table: str) -> dict[str, str]:
    """Returns the columns that a wide table has beyond its schema: name -> the column it tells more of, or ''."""
    schema = package.schemas[table]
    coded = [field["name"] for field in schema["fields"] if "codes" in field]
    told = {f"{column}_name{end}": column for column in coded for end in ENDINGS.values()}
    told |= {f"{name_of(column)}{end}": column for column in references(schema, table) for end in ENDINGS.values()}
    shown = {"source_url": "source_id", "proof": "start"}  # column -> the one without which a table has it not
    own = {name: "" for name, needed in shown.items() if needed in package.columns(table)}
    figures = dict.fromkeys(FROM_CLAIMS, "") if table in ("funds", "observations") else {}
    return told | own | figures | dict.fromkeys(DAYS, "")


def references(schema: dict, table: str) -> dict[str, str]:
    """Returns column -> table of what it points at, where that has a name; rows of figures have none of their own."""
    found = {key["fields"][0]: key["reference"]["resource"] or table for key in schema.get("foreignKeys", [])}
    named = {"pairings", "places", *NAMES}
    return {column: resource for column, resource in found.items() if resource in named}


def name_of(column: str) -> str:
    """Returns the column in which the name of an id stands: `place_name` for `place_id`."""
    return f"{column.removesuffix('_id')}_name"


def names_of(views: Views, subjects: pd.DataFrame, resource: str) -> dict[str, pd.Series]:
    """Returns language -> names of the records of a table by id; in English only where it has one."""
    if resource in ("pairings", "places"):
        kind = resource.removesuffix("s")
        chosen = subjects[subjects["subject_kind"] == kind].set_index("subject_id")
        return {lang: chosen[f"subject{end}"] for lang, end in ENDINGS.items()}
    rows = views.tables[resource]
    key = rows.columns[0]  # the key of every table of names comes first
    return {lang: rows.set_index(key)[f"{NAMES[resource]}{end}"] for lang, end in ENDINGS.items()}

"""`data/parquet/claims/programme=…/year=…/part-0.parquet`: all figures cut by programme and year, for large readers.

The folders are named as Hive names them, so that DuckDB, Spark, Arrow and polars read only what a question needs;
`data/parquet.json` lists the parts for who reads over the web, where folders cannot be listed. A part lacks the two
columns that its address tells; `year` is the last year that a figure covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import JSON, PARQUET, arrow_table, parquet_file
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import told_of, wide_schema
from build_scripts.views.columns import CLAIM_COLUMNS

ROOT = "data/parquet/claims"
NOT_STATED = "__HIVE_DEFAULT_PARTITION__"  # how Hive writes a missing value
COLUMNS = tuple(column for column in CLAIM_COLUMNS if column.name != "programme")


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one file for each programme and year, then the list of them."""
    title = in_languages("exports.claims_title")
    told = {"": told_of(edition, wide_schema(COLUMNS, edition.package), title)[""]}  # columns: see claims.parquet
    keys = edition.claims[["programme", "year_to"]].astype(object).where(lambda f: f.notna(), NOT_STATED).astype(str)
    table = arrow_table(edition.claims, COLUMNS)
    parts = []
    groups = keys.reset_index(drop=True).groupby(["programme", "year_to"], sort=True).indices
    for (programme, year), rows in sorted(groups.items()):
        path = f"{ROOT}/programme={programme}/year={year}/part-0.parquet"
        part = Download(path, parquet_file(table.take(rows), told, level=3), PARQUET)
        yield part
        parts.append({"path": path, "rows": len(rows), "bytes": part.size, "sha256": part.sha256})
    titles, about = in_languages("exports.file_titles.parquet"), in_languages("pages.data.files.parquet_parts")
    yield Download("data/parquet.json", json.dumps(parts, indent=0).encode(), JSON, titles, about)

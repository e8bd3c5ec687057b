"""The figures cut by programme and year: nothing lost, and found by its folder in every tool."""

import json
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.dataset as ds
import pytest


@pytest.fixture(scope="module")
def folder(exported, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("parts")
    for path, content in exported.items():
        if path.startswith("data/parquet/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    return root / "data" / "parquet" / "claims"


READERS = {
    "duckdb": lambda folder: duckdb.sql(
        f"SELECT programme, year, claim_id FROM read_parquet('{folder}/**/*.parquet', hive_partitioning = true)"
    ).fetchall(),
    "pyarrow": lambda folder: [
        (row["programme"], row["year"], row["claim_id"])
        for row in ds.dataset(folder, partitioning="hive").to_table().select(["programme", "year", "claim_id"])
        .to_pylist()
    ],
    "polars": lambda folder: pl.read_parquet(f"{folder}/**/*.parquet", hive_partitioning=True)
    .select("programme", "year", "claim_id").rows(),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
def test_every_claim_is_in_the_part_of_its_programme_and_year(folder, views, name):
    rows = {claim: (programme, year and int(year)) for programme, year, claim in READERS[name](folder)}
    assert rows.keys() == views.claims.keys()
    assert rows["ta18.f01"] == ("ew1", 2018)


def test_the_list_of_parts_counts_every_row_and_every_file(exported, views):
    parts = json.loads(exported["data/parquet.json"])
    assert {part["path"] for part in parts} == {path for path in exported if path.startswith("data/parquet/")}
    assert sum(part["rows"] for part in parts) == len(views.claims)
    assert all(part["bytes"] == len(exported[part["path"]]) for part in parts)

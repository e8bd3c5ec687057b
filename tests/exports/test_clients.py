"""Each file is read right by the tools that readers use, with their defaults; CSV by the lines the data page gives."""

import io
import json
import sqlite3

import duckdb
import pandas as pd
import polars as pl
import pytest

pytestmark = pytest.mark.slow  # three tools, each with its own reader of each format

AMOUNT = 12_000_000  # of ta18.f01
PROVIDER = "980121"  # its code, which no tool may take for a number


@pytest.fixture(scope="module")
def folder(exported, tmp_path_factory):
    root = tmp_path_factory.mktemp("clients")
    for path, content in exported.items():
        if path.startswith("data/") and path.count("/") == 1:
            (root / path.removeprefix("data/")).write_bytes(content)
    return root


def row(frame) -> tuple:
    """Amount and provider of one claim, of a pandas frame."""
    found = frame.set_index("claim_id").loc["ta18.f01"]
    return float(found["value"]), found["provider_place_id"]


READERS = {
    "pandas parquet": lambda folder: pd.read_parquet(folder / "claims.parquet"),
    "pandas json": lambda folder: pd.read_json(folder / "claims.json", dtype=False),
    "pandas csv": lambda folder: pd.read_csv(folder / "claims.csv", dtype={"provider_place_id": str}),
    "pandas sqlite": lambda folder: pd.read_sql(
        "SELECT * FROM claims", sqlite3.connect(folder / "pairing-ledger.sqlite")
    ),
    "polars parquet": lambda folder: pl.read_parquet(folder / "claims.parquet").to_pandas(),
    "polars ndjson": lambda folder: pl.read_ndjson(folder / "claims.ndjson", infer_schema_length=None).to_pandas(),
    "polars csv": lambda folder: pl.read_csv(
        folder / "claims.csv", infer_schema_length=None, schema_overrides={"provider_place_id": pl.String}
    ).to_pandas(),
    "duckdb parquet": lambda folder: duckdb.sql(f"SELECT * FROM '{folder}/claims.parquet'").df(),
    "duckdb json": lambda folder: duckdb.sql(f"SELECT * FROM '{folder}/claims.json'").df(),
    "duckdb csv": lambda folder: duckdb.sql(
        f"SELECT * FROM read_csv('{folder}/claims.csv', types = {{'provider_place_id': 'VARCHAR'}})"
    ).df(),
}


@pytest.mark.parametrize("name", READERS)
def test_an_amount_is_a_number_and_a_code_is_text(folder, name):
    assert row(READERS[name](folder)) == (AMOUNT, PROVIDER)


def test_the_sheet_of_claims_reads_as_text_and_numbers(folder):
    text = {"帮扶方代码": str}  # pandas reads digits of a text cell as a number unless told not to
    claims = pd.read_excel(folder / "pairing-ledger.xlsx", sheet_name="claims", dtype=text).set_index("编号")
    assert tuple(claims.loc["ta18.f01", ["数值", "帮扶方代码"]]) == (AMOUNT, PROVIDER)


def test_claims_join_to_places_by_their_codes(folder):
    claims, places = pd.read_parquet(folder / "claims.parquet"), pd.read_parquet(folder / "places.parquet")
    joined = claims.merge(places, left_on="provider_place_id", right_on="place_id", suffixes=("", "_of_provider"))
    assert set(joined["name"]) == {"甲县"}


def test_a_parquet_file_says_what_it_holds(exported):
    import pyarrow.parquet as pq

    file = pq.ParquetFile(io.BytesIO(exported["data/funds.parquet"]))
    stage = file.schema_arrow.field("stage").metadata
    assert stage[b"title_en"] == b"Stage" and json.loads(stage[b"codes"])["received"]["zh"] == "到位"
    assert file.schema_arrow.metadata[b"licence"] == b"https://creativecommons.org/licenses/by/4.0/"
    assert file.metadata.row_group(0).column(0).statistics.has_min_max
    header = exported["data/funds.csv"].decode("utf-8-sig").splitlines()[0]
    assert file.schema_arrow.names == header.split(",")


def test_a_spreadsheet_knows_every_csv_for_utf_8(exported):
    plain = [path for path, content in exported.items() if path.endswith(".csv") and content[:3] != b"\xef\xbb\xbf"]
    assert plain == []

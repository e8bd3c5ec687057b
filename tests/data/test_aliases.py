"""Short and common names of the published ledger: each names one record, and is printed where it says so."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
RECORDS = ["pairing_id", "project_id", "measure_id"]


def read(table: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / "datasets" / f"{table}.csv", dtype=str, keep_default_na=False)


def test_an_alias_names_one_record():
    assert read("aliases")[RECORDS].ne("").sum(axis=1).eq(1).all()


def test_an_alias_with_a_source_is_printed_in_its_title_or_an_excerpt():
    excerpts = pd.concat([read(name) for name in ("pairings", "programme_scope")])[["source_id", "as_printed"]]
    titles = read("sources")[["source_id", "title"]].rename(columns={"title": "as_printed"})
    printed = pd.concat([titles, excerpts]).groupby("source_id")["as_printed"].agg("\n".join)
    sourced = read("aliases")[lambda f: f["source_id"] != ""]
    assert [row.alias for row in sourced.itertuples() if row.alias not in printed[row.source_id]] == []


SHORT = ("闽宁", "苏陕", "沪滇", "京蒙", "粤桂", "浙川", "鲁甘", "鲁渝", "津甘", "粤黔", "苏青")


@pytest.mark.parametrize("alias", SHORT)
def test_the_short_name_of_a_programme_names_pairings_of_two_provinces(alias):
    named = read("aliases")[lambda f: f["alias"] == alias].merge(read("pairings"), on="pairing_id")
    assert len(named) and set(named["level"]) == {"province"}

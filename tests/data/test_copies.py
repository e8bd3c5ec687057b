"""What a document and its copy both state is judged alike: the words are the same, whoever read them into the ledger.

Rows of the two are compared where they state the same amount of the same subject. `inferred` is compared in the
columns that both rows fill.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
SUBJECT = ["pairing_id", "project_id", "place_id"]
JUDGED = {
    "funds": ["period", "period_length_as_printed", "basis", "stage", "fund_source", "payer_place_id", "inferred"],
    "observations": ["period", "period_length_as_printed", "basis", "measure_id", "provider_place_id", "inferred"],
}
VALUE = {"funds": "amount", "observations": "value"}

# (row, row of the copy) -> why their prints, and therefore the rows, differ
DIFFERENT_PRINTS: dict[tuple[str, str], str] = {}


def read(table: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / "datasets" / f"{table}.csv", dtype=str, keep_default_na=False)


def judged(row: pd.Series, other: pd.Series, columns: list[str]) -> dict[str, object]:
    """Returns what was judged of a row; of `inferred` only what both rows fill."""
    filled = {column for column in row["inferred"].split() if row[column] and other[column]}
    return {column: filled if column == "inferred" else row[column] for column in columns}


def differing(table: str) -> list[tuple[str, str]]:
    """Returns the pairs of rows of a document and its copy that no row of the other document agrees with."""
    copied = read("sources").set_index("source_id")["same_as_source_id"]
    rows = read(table)[lambda f: f[VALUE[table]] != ""]
    original = rows["source_id"].map(lambda source: copied[source] or source)
    found = []
    for _, same in rows.groupby([original, *(rows[c] for c in SUBJECT), rows[VALUE[table]]]):
        by_document = [each for _, each in same.groupby("source_id")]
        for one, other in combinations(by_document, 2):
            pairs = [(a, b) for _, a in one.iterrows() for _, b in other.iterrows()]
            agreeing = {x.iloc[0] for a, b in pairs if agree(a, b, JUDGED[table]) for x in (a, b)}
            found += [(a.iloc[0], b.iloc[0]) for a, b in pairs if not {a.iloc[0], b.iloc[0]} & agreeing]
    return found


def agree(a: pd.Series, b: pd.Series, columns: list[str]) -> bool:
    return judged(a, b, columns) == judged(b, a, columns)


@pytest.mark.parametrize("table", JUDGED)
def test_a_document_and_its_copy_are_judged_alike_where_they_say_the_same(table):
    assert [pair for pair in differing(table) if pair not in DIFFERENT_PRINTS] == []


def test_no_pair_is_excused_that_agrees():
    assert {*DIFFERENT_PRINTS} <= {pair for table in JUDGED for pair in differing(table)}


def test_one_page_under_two_ids_has_a_date_under_both_or_under_none():
    """A gift of a page whose other row is dated 2025 was said to stand in a document without a date."""
    sources = read("sources")
    both = sources.merge(sources, left_on="same_as_source_id", right_on="source_id", suffixes=("", "_own"))
    same = both[(both["url"] != "") & (both["url"] == both["url_own"])]
    assert len(same)
    assert same[(same["published"] == "") != (same["published_own"] == "")]["source_id"].tolist() == []

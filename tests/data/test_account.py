"""The account of the real ledger, done again from the CSV files alone, without the code that made it."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from build_scripts.exports.export import open_edition
from build_scripts.exports.formats import account, claims, totals
from tests.data.account_again import located

ROOT = Path(__file__).parents[2]
EAST_WEST = ("ew1", "ew2")


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def files(real_package, real_views):
    """The published files as they are written, and the tables as they lie on disk."""
    edition = open_edition(real_package, real_views, {})
    files = [each for kind in (account, claims, totals) for each in kind.downloads(edition)]
    made = {each.path: each.content for each in files if each.path.endswith(".csv")}
    published = {path.removeprefix("data/").removesuffix(".csv"): rows_of(content) for path, content in made.items()}
    return published | {
        table: rows_of((ROOT / "datasets" / f"{table}.csv").read_bytes())
        for table in ("funds", "observations", "projects", "pairings", "places", "sources")
    }


def begins(row):
    """First month of a period; a year begins with its first."""
    first = row["period"].split("/")[0]
    return first[:7] if len(first) > 4 else f"{first}-01"


def ends(row):
    last = row["period"].split("/")[-1]
    return last[:7] if len(last) > 4 else f"{last}-12"


@pytest.mark.parametrize(("key", "number"), [("2016/2020", 7), ("2019", 4), ("2023", 4), ("2024", 3)])
def test_each_line_of_the_account_can_be_done_again_from_the_csv_files(files, key, number):
    funds = {row["fund_id"]: row for row in files["funds"]}
    programme = {row["pairing_id"]: row["programme"] for row in files["pairings"]}
    programme |= {row["project_id"]: programme.get(row["pairing_id"]) for row in files["projects"]}
    lines = [row for row in files["account"] if (row["subject_id"], row["account"]) == ("cn", key)]
    for line in lines:
        above, ids = [funds[i] for i in line["printed_ids"].split()], line["located_ids"].split()
        below = {i for i, f in funds.items() if programme.get(f["pairing_id"] or f["project_id"]) in EAST_WEST
                 and (f["fund_source"], f["stage"]) == (line["fund_source"], line["stage"])}  # fmt: skip
        located, printed = sum(Decimal(funds[i]["amount"]) for i in ids), Decimal(line["printed"])
        assert {(f["place_id"], f["period"], Decimal(f["amount"])) for f in above} == {("cn", line["period"], printed)}
        assert Decimal(line["located"] or 0) == located and Decimal(line["not_located"]) == printed - located
        assert {*ids, *(pair.split(":")[0] for pair in line["left_out_ids"].split())} == below
        assert all(begins(line) <= begins(funds[i]) and ends(funds[i]) <= ends(line) for i in ids)
    assert len(lines) == number


@pytest.mark.parametrize("key", ["2016/2020", "2019", "2023", "2024", "others"])
def test_the_rows_a_line_adds_are_those_with_the_largest_sum_that_may_stand_together(files, key):
    copies = {row["source_id"]: row["same_as_source_id"] or row["source_id"] for row in files["sources"]}
    named = ("2016/2020", "2019", "2023", "2024")
    lines = [r for r in files["account"] if (r["account"] if r["account"] in named else "others") == key]
    assert lines
    for line in lines:
        most, rows = located(line, files["claims"], files | {"copy_of": copies})
        assert Decimal(line["located"] or 0) == most, line["line_id"]
        assert set(line["located_ids"].split()) <= set(rows)


def test_adding_the_rows_of_a_total_gives_the_total(files):
    worth = {row["fund_id"]: row["amount"] for row in files["funds"]}
    worth |= {row["observation_id"]: row["value"] for row in files["observations"]}
    adding = [row for row in files["totals"] if row["added_ids"]]
    assert len(adding) > 900
    for row in adding:
        assert Decimal(row["value"]) == sum(Decimal(worth[i]) for i in row["added_ids"].split()), row["total_id"]
    assert all(row["value"] == "" for row in files["totals"] if not row["added_ids"])


def test_no_row_of_an_account_is_located_on_two_levels_or_left_out_too(files):
    for line in files["account"]:
        ids, left_out = line["located_ids"].split(), {pair.split(":")[0] for pair in line["left_out_ids"].split()}
        levels = [line[f"located_{level}"] for level in ("province", "local", "project")]
        assert len(ids) == len(set(ids)) and not left_out & set(ids)
        assert sum(Decimal(value or 0) for value in levels) == Decimal(line["located"] or 0)

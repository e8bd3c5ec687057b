"""The account of the real ledger, done again from the CSV files alone, without the code that made it."""

from collections import defaultdict
from decimal import Decimal

import pytest

from tests.data.account_again import located
from tests.data.account_by_adding import differences

EAST_WEST = ("ew1", "ew2")


def begins(row):
    """First month of a period; a year begins with its first."""
    first = row["period"].split("/")[0]
    return first[:7] if len(first) > 4 else f"{first}-01"


def ends(row):
    last = row["period"].split("/")[-1]
    return last[:7] if len(last) > 4 else f"{last}-12"


@pytest.mark.parametrize(("key", "number"), [("2016/2020", 7), ("2019", 4), ("2023", 3), ("2024", 3)])
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


def test_adding_the_rows_that_claims_marks_gives_every_total(files):
    """What a spreadsheet does: filter `added_in` by the id of a total, and add the column `value`."""
    sums, number = defaultdict(Decimal), 0
    for row in files["claims"]:
        for total in row["added_in"].split():
            sums[total] += Decimal(row["value"])
    for total in files["totals"]:
        if total["added_ids"]:
            assert sums.pop(total["total_id"]) == Decimal(total["value"]), total["total_id"]
            number += 1
    assert number > 900 and not sums


def test_a_spreadsheet_gets_every_line_of_the_account_by_adding(files):
    assert {row["account"] for row in files["account"]} >= {"2016/2020", "2019", "2023", "2024"}
    assert differences(files["account"], files["claims"]) == []


@pytest.mark.parametrize(
    ("column", "wrong"),
    [("located", "1"), ("located_local", ""), ("not_located", "0"), ("located_share", "0.5"), ("printed", "2"),
     ("is_more_below", "true"), ("stage", "agreed")],
)  # fmt: skip
def test_a_line_that_does_not_come_out_is_named_with_its_column(files, column, wrong):
    line_id = "cn.2016_2019.fiscal_assistance.disbursed.n543.f01"
    line = next(row for row in files["account"] if row["line_id"] == line_id)
    found = differences([line | {column: wrong}], files["claims"])
    assert [each[:3] for each in found] == [(line["line_id"], column, wrong)]


def test_no_row_of_an_account_is_located_on_two_levels_or_left_out_too(files):
    for line in files["account"]:
        ids, left_out = line["located_ids"].split(), {pair.split(":")[0] for pair in line["left_out_ids"].split()}
        levels = [line[f"located_{level}"] for level in ("province", "local", "project")]
        assert len(ids) == len(set(ids)) and not left_out & set(ids)
        assert sum(Decimal(value or 0) for value in levels) == Decimal(line["located"] or 0)

"""The tidy frame of claims: a row a claim, exact money, names beside codes, and what became of each row."""

from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from build_scripts.views.claim_frame import claim_frame, total_id
from build_scripts.views.derive import derive_views
from build_scripts.views.project_frame import project_rows
from build_scripts.views.subjects import subject_frame

UNSTATED = {"zh": "未说明", "en": "not stated"}
EXACT = pd.ArrowDtype(pa.decimal128(38, 9))


def framed(package, views):
    subjects = subject_frame(package, views, UNSTATED)
    return views, subjects, claim_frame(package, views, subjects)


@pytest.fixture(scope="module")
def tiny(tiny_package, tiny_tables):
    return framed(tiny_package, derive_views(tiny_tables, "2026-01-02"))


@pytest.fixture(scope="module")
def row(tiny):
    return tiny[2].set_index("claim_id").loc


@pytest.fixture(scope="module", params=["tiny", "real"])
def ledger(request, tiny, real_package, real_views):
    return tiny if request.param == "tiny" else framed(real_package, real_views)


def test_every_claim_is_one_row(ledger):
    views, _, claims = ledger
    assert sorted(claims["claim_id"]) == sorted(views.claims)


def test_money_is_added_to_the_last_digit_in_decimals_and_in_arrow(ledger):
    views, _, claims = ledger
    amounts = [claim.value for claim in views.claims.values() if claim.stage and claim.value is not None]
    printed = sum(amounts, Decimal())
    money = claims.query("table == 'funds'")["value"]
    assert money.sum(min_count=1) == printed
    assert money.astype(EXACT).sum(min_count=1) == printed


def test_groups_add_to_the_whole_and_none_is_lost(ledger):
    _, _, claims = ledger
    money = claims.query("table == 'funds'")
    groups = money.groupby(["programme", "stage"], dropna=False)["value"].sum(min_count=1)
    assert groups.sum(min_count=1) == money["value"].sum(min_count=1)
    assert groups.index.get_level_values("programme").isna().any()  # money of no pairing stays a group


def test_a_group_in_which_no_amount_is_known_is_unknown_and_not_zero(tiny):
    lost = tiny[2].query("claim_id == 'ta18.f07'").groupby("stage", dropna=False)["value"].sum(min_count=1)
    assert lost.isna().tolist() == [True]


def test_both_ends_have_province_city_and_county_in_both_languages(row):
    found = row["ta18.f05"]
    assert (found["provider_province"], found["provider_county"]) == ("甲省", "甲县")
    assert (found["recipient_province_en"], found["recipient_county_en"]) == ("Yi Province", "Yi County")
    assert (found["place_county_id"], pd.isna(found["provider_city_id"])) == ("990121", True)


def test_a_row_names_the_totals_that_hold_it_or_says_why_none_does(row):
    assert row["ta18.f01", "added_in"].split() == [
        "pairing:ew1-jia-yi:money:mixed:received", "ledger:east_west:money:mixed:received",
    ]  # fmt: skip
    assert (row["ta18.f05", "left_out_because"], row["tc21.f01", "left_out_because"]) == ("part", "overlap")
    assert row["ta18.f07", "left_out_because"] == "no_digits"


def test_adding_the_rows_of_a_total_gives_the_total(ledger):
    views, _, claims = ledger
    marked = claims.assign(total=claims["added_in"].str.split()).explode("total")
    sums = marked.groupby("total")["value"].sum(min_count=1).fillna(Decimal())
    totals = {total_id(total): total.value for total in views.totals if total.included}
    assert sums.to_dict() == totals


def test_an_end_that_no_document_names_is_said_to_be_unstated(ledger):
    _, subjects, _ = ledger
    pairings = subjects.query("subject_kind == 'pairing'")
    assert pairings[["pairing", "pairing_en", "provider", "recipient_en"]].notna().all(axis=None)


def test_a_project_has_one_row_with_its_amount_or_none(ledger):
    views, subjects, claims = ledger
    projects = project_rows(views, subjects, claims)
    assert sorted(projects["project_id"]) == sorted(views.tables["projects"]["project_id"])
    assert projects["amount"].notna().eq(projects["amount_claim_id"].notna()).all()

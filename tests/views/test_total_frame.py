"""The table of totals: what is added, what is left out and why."""

from decimal import Decimal

import pandas as pd
import pytest

from build_scripts.exports.export import open_edition
from build_scripts.views.derive import derive_views


@pytest.fixture(scope="module")
def totals(tiny_package, tiny_tables):
    frame = open_edition(tiny_package, derive_views(tiny_tables, "2026-01-02"), {}).totals
    return frame.set_index("total_id")


def test_a_total_names_the_rows_it_adds_and_those_it_leaves_out_with_the_reason(totals):
    row = totals.loc["pairing:ew1-jia-yi:money:mixed:received"]
    assert (row["value"], row["added"], row["added_ids"]) == (Decimal(12_000_000), 1, "ta18.f01")
    assert row["left_out_ids"] == "tb19-2.f01:other_claim tc21.f01:overlap"
    assert (row["stage_name"], row["year_from"], row["subject_en"]) == ("到位", 2018, "Jia County → Yi County")


def test_a_total_that_adds_nothing_has_no_value(totals):
    row = totals.loc["place:990121-dingcun:money:not_stated:received"]
    assert (row["added"], pd.isna(row["value"]), row["left_out_ids"]) == (0, True, "ta18.f11:goods")


def test_a_total_of_the_whole_ledger_is_of_a_class_of_programmes(totals):
    row = totals.loc["ledger:east_west:money:mixed:received"]
    assert (row["programme_class"], pd.isna(row["subject"])) == ("east_west", True)

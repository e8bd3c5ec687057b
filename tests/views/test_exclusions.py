"""Who must not be added to whom, told as pairs to whoever adds a selection."""

import pandas as pd
import pytest

from build_scripts.views.derive import derive_views
from build_scripts.views.exclusions import adding_frame


@pytest.fixture(scope="module")
def rows(tiny_tables):
    return adding_frame(derive_views(tiny_tables, "2026-01-02")).set_index("claim_id")


def excluded(rows: pd.DataFrame, claim: str) -> dict[str, str]:
    cell = rows.at[claim, "excludes"]
    return {} if pd.isna(cell) else dict(each.split(":") for each in cell.split())


def test_what_excludes_is_excluded_for_the_same_reason(rows):
    for claim in rows.index:
        for other, reason in excluded(rows, claim).items():
            assert excluded(rows, other)[claim] == reason


def test_what_belongs_to_no_sum_excludes_nothing(rows):
    alone = rows[rows["reason_alone"].notna()]
    assert len(alone) > 0 and alone["excludes"].isna().all()


def test_a_percentage_is_never_added(rows, tiny_tables):
    observed = tiny_tables["observations"].merge(tiny_tables["measures"], on="measure_id")
    observed = observed.query("aggregation != 'sum'")["observation_id"]
    assert len(observed) > 0 and rows.loc[observed, "added_under"].isna().all()


def test_a_row_with_a_period_is_taken_before_one_without(rows, tiny_tables):
    periods = tiny_tables["funds"].set_index("fund_id")["period"]
    dated = rows.loc[periods.index, "adding_order"][periods.notna()]
    assert dated.max() < rows.at["ta18.f07", "adding_order"]

"""One amount stands for a project: a whole, nearest to payment."""

from dataclasses import replace

import pytest

from build_scripts.views.main_amount import main_amount


@pytest.fixture
def budget(tiny_claims):
    """Money of a budget, no part of anything."""
    return replace(tiny_claims["ta18.f01"], stage="budgeted", part_of=None, period="2018")


def test_a_project_without_a_printed_amount_has_none(budget):
    assert main_amount([]) is None
    assert main_amount([replace(budget, value=None)]) is None


def test_money_received_says_more_than_money_budgeted(budget):
    received = replace(budget, claim_id="r", stage="received")
    assert main_amount([budget, received]) == received


def test_a_part_never_stands_for_the_whole(budget):
    part = replace(budget, claim_id="p", stage="received", part_of="whole")
    assert main_amount([part, budget]) == budget


def test_of_equal_amounts_the_earliest_period_counts_and_undated_ones_come_last(budget):
    later, undated = replace(budget, claim_id="l", period="2019"), replace(budget, claim_id="u", period=None)
    assert main_amount([undated, later, budget]) == budget

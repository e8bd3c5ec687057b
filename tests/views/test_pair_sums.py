"""What is printed of two provinces besides what a diagram draws: money that moved, and that belongs to a sum."""

from decimal import Decimal

import pytest

from build_scripts.views.derive import derive_views
from build_scripts.views.pair_sums import local_sums
from tests.views.test_adding import add


def sums(ledger):
    """Claim id -> million yuan of the sums of pairings within the two provinces of the tiny ledger, the added ones."""
    found = local_sums(derive_views(ledger.read()[1], "2025-11-21"))["980000", "990000"]
    return {claim.claim_id: claim.value / 1_000_000 for claim in found if claim.claim_id.startswith("zz.")}


def test_dated_money_that_moved_is_a_sum_of_its_pair(ledger):
    add(ledger, "zz.f1", 9, period="2016")
    assert sums(ledger) == {"zz.f1": Decimal(9)}


@pytest.mark.parametrize(
    "cells",
    [{"basis": "expected"}, {"instrument": "in_kind"}, {"as_printed": "900万美元"}, {"in_totals": "false"}],
)
def test_what_belongs_to_no_sum_is_not_told_as_money_received(ledger, cells):
    add(ledger, "zz.f1", 9, **({"period": "2016"} | cells))
    assert sums(ledger) == {}

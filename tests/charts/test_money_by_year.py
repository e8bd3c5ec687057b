"""What a bar of the panels of provinces covers."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from build_scripts.charts.gallery.money_by_year import state_of


@pytest.mark.parametrize(
    "basis, changed, state",
    [
        ("province", {}, "whole"),
        ("province", {"label_zh": "省级财政援助资金"}, "level"),
        ("province", {"label_zh": "各市援助资金"}, "level"),
        ("province", {"published": "2018-12-12"}, "part"),
        ("province_part", {}, "part"),
        ("parts", {}, "local"),
    ],
)
def test_a_bar_is_of_both_provinces_and_the_whole_year_only_where_its_print_is(tiny_views, basis, changed, state):
    """Seven of 22 bars were one tier's share of a larger sum, or printed before the year had ended."""
    own = {"label_zh": "财政援助资金", "period": "2018", "basis": "in_period", "published": "2019-03", "stage": "spent"}
    claim = replace(tiny_views.claims["ta18.f01"], **(own | changed))
    flow = SimpleNamespace(basis=basis, claims=(claim.claim_id,))
    assert state_of(flow, SimpleNamespace(claims={claim.claim_id: claim})) == state

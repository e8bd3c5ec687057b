"""Whose money a figure under a pairing is."""

from dataclasses import replace

import pytest

from build_scripts.views.whose import is_under_pairing


@pytest.mark.parametrize(
    "changed, is_under",
    [
        ({}, False),
        ({"fund_source": "social_donation"}, True),
        ({"fund_source": "enterprise_investment"}, True),
        ({"stage": "agreed"}, True),
        ({"fund_source": "mixed"}, True),
        ({"fund_source": "mixed", "payer_id": "320000"}, False),
        ({"label_zh": "苏陕协作资金"}, True),
        ({"label_zh": "苏陕协作资金", "payer_id": "320000"}, False),
        ({"stated_of_zh": "原下城区与巴东县"}, True),
        ({"inferred": ("pairing_id",)}, True),
        ({"subject_kind": "place", "fund_source": "social_donation"}, False),
    ],
)
def test_only_what_no_document_says_a_provider_pays_stands_under_the_pairing(tiny_claims, changed, is_under):
    """“From Fuzhou” was said of what society gave, in cash and kind."""
    fiscal = replace(
        tiny_claims["ta18.f01"], subject_kind="pairing", fund_source="fiscal_assistance", stage="spent",
        label_zh="财政援助资金", payer_id=None, stated_of_zh=None, inferred=(),
    )  # fmt: skip
    assert is_under_pairing(replace(fiscal, **changed)) == is_under

"""A slip of a copy never wins over its original, in whatever cell it slipped."""

import pytest

from build_scripts.views.derive import derive_views
from tests.views.test_adding import add, total


@pytest.fixture
def copied(ledger):
    """The tiny ledger with tc22, a later copy of tc21, of which 9 million of 2014 are printed."""
    cells = {"source_id": "tc22", "same_as_source_id": "tc21", "url": "", "published": "2022-01-01"}
    ledger.add("sources", "tc21", title="转载两县协作", title_en="Reposted", is_repost="true", **cells)
    add(ledger, "zz.f1", 9, period="2014")
    return ledger


def copy(ledger, key):
    """Adds another copy of tc21."""
    cells = {"source_id": key, "same_as_source_id": "tc21", "url": "", "published": "2022-01-02"}
    ledger.add("sources", "tc21", title=f"再转载{key}", title_en=f"Reposted {key}", is_repost="true", **cells)


def fact_of(ledger, key):
    views = derive_views(ledger.read()[1], "2025-11-21")
    return next((fact.shown, fact.rule) for fact in views.facts if key in fact.claims)


def test_the_original_is_shown_before_a_copy_of_later_date(copied):
    add(copied, "zz.f2", 90, period="2014", source_id="tc22")
    assert fact_of(copied, "zz.f2") == ("zz.f1", "original")
    assert total(copied) == (9, {"zz.f2": "other_claim"})


def test_a_copy_speaks_where_its_original_lost_its_digits(copied):
    copied.set("funds", "zz.f1", amount="")
    add(copied, "zz.f2", 90, period="2014", source_id="tc22")
    assert fact_of(copied, "zz.f2") == ("zz.f2", "digits")


@pytest.mark.parametrize(
    ("amount", "cells"),
    [
        (90, {"period": "2014", "label": "帮扶资金"}),  # another amount under another label
        (9, {"period": "2015"}),  # another year
        (9, {"period": "2013/2016", "label": "帮扶资金"}),  # a longer time, which would be taken first
        (9, {"period": ""}),
    ],
)
def test_what_a_copy_says_in_other_words_is_left_out_for_its_original(copied, amount, cells):
    add(copied, "zz.f2", amount, source_id="tc22", **cells)
    assert total(copied) == (9, {"zz.f2": "re_post"})


def test_what_a_copy_says_besides_is_no_slip(copied):
    add(copied, "zz.f2", 9, period="2014", source_id="tc22")
    add(copied, "zz.f3", 90, period="2014", source_id="tc22", label="社会帮扶财政资金")
    add(copied, "zz.f4", 4, period="2016", source_id="tc22")
    assert total(copied) == (94, {"zz.f1": "overlap", "zz.f2": "other_claim"})


def test_a_claim_of_the_original_that_belongs_to_no_sum_does_not_silence_its_copy(copied):
    copied.set("funds", "zz.f1", in_totals="false")
    add(copied, "zz.f2", 9, period="2014", source_id="tc22", label="帮扶资金")
    assert total(copied) == (9, {"zz.f1": "not_in_totals"})


def test_a_flow_draws_once_what_two_copies_of_one_document_print_of_two_years(copied):
    """Their original prints it of no year inside the round."""
    copy(copied, "tc23")
    add(copied, "zz.f2", 30, period="2016", source_id="tc22")
    add(copied, "zz.f3", 30, period="2018", source_id="tc23")
    flows = derive_views(copied.read()[1], "2025-11-21").flows
    drawn = next(f for f in flows if f.period_key == "2016/2020" and "zz.f2" in f.claims)
    assert dict(drawn.left_out)["zz.f3"] == "re_post" and "zz.f3" not in drawn.claims


def test_the_whole_ledger_counts_once_what_a_copy_prints_under_a_wider_pairing(copied):
    add(copied, "zz.f2", 30, period="2016", source_id="tc21", pairing_id="ew1-jiashang-dingcun", stage="spent")
    add(copied, "zz.f3", 30, period="2018", source_id="tc22", pairing_id="ew1-jia-yi", stage="spent")
    value, left_out = total(copied, "east_west", "money:fiscal_assistance:spent")
    assert (value, left_out["zz.f2"]) == (30, "re_post")

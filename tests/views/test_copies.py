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

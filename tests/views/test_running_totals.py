"""A running total holds what came in its time, under whatever label; a stock holds what was there before its day."""

import pytest

from build_scripts.views.derive import derive_views
from tests.views.test_adding import add, total


def test_a_running_total_holds_a_year_inside_it_under_another_label_of_its_document(ledger):
    add(ledger, "zz.f1", 9, period="2014/2016", basis="cumulative", label="企业投资额")
    add(ledger, "zz.f2", 5, period="2016", label="引进企业实际投资")
    assert total(ledger) == (9, {"zz.f2": "overlap"})


def test_a_running_total_that_says_only_until_when_holds_whatever_came_before_its_end(ledger):
    add(ledger, "zz.f1", 9, period="2016-06", basis="cumulative", label="累计到位")
    add(ledger, "zz.f2", 5, period="2014", label="当年到位")
    add(ledger, "zz.f3", 4, period="2017", label="次年到位")
    assert total(ledger) == (13, {"zz.f2": "overlap"})


def test_a_year_holds_its_half_under_another_label_of_its_document(ledger):
    add(ledger, "zz.f1", 9, period="2014", label="全年资金")
    add(ledger, "zz.f2", 3, period="2014-01/2014-06", label="上半年资金")
    assert total(ledger) == (9, {"zz.f2": "overlap"})


@pytest.mark.parametrize(("period", "basis"), [("2019", "in_period"), ("2016/2019", "cumulative"), ("", "in_period")])
def test_two_labels_of_one_window_in_one_document_are_different_money(ledger, period, basis):
    add(ledger, "zz.f1", 9, period=period, basis=basis, label="省级财政援助资金")
    add(ledger, "zz.f2", 5, period=period, basis=basis, label="市县财政援助资金")
    assert total(ledger) == (14, {})


def test_parts_of_one_whole_are_different_money_whatever_their_windows(ledger):
    add(ledger, "zz.f0", 20, fund_source="mixed", label="资金合计", period="2014/2016")
    add(ledger, "zz.f1", 9, period="2014/2016", basis="cumulative", label="其一", part_of="zz.f0")
    add(ledger, "zz.f2", 5, period="2016", label="其二", part_of="zz.f0")
    assert total(ledger) == (14, {})


def test_what_two_payers_gave_is_different_money_whatever_its_windows(ledger):
    add(ledger, "zz.f1", 9, period="2014/2016", basis="cumulative", payer_place_id="980121")
    add(ledger, "zz.f2", 5, period="2016", payer_place_id="980122")
    assert total(ledger) == (14, {})


def test_what_was_there_on_one_day_is_not_added_to_what_was_there_on_another(ledger):
    add(ledger, "zz.f1", 9, period="2014-06", basis="as_of")
    add(ledger, "zz.f2", 12, period="2015-06", basis="as_of")
    assert total(ledger) == (12, {"zz.f1": "overlap"})


def test_what_was_there_on_a_day_may_hold_what_came_before_and_not_what_came_after(ledger):
    add(ledger, "zz.f1", 9, period="2014-06", basis="as_of", label="资金余额")
    add(ledger, "zz.f2", 5, period="2013", label="当年到位")
    add(ledger, "zz.f3", 3, period="2016", label="次年到位", source_id="tb19-2")
    assert total(ledger) == (12, {"zz.f2": "overlap"})


def test_what_was_there_on_a_day_is_never_drawn_as_the_money_of_a_year(ledger):
    add(ledger, "zz.f1", 9, period="2016-12-31", basis="as_of")
    add(ledger, "zz.f2", 5, period="2015", basis="in_period")
    flows = derive_views(ledger.read()[1], "2025-11-21").flows
    drawn = {key for flow in flows for key in flow.claims if key.startswith("zz.")}
    reasons = {reason for flow in flows for key, reason in flow.left_out if key == "zz.f1"}
    assert (drawn, reasons) == ({"zz.f2"}, {"open_start"})

"""Money that must not be added, kind by kind, with the right total written out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from build_scripts.views.adding import shared_qualifier
from build_scripts.views.derive import derive_views

MILLION = Decimal(1_000_000)
LIKE = {"in_totals": "true", "part_of": "", "parts_complete": "", "section": "", "start": "", "also_at": "", "note": ""}
LIKE |= {"note_en": "", "inferred": "", "basis": "in_period", "qualifier": "exact", "instrument": "not_stated"}
LIKE |= {"pairing_id": "ew1-bing-yi", "project_id": "", "place_id": "", "fund_source": "fiscal_assistance"}
LIKE |= {"stage": "received", "period": "2019", "label": "到位资金", "label_en": "Funds received", "source_id": "tc21"}


def add(ledger, key, amount, **cells):
    """Adds an amount in million yuan to a pairing that has none."""
    row = LIKE | {"fund_id": key, "amount": str(int(amount * MILLION)), "as_printed": f"{amount}00万元"} | cells
    ledger.add("funds", "tc21.f01", **row)


def total(ledger, subject="ew1-bing-yi", what="money:fiscal_assistance:received"):
    """Returns (value in million yuan, {claim: reason})."""
    _, tables = ledger.read()
    views = derive_views(tables, "2025-11-21")
    found = next(t for t in views.totals if (t.subject_id, t.what) == (subject, what))
    return found.value / MILLION, dict(found.left_out)


def test_disjoint_windows_are_united(ledger):
    add(ledger, "zz.f1", 5, period="2016/2018")
    add(ledger, "zz.f2", 7, period="2019", source_id="tb19-2")
    assert total(ledger) == (12, {})


def test_a_sum_is_never_smaller_than_a_row_it_leaves_out_for_overlap(ledger):
    """The longest window does not win: 12 over twenty years stood for 52 over five of them."""
    add(ledger, "zz.f1", 12, period="1996/2017")
    add(ledger, "zz.f2", 52, period="2016/2020", source_id="tb19-2")
    assert total(ledger) == (52, {"zz.f1": "overlap"})


def test_several_short_windows_outweigh_one_long_one_that_holds_less(ledger):
    add(ledger, "zz.f1", 12, period="2010/2019")
    add(ledger, "zz.f2", 7, period="2012", source_id="tb19-2")
    add(ledger, "zz.f3", 6, period="2013", source_id="tb19-2", label="另一年")
    assert total(ledger) == (13, {"zz.f1": "overlap"})


def test_a_cumulative_figure_without_a_beginning_is_not_added_to_what_it_may_hold(ledger):
    add(ledger, "zz.f1", 5, period="2018", source_id="tb19-2")
    add(ledger, "zz.f2", 9, period="2020-03", basis="cumulative")
    assert total(ledger) == (9, {"zz.f1": "overlap"})


def test_what_came_after_a_cumulative_figure_is_added(ledger):
    add(ledger, "zz.f1", 5, period="2021", source_id="tb19-2")
    add(ledger, "zz.f2", 9, period="2020-03", basis="cumulative")
    assert total(ledger) == (14, {})


@pytest.mark.parametrize("printed", ["100万美元", "US$1 million", "100万港元", "100万欧元"])
def test_another_currency_is_never_added(ledger, printed):
    add(ledger, "zz.f1", 5, period="2018")
    add(ledger, "zz.f2", 1, as_printed=printed, label="外币")
    assert total(ledger) == (5, {"zz.f2": "currency"})


def test_goods_are_not_added_to_money(ledger):
    add(ledger, "zz.f1", 5)
    add(ledger, "zz.f2", 3, instrument="in_kind", label="物资折款")
    assert total(ledger) == (5, {"zz.f2": "goods"})


def test_one_print_entered_twice_counts_once(ledger):
    add(ledger, "zz.f1", 12, source_id="ta18", start="104", as_printed="1200万元", label="甲")
    add(ledger, "zz.f2", 12, source_id="ta18", start="104", as_printed="1200万元", label="乙")
    assert total(ledger) == (12, {"zz.f2": "same_print"})


def test_money_of_a_project_may_be_in_that_of_its_pairing(ledger):
    add(ledger, "zz.f1", 5, pairing_id="", project_id="ta18-chayuan", period="2018")
    value, left_out = total(ledger, "ew1-jia-yi")
    assert (value, left_out["zz.f1"]) == (9, "in_pairing")


def test_money_of_a_project_in_another_year_is_added_to_its_pairing(ledger):
    add(ledger, "zz.f1", 5, pairing_id="", project_id="ta18-chayuan", period="2020")
    assert total(ledger, "ew1-jia-yi")[0] == 14


def test_a_bundle_of_projects_is_not_added_to_its_members(ledger):
    what = "money:local_fiscal:spent"
    cells = {"pairing_id": "", "fund_source": "local_fiscal", "stage": "spent"}
    add(ledger, "zz.f1", 9, project_id="ta18-chanye", **cells)
    add(ledger, "zz.f2", 5, project_id="ta18-chayuan", **cells)
    assert total(ledger, "ew1-jia-yi", what) == (9, {"zz.f2": "in_bundle"})


def test_figures_of_people_under_two_labels_have_no_total(ledger):
    for key, label in (("zz.o1", "干部"), ("zz.o2", "援派干部")):
        like = {"label": label, "measure_id": "labour_total", "period": "2019", "basis": "in_period", "start": ""}
        like |= {"part_of": "", "in_totals": "true", "pairing_id": "ew1-bing-yi", "project_id": "", "place_id": ""}
        ledger.add("observations", "ta18.o10", observation_id=key, **like)
    with pytest.raises(StopIteration):
        total(ledger, what="measure:labour_total")


def test_a_stock_is_not_added_to_a_flow(ledger):
    for key, basis, period in (("zz.o1", "in_period", "2018"), ("zz.o2", "as_of", "2019-10")):
        like = {"label": "甲", "measure_id": "labour_total", "period": period, "basis": basis, "start": ""}
        like |= {"part_of": "", "in_totals": "true", "pairing_id": "ew1-bing-yi", "project_id": "", "place_id": ""}
        ledger.add("observations", "ta18.o10", observation_id=key, **like)
    assert total(ledger, what="measure:labour_total")[1] == {"zz.o2": "not_in_period"}


def test_no_total_of_the_tiny_ledger_is_smaller_than_what_it_leaves_out_for_overlap(tiny_tables):
    views = derive_views(tiny_tables, "2025-11-21")
    for found in views.totals:
        for key, reason in found.left_out:
            assert reason != "overlap" or views.claims[key].value <= found.value


@pytest.mark.parametrize(
    ("each", "of_all"),
    [
        (["exact", "exact"], "exact"),
        (["over", "exact"], "over"),
        (["nearly", "exact", "nearly"], "nearly"),
        (["over", "nearly"], "about"),
        (["about", "over"], "about"),
    ],
)
def test_a_sum_is_as_exact_as_the_figures_that_are_not(tiny_claims, each, of_all):
    """13.6 yi and more, and 0.9 yi, were told as about 14.5: a reader may take it for less."""
    claims = [replace(claim, qualifier=qualifier) for claim, qualifier in zip(tiny_claims.values(), each, strict=False)]
    assert shared_qualifier(claims) == of_all

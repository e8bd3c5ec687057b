"""A printed sum held against the level below it: one stage, one source, one window, and never a negative remainder."""

from decimal import Decimal

import pytest

from build_scripts.views.account_line import key_of
from build_scripts.views.derive import derive_views


@pytest.fixture
def provinces(ledger):
    """The tiny ledger with a pairing of its two provinces above that of the two counties."""
    ledger.add("pairings", "ew1-jia-yi", pairing_id="ew1-jiasheng-yisheng", level="province", supersedes_id="",
               provider_place_id="980000", recipient_place_id="990000", valid_from="2016", valid_to="2020")  # fmt: skip
    return ledger


def money(ledger, fund_id="ta18.f13", **cells):
    """Adds 30 million yuan of the two provinces, received in 2018, fiscal and social together."""
    plain = {"pairing_id": "ew1-jiasheng-yisheng", "label": "到位", "amount": "30000000", "as_printed": "3000万元"}
    ledger.add("funds", "ta18.f01", fund_id=fund_id, parts_complete="", **(plain | cells))


def lines_of(ledger):
    account = derive_views(ledger.read()[1], "2026-01-02").account
    return [line for line in account if line.subject_id == "ew1-jiasheng-yisheng"]


def line_of(ledger):
    (line,) = lines_of(ledger)
    return line


def test_more_below_than_above_leaves_no_negative_remainder(provinces):
    money(provinces, amount="10000000", as_printed="1000万元")
    line = line_of(provinces)
    assert (line.printed, line.found, line.not_located) == (Decimal(10_000_000), Decimal(12_000_000), None)
    assert line.is_more_below


def test_more_below_than_above_is_a_finding_of_the_audit(provinces):
    money(provinces, amount="10000000", as_printed="1000万元")
    (found,) = [a for a in derive_views(provinces.read()[1], "2026-01-02").audits if a.kind == "account"]
    assert (found.statement, found.verdict, found.difference) == ("ta18.f13 ≥ ta18.f01", "fails", Decimal(-2_000_000))
    assert (found.source_id, found.audit_id) == ("ta18", "account.ta18.f13")


def test_less_below_than_above_is_no_finding(provinces):
    money(provinces)
    assert [a for a in derive_views(provinces.read()[1], "2026-01-02").audits if a.kind == "account"] == []


def test_what_counties_print_is_located_below_their_provinces(provinces):
    money(provinces)
    line = line_of(provinces)
    assert (line.located, line.found) == ({"local": ("ta18.f01",)}, Decimal(12_000_000))
    assert (line.not_located, line.share, line.is_more_below) == (Decimal(18_000_000), Decimal("0.4"), False)
    assert dict(line.left_out) == {"tb19-2.f01": "other_claim", "tc21.f01": "overlap"}


def test_nothing_located_is_not_zero(provinces):
    money(provinces, stage="spent")
    line = line_of(provinces)
    assert (line.found, line.share, line.not_located) == (None, None, Decimal(30_000_000))


def test_what_is_printed_below_at_another_stage_stands_beside_and_is_not_located(provinces):
    money(provinces, stage="spent")
    assert line_of(provinces).other_stages == {"received": ("ta18.f01",)}


def test_what_is_printed_below_of_another_source_is_not_located(provinces):
    money(provinces, fund_source="enterprise_investment")
    line = line_of(provinces)
    assert line.found is None and line.other_stages == {}


def test_a_window_that_differs_by_months_is_told_and_not_forced(provinces):
    money(provinces, period="2018-01/2018-11")
    line = line_of(provinces)
    assert (line.key, line.is_other_window, line.found) == ("2018", True, None)
    assert (line.whole_year, line.whole_year_value) == (("ta18.f01",), Decimal(12_000_000))


def test_twelve_months_are_their_year(provinces):
    """The line used to be told as one of some months, with its whole year beside it."""
    money(provinces, period="2018-01/2018-12")
    line = line_of(provinces)
    assert (line.is_other_window, line.whole_year, line.found) == (False, (), Decimal(12_000_000))


@pytest.mark.parametrize(
    ("period", "is_other", "is_within"),
    [("2018-01/2018-11", True, True), ("2016/2019", True, True), ("2015/2020", True, False),
     ("2016/2020", False, True), ("2021/2025", True, True)],
)  # fmt: skip
def test_a_window_is_part_of_its_year_or_round_or_reaches_outside(provinces, period, is_other, is_within):
    money(provinces, period=period)
    line = line_of(provinces)
    assert (line.is_other_window, line.is_within) == (is_other, is_within)


def test_a_running_total_that_does_not_say_since_when_is_no_line(provinces):
    money(provinces, period="2018-11", basis="cumulative")
    assert lines_of(provinces) == []


def test_a_part_of_a_sum_from_the_same_source_is_no_line(provinces):
    money(provinces)
    money(provinces, "ta18.f14", amount="10000000", as_printed="1000万元", label="其中教育", part_of="ta18.f13")
    money(provinces, "ta18.f15", amount="5000000", as_printed="500万元", label="其中财政", part_of="ta18.f13",
          fund_source="fiscal_assistance")  # fmt: skip
    assert [line.claims for line in lines_of(provinces)] == [("ta18.f13",), ("ta18.f15",)]


def test_two_amounts_for_one_window_are_two_lines_never_added(provinces):
    money(provinces)
    money(provinces, "ta18.f14", amount="40000000", as_printed="4000万元", label="另一笔")
    assert [line.printed for line in lines_of(provinces)] == [Decimal(30_000_000), Decimal(40_000_000)]


@pytest.mark.parametrize(
    ("period", "key"),
    [("2019", "2019"), ("2019-01/2019-08", "2019"), ("2015/2020", "2016/2020"), ("1996/2016", "1996/2015"),
     ("2021/2025", "2021/")],
)  # fmt: skip
def test_a_line_stands_under_its_year_or_the_round_that_holds_its_middle(period, key):
    assert key_of(period) == key

"""Each rule fires where it should, is silent elsewhere, and says what is printed and what is not known."""

from __future__ import annotations

import re

import pytest

from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.tables import Tables
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Signal
from build_scripts.views.signals import RULES
from build_scripts.views.signals.missing_years import ranges

TODAY = "2026-11-21"


def signals_of(tables: Tables, today: str = TODAY) -> tuple[Signal, ...]:
    return derive_views(tables, today).signals


def found(ledger, rule: str, subject: str, today: str = TODAY) -> list[Signal]:
    """The signals of a rule about a subject, in a ledger that a test has changed."""
    return [s for s in signals_of(ledger.read()[1], today) if (s.rule, s.subject_id) == (rule, subject)]


@pytest.fixture(scope="module")
def signals(tiny_tables):
    return signals_of(tiny_tables)


def test_a_sum_that_does_not_hold_is_a_contradiction_of_each_subject_in_it(signals):
    fired = {s.subject_id for s in signals if s.rule == "contradiction" and "ta18.f04" in s.claims}
    assert fired == {"ew1-jia-yi", "ta18-chayuan", "ta18-chejian"}


def test_a_sum_that_holds_is_no_contradiction(signals):
    assert not any("ta18.f03" in s.claims for s in signals if s.rule == "contradiction")


def test_sources_that_print_other_figures_contradict_each_other(signals):
    (signal,) = [s for s in signals if s.rule == "contradiction" and "tc21.o01" in s.claims]
    assert (signal.grade, signal.subject_id) == (1, "ew1-jia-yi")
    assert signal.claims[0] == "ta18.o10"


def test_a_contradiction_that_a_relation_states_is_not_said_twice(signals):
    assert len([s for s in signals if s.rule == "contradiction" and "tb19-2.f01" in s.claims]) == 1


def test_beginnings_that_exclude_each_other_are_named_as_periods(signals):
    (signal,) = [s for s in signals if s.rule == "contradiction" and s.periods]
    assert (signal.subject_id, signal.periods, signal.claims) == ("ew1-jia-yi", ("2016", "2017"), ())


def money(ledger, fund_id, stage, **cells):
    """Adds 3,000,000 yuan of fiscal assistance to the workshop in 2018, no part of anything."""
    ledger.add("funds", "ta18.f06", fund_id=fund_id, stage=stage, part_of="", **cells)


def test_more_spent_than_received_in_the_same_year(ledger):
    money(ledger, "ta18.f13", "received")
    money(ledger, "ta18.f14", "spent", amount="3200000", as_printed="320万元")
    (signal,) = found(ledger, "spent_over_received", "ta18-chejian")
    assert (signal.grade, signal.claims) == (2, ("ta18.f14", "ta18.f13"))


@pytest.mark.parametrize(
    "why, cells",
    [
        ("no more was spent", {"amount": "3000000", "as_printed": "300万元"}),
        (
            "within what the print allows",
            {"amount": "3100000", "as_printed": "约310万元", "qualifier": "about"},
        ),
        ("another year", {"period": "2019"}),
        ("a year without a figure for receipts", {"period": "2018/2019"}),
        ("another class of money", {"fund_source": "enterprise_investment"}),
        ("only expected", {"basis": "expected"}),
    ],
)
def test_spending_is_compared_only_with_receipts_of_its_class_and_time(ledger, why, cells):
    more = {"amount": "3200000", "as_printed": "320万元", **cells}
    money(ledger, "ta18.f13", "received")
    money(ledger, "ta18.f14", "spent", **more)
    assert not found(ledger, "spent_over_received", "ta18-chejian"), why


def test_a_narrower_figure_of_another_document_is_no_measure_of_spending(ledger):
    money(ledger, "tc21.f13", "received", label="救灾款", source_id="tc21")
    money(ledger, "ta18.f14", "spent", amount="9000000", as_printed="900万元")
    assert not found(ledger, "spent_over_received", "ta18-chejian")


def test_donations_received_are_no_measure_of_fiscal_money_spent(ledger):
    money(ledger, "ta18.f13", "received", fund_source="social_donation")
    money(ledger, "ta18.f14", "spent", amount="9000000", as_printed="900万元")
    assert not found(ledger, "spent_over_received", "ta18-chejian")


@pytest.mark.parametrize("status, reading", [("completed", "completed"), ("implementation", "under_way")])
def test_a_status_long_after_the_printed_period(ledger, status, reading):
    ledger.set("projects", "ta18-chayuan", status=status, status_date="2019-08", inferred="")
    (signal,) = found(ledger, "late_completion", "ta18-chayuan")
    assert (signal.grade, signal.periods) == (2, ("2018", "2019-08"))
    assert signal.reading == reading


@pytest.mark.parametrize(
    "cells",
    [
        {"status_date": "2019-06-29"},  # 180 days after the last day of 2018
        {"status_date": "2018-12"},
        {"status_date": "2020", "inferred": "status_date"},
        {"status_date": "2020", "period": ""},
        {"status_date": "2020", "status": "cancelled"},
    ],
)
def test_a_status_in_time_or_not_printed_is_not_late(ledger, cells):
    ledger.set("projects", "ta18-chayuan", **{"status": "completed", "inferred": "", **cells})
    assert not found(ledger, "late_completion", "ta18-chayuan")


def test_money_allocated_without_a_later_stage_after_a_year(signals):
    fired = [s for s in signals if s.rule == "no_later_stage"]
    assert [(s.subject_id, s.claims, s.grade) for s in fired] == [("ta18-chejian", ("ta18.f06",), 2)]


def test_an_allocation_less_than_a_year_old_may_still_be_on_its_way(ledger):
    assert found(ledger, "no_later_stage", "ta18-chejian", today="2020-01-01")
    assert not found(ledger, "no_later_stage", "ta18-chejian", today="2019-12-31")


def test_an_allocation_without_a_period_counts_from_publication(ledger):
    ledger.set("funds", "ta18.f06", period="")
    assert not found(ledger, "no_later_stage", "ta18-chejian", today="2019-12-31")
    assert found(ledger, "no_later_stage", "ta18-chejian", today="2020-01-01")


def test_a_project_without_an_amount(signals):
    (signal,) = [s for s in signals if s.rule == "no_amount"]
    assert (signal.subject_id, signal.grade, signal.claims) == ("tb19-2-xiaoxue", 3, ())


def test_an_amount_that_lost_its_digits_is_no_amount(ledger):
    ledger.set("funds", "ta18.f06", amount="", as_printed="00多万元", qualifier="over")
    (signal,) = found(ledger, "no_amount", "ta18-chejian")
    assert signal.claims == ("ta18.f06",) and signal.reading == "digits_lost"


def test_an_umbrella_needs_no_amount_of_its_own(signals):
    assert not any(s.subject_id == "ta18-chanye" for s in signals if s.rule == "no_amount")


def test_all_that_is_known_from_one_repost(signals):
    assert [s.subject_id for s in signals if s.rule == "single_repost"] == ["tb19-2-xiaoxue"]


def test_a_second_source_or_the_first_publication_is_no_single_repost(ledger):
    ledger.set("projects", "ta18-chejian", source_id="tb19-2")
    assert not found(ledger, "single_repost", "ta18-chejian")
    ledger.set("sources", "tb19-2", is_repost="false")
    assert not found(ledger, "single_repost", "tb19-2-xiaoxue")


def test_the_missing_years_of_a_printed_term_are_one_signal(signals):
    (signal,) = [s for s in signals if s.rule == "missing_years"]
    assert (signal.subject_id, signal.periods, signal.grade) == ("ew1-bing-yi", ("2013/2016",), 3)


def test_a_figure_over_several_years_covers_them(ledger):
    ledger.add(
        "funds",
        "ta18.f01",
        fund_id="ta18.f13",
        pairing_id="ew1-bing-yi",
        period="2014/2015",
        parts_complete="",
    )
    (signal,) = found(ledger, "missing_years", "ew1-bing-yi")
    assert signal.periods == ("2013", "2016")


@pytest.mark.parametrize("cells", [{"dates_basis": "round"}, {"inferred": "valid_to"}, {"valid_to": ""}])
def test_a_term_that_is_not_printed_has_no_missing_years(ledger, cells):
    ledger.set("pairings", "ew1-bing-yi", **cells)
    assert not found(ledger, "missing_years", "ew1-bing-yi")


def test_the_present_year_is_not_missing_yet(ledger):
    assert found(ledger, "missing_years", "ew1-bing-yi", today="2014-06-01")[0].periods == ("2013",)


def test_years_in_a_row_are_one_period():
    assert ranges([2013, 2015, 2016, 2017, 2020]) == ("2013", "2015/2017", "2020")


def test_the_gravest_signals_stand_first(signals):
    grades = [s.grade for s in signals]
    assert grades == sorted(grades) and set(grades) == {1, 2, 3}


def test_every_rule_has_a_grade_and_words_without_digits(signals):
    assert [rule.GRADE for rule in RULES] == [1, 2, 2, 2, 3, 3, 3]
    assert [rule.RULE for rule in RULES] == [rule.__name__.rpartition(".")[2] for rule in RULES]
    for signal in signals:
        for key in (signal.reading, "clears"):
            for lang in LANGUAGES:
                assert not re.search(r"\d", word(lang, f"signals.{signal.rule}.{key}"))

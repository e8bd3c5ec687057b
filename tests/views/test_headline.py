"""What may be said of money: a printed statement with payer, window, stage and age, fiscal assistance first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.claims import derive_claims
from build_scripts.views.facts import derive_facts
from build_scripts.views.headline import (
    LOWEST_RANK,
    derive_headlines,
    headline_of,
    is_low,
    statement_of,
)
from build_scripts.views.later_sums import last_days, with_what_follows
from build_scripts.views.places import pairing_ends
from build_scripts.views.reliability import derive_reliability
from build_scripts.views.said import Headline, Window
from build_scripts.views.windows import window_said
from tests.views.test_adding import add

PAIRING = ("pairing", "ew1-bing-yi")


def said(ledger, subject=PAIRING, today="2026-11-28") -> tuple[Headline, dict]:
    _, tables = ledger.read()
    claims = derive_claims(tables, valid_proofs(tables))
    reliability = derive_reliability(tables["sources"])
    facts = derive_facts(claims, reliability, tables["sources"])
    found = derive_headlines(tables, claims, facts, reliability, pairing_ends(tables), today)
    return found.get(subject, Headline(None, ())), claims


def test_a_gift_never_stands_for_fiscal_assistance(ledger):
    add(ledger, "zz.f1", 2, fund_source="social_donation", label="侨界捐款", source_id="tb19-2")
    add(ledger, "zz.f2", 1758, period="2018", stage="disbursed", label="财政援助资金", source_id="tb19-2")
    headline, _ = said(ledger)
    assert headline.lead.claim_id == "zz.f2"
    assert [s.claim_id for s in headline.others] == ["zz.f1"]


def test_where_only_a_gift_is_printed_nothing_leads_and_the_gift_stands_under_its_name(ledger):
    add(ledger, "zz.f1", 2, fund_source="social_donation", label="侨界捐款", source_id="tb19-2")
    headline, claims = said(ledger)
    assert headline.lead is None
    assert [claims[s.claim_id].label_zh for s in headline.others] == ["侨界捐款"]


def test_the_latest_whole_single_year_leads(ledger):
    add(ledger, "zz.f1", 30, period="2016/2019", basis="cumulative", source_id="tb19-2", label="甲")
    add(ledger, "zz.f2", 5, period="2018", source_id="tb19-2", label="乙")
    add(ledger, "zz.f3", 4, period="2017", source_id="tb19-2", label="丙")
    headline, _ = said(ledger)
    assert (headline.lead.claim_id, headline.lead.window) == ("zz.f2", Window("year", "2018"))


def test_a_single_year_long_before_the_latest_statement_does_not_lead(ledger):
    add(ledger, "zz.f1", 30, period="2016/2020", basis="cumulative", source_id="tb19-2", label="甲")
    add(ledger, "zz.f2", 5, period="2011", source_id="tb19-2", label="乙")
    assert said(ledger)[0].lead.window == Window("since", "2016/2020", is_early=True)


@pytest.mark.parametrize(
    "period, basis, window",
    [
        ("2020", "in_period", Window("year", "2020")),
        ("2019-01/2019-12", "in_period", Window("year", "2019")),
        ("2024-01/2024-06", "in_period", Window("part", "2024-01/2024-06")),
        ("2021/2025", "in_period", Window("span", "2021/2025")),
        ("1996/2020-07", "cumulative", Window("since", "1996/2020-07")),
        ("2020-03", "cumulative", Window("until", "2020-03")),
        ("2020", "cumulative", Window("until", "2020")),
        ("2024-10", "as_of", Window("at", "2024-10")),
        ("", "in_period", Window("unstated", None)),
        ("", "cumulative", Window("unstated_sum", None)),
    ],
)
def test_months_and_basis_are_never_dropped(ledger, period, basis, window):
    add(ledger, "zz.f1", 5, period=period, basis=basis, source_id="tb19-2")
    assert replace(said(ledger)[0].lead.window, is_early=False) == window


@pytest.mark.parametrize(
    "period, is_early",
    [
        ("2018", False),
        ("2019-01/2019-12", True),
        ("2021/2025", True),
        ("2019-12", False),
        ("2019-01/2019-12-20", False),
    ],
)
@pytest.mark.parametrize("basis", ["in_period", "cumulative"])
def test_a_figure_printed_before_its_period_had_ended_says_so(ledger, basis, period, is_early):
    """A report of December tells the year that has not ended: it is not the sum of the year."""
    ledger.set("sources", "tb19-2", published="2019-12-20")
    add(ledger, "zz.f1", 5, period=period, basis=basis, source_id="tb19-2")
    assert said(ledger)[0].lead.window.is_early == is_early


def test_a_running_total_to_the_end_of_a_span_that_was_not_over_says_so(ledger):
    """2021–2025 told in September 2025 is no sum of five years."""
    ledger.set("sources", "tb19-2", published="2019-12-20")
    add(ledger, "zz.f1", 5, period="2016/2020", basis="cumulative", source_id="tb19-2")
    assert said(ledger)[0].lead.window.is_early


@pytest.mark.parametrize(
    "period, inferred, length",
    [("2022-09", "", "近两年来"), ("2016/2020", "period", "近两年来"), ("2016/2020", "", "")],
)
def test_a_printed_length_belongs_to_a_window_whose_dates_are_not_printed(ledger, period, inferred, length):
    row = {"period": period, "basis": "cumulative", "inferred": inferred, "period_length_as_printed": "近两年来"}
    add(ledger, "zz.f1", 5, source_id="tb19-2", **row)
    assert said(ledger)[0].lead.window.length == length


def test_a_period_that_the_editors_supplied_is_said_to_be_so(ledger):
    add(ledger, "zz.f1", 5, period="2018", inferred="period", source_id="tb19-2")
    assert said(ledger)[0].lead.window == Window("year", "2018", is_inferred=True)


@pytest.mark.parametrize("period, age", [("2018", 7), ("2025-12", 0), ("2024-01/2024-06", 2), ("", None)])
def test_the_age_of_a_figure_counts_whole_years_from_its_last_day(ledger, period, age):
    add(ledger, "zz.f1", 5, period=period, source_id="tb19-2")
    assert said(ledger)[0].lead.age == age


def test_the_payer_of_a_pairing_is_its_provider(ledger):
    add(ledger, "zz.f1", 5, source_id="tb19-2")
    assert said(ledger)[0].lead.payer == ("place", "980122")


def test_money_stated_of_a_place_leads_only_with_its_payer(ledger):
    where = {"pairing_id": "", "place_id": "990121", "source_id": "tb19-2"}
    add(ledger, "zz.f1", 130, label="财政援助资金", **where)
    assert said(ledger, ("place", "990121"))[0] == Headline(None, ())
    ledger.set("funds", "zz.f1", payer_place_id="980121")
    headline, _ = said(ledger, ("place", "990121"))
    assert (headline.lead.claim_id, headline.lead.payer) == ("zz.f1", ("place", "980121"))


def test_money_promised_is_said_only_where_none_was_moved(ledger):
    add(ledger, "zz.f1", 2000, stage="budgeted", period="2020", source_id="tb19-2", label="甲")
    assert said(ledger)[0].lead.stage == "budgeted"
    add(ledger, "zz.f2", 5, stage="disbursed", period="2018", source_id="tb19-2", label="乙")
    assert said(ledger)[0].lead.claim_id == "zz.f2"


def test_a_source_of_the_lowest_reliability_never_leads(ledger):
    add(ledger, "zz.f1", 5, source_id="tc21")
    ledger.set("sources", "tc21", is_repost="true", is_redacted="true", published="", document_type="other", url="")
    ledger.set("sources", "tc21", publisher="", author="", coverage="excerpt")
    assert said(ledger)[0] == Headline(None, ())


def test_one_print_entered_twice_is_said_once_under_the_kind_of_money_that_is_not_inferred(ledger):
    """Two readings of one page: the one takes the money for fiscal, the other calls it what the page prints."""
    ledger.set("sources", "tc21", same_as_source_id="tb19-2")
    add(ledger, "zz.f1", 5, source_id="tb19-2", inferred="fund_source", label="财政援助资金")
    add(ledger, "zz.f2", 5, source_id="tc21", fund_source="mixed", label="到位资金合计")
    headline, _ = said(ledger)
    assert (headline.lead.claim_id, headline.others) == ("zz.f2", ())


def test_money_that_the_editors_placed_under_a_pairing_is_said_to_be_so(ledger):
    """The print speaks of a city and its district; the row stands under the pairing of the district."""
    add(ledger, "zz.f1", 5, period="2018", inferred="pairing_id", source_id="tb19-2")
    assert said(ledger)[0].lead.window == Window("year", "2018", is_placed=True)


def test_money_of_one_project_is_not_money_of_its_pairing(ledger):
    add(ledger, "zz.f1", 5, pairing_id="", project_id="ta18-chayuan", fund_source="bank_loan", source_id="tb19-2")
    headline, _ = said(ledger, ("pairing", "ew1-jia-yi"))
    assert "zz.f1" not in {s.claim_id for s in headline.others}


def test_the_one_fiscal_part_of_a_mixed_sum_says_what_was_fiscal(ledger):
    headline, claims = said(ledger, ("pairing", "ew1-jia-yi"))
    assert (headline.lead.claim_id, claims["ta18.f02"].value) == ("ta18.f02", Decimal(9_000_000))


def test_one_of_two_fiscal_parts_stands_for_nothing(ledger):
    cells = {"pairing_id": "ew1-jia-yi", "part_of": "ta18.f01", "source_id": "ta18"}
    add(ledger, "zz.f1", 1, period="2018", label="另一项", **cells)
    headline, _ = said(ledger, ("pairing", "ew1-jia-yi"))
    assert headline.lead is None or headline.lead.claim_id not in ("ta18.f02", "zz.f1")


def test_later_figures_that_only_a_source_of_the_lowest_reliability_prints_are_told_beside_what_leads(ledger):
    add(ledger, "zz.f1", 4, period="2010", source_id="tb19-2", label="乙")
    add(ledger, "zz.f2", 56, period="2016/2020", basis="cumulative", source_id="tb19-2", label="甲")
    _, tables = ledger.read()
    claims = derive_claims(tables, valid_proofs(tables))
    low = replace(derive_reliability(tables["sources"])["tb19-2"], rank=LOWEST_RANK)
    assert last_days((PAIRING, claims[key]) for key in ("zz.f1", "zz.f2"))[PAIRING] == "2020-12-31"
    assert is_low(claims["zz.f2"], {"tb19-2": low})
    headline = headline_of([statement_of(claims["zz.f1"], {PAIRING[1]: ("place", "990111")}, {}, "2026-11-28")])
    assert with_what_follows(headline, "2020-12-31").lead.window == Window("year", "2010", is_followed=True)
    assert with_what_follows(headline, "2010-12-31") == with_what_follows(headline, "") == headline


def test_a_plan_for_later_years_is_told_beside_what_leads(ledger):
    add(ledger, "zz.f1", 4, period="2018", source_id="tb19-2", label="乙")
    add(ledger, "zz.f2", 56, period="2019", stage="budgeted", source_id="tb19-2", label="甲")
    headline, _ = said(ledger)
    assert (headline.lead.claim_id, headline.lead.window) == ("zz.f1", Window("year", "2018", is_followed=True))


def test_a_later_sum_on_the_recipient_that_names_the_giver_is_told_beside_what_leads(ledger):
    add(ledger, "zz.f1", 4, period="2018", source_id="tb19-2", label="乙")
    _, tables = ledger.read()
    giver, recipient = pairing_ends(tables)[PAIRING[1]]
    cells = {"pairing_id": "", "place_id": recipient, "source_id": "tb19-2", "label": "甲"}
    add(ledger, "zz.f2", 56, period="2019", payer_place_id=giver, **cells)
    headline, _ = said(ledger)
    assert (headline.lead.claim_id, headline.lead.window) == ("zz.f1", Window("year", "2018", is_followed=True))


def test_a_fiscal_figure_of_long_before_is_not_said_beside_the_mixed_sum_that_leads(ledger):
    add(ledger, "zz.f1", 4, period="2010", source_id="tb19-2", label="乙")
    add(ledger, "zz.f2", 56, period="2018", fund_source="mixed", source_id="tb19-2", label="甲")
    headline, _ = said(ledger)
    assert (headline.lead.claim_id, headline.others) == ("zz.f2", ())


@pytest.mark.parametrize(
    "programme, length, window",
    [
        ("ew1", "", Window("until", "2025-09", is_across=True)),
        ("ew2", "近年来", Window("until", "2025-09", length="近年来", is_open=True)),
        ("ew2", "近两年来", Window("until", "2025-09", length="近两年来")),
        ("ew2", "", Window("until", "2025-09")),
    ],
)
def test_a_running_total_without_a_beginning_says_which_rounds_it_may_hold(ledger, programme, length, window):
    add(ledger, "zz.f1", 5, period="2025-09", basis="cumulative", period_length_as_printed=length, source_id="tb19-2")
    _, tables = ledger.read()
    claim = replace(derive_claims(tables, frozenset())["zz.f1"], inferred=(), published="2026-01-01")
    assert window_said(claim, programme) == window

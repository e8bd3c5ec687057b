"""Totals never add two stages, a whole and its part, or two statements of the same money."""

from decimal import Decimal

import pytest

from build_scripts.views.facts import derive_facts
from build_scripts.views.reliability import derive_reliability
from build_scripts.views.totals import derive_totals

SOURCES = ("mixed", "fiscal_assistance", "social_donation")


@pytest.fixture
def facts(tiny_tables, tiny_claims):
    return derive_facts(tiny_claims, derive_reliability(tiny_tables["sources"]), tiny_tables["sources"])


@pytest.fixture
def totals(tiny_tables, tiny_claims, facts):
    return {(t.subject_kind, t.subject_id, t.what): t for t in derive_totals(tiny_tables, tiny_claims, facts)}


def stages(total, claims) -> set[str]:
    return {claims[key].stage for key in total.included}


def test_a_total_never_adds_two_stages(totals, tiny_claims):
    sums = {what: total for (_, key, what), total in totals.items() if key == "ew1-jia-yi"}
    received, allocated = sums["money:mixed:received"], sums["money:fiscal_assistance:allocated"]
    assert (received.value, stages(received, tiny_claims)) == (12_000_000, {"received"})
    assert (allocated.value, stages(allocated, tiny_claims)) == (8_600_000, {"allocated"})


def test_a_total_never_adds_a_whole_and_its_part(totals):
    received = totals["pairing", "ew1-jia-yi", "money:mixed:received"]
    assert received.value == Decimal(12_000_000)
    assert received.included == ("ta18.f01",)


def test_a_total_holds_money_of_one_source(totals):
    sums = {source: totals["pairing", "ew1-jia-yi", f"money:{source}:received"].value for source in SOURCES}
    assert sums == {"mixed": 12_000_000, "fiscal_assistance": 9_000_000, "social_donation": 3_000_000}


def test_a_total_says_why_each_claim_is_left_out(totals):
    received = dict(totals["pairing", "ew1-jia-yi", "money:mixed:received"].left_out)
    assert received["tb19-2.f01"] == "other_claim"
    assert received["tc21.f01"] == "overlap"
    donated = totals["pairing", "ew1-jia-yi", "money:social_donation:received"]
    assert donated.left_out == (("ta18.f07", "no_digits"),)


def test_money_of_its_projects_counts_for_the_pairing_once(totals):
    allocated = totals["pairing", "ew1-jia-yi", "money:fiscal_assistance:allocated"]
    assert allocated.value == Decimal(8_600_000)
    assert dict(allocated.left_out) == {"ta18.f05": "part", "ta18.f06": "part"}
    assert totals["project", "ta18-chayuan", "money:fiscal_assistance:allocated"].value == Decimal(5_000_000)


def test_what_is_only_expected_is_no_result(totals):
    agreed = totals["pairing", "ew1-jia-yi", "money:enterprise_investment:agreed"]
    assert (agreed.value, agreed.included, agreed.left_out) == (0, (), (("ta18.f08", "expected"),))


def test_a_row_outside_totals_stays_outside(totals):
    labour = totals["pairing", "ew1-jia-yi", "measure:labour_total"]
    assert ("ta18.o11", "not_in_totals") in labour.left_out


def test_the_claim_proved_against_its_text_is_shown_first(facts):
    fact = next(f for f in facts if "ta18.o10" in f.claims)
    assert (fact.shown, fact.claims, fact.rule) == ("ta18.o10", ("ta18.o10", "tc21.o01"), "proved")
    assert fact.disagree  # 498 is not "over 500"


def test_a_fact_with_one_claim_says_so(facts):
    assert next(f for f in facts if f.shown == "ta18.o05").rule == "only"

"""The country's figures of one thing through the years: one figure a year, and none where only parts are given."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from build_scripts.views.claims import derive_claims
from build_scripts.views.series import national_series, series_of, surest_first


def figure(tables, key, **cells):
    claim = derive_claims(tables, frozenset())["ta18.o01"]
    same = {"period": "2021", "basis": "as_of", "part_of": None, "in_totals": True, "source_id": "tc21"}
    return replace(claim, claim_id=key, **(same | cells))


def test_the_figure_of_a_year_is_the_one_of_its_longest_stretch(tiny_tables):
    whole = figure(tiny_tables, "zz.o1", source_id="ta18")
    part = figure(tiny_tables, "zz.o2", period="2021-01/2021-06")
    assert series_of("x", [part, whole]).years == {2021: whole}


def test_of_several_kinds_that_one_document_counts_none_stands_for_the_year(tiny_tables):
    """Five cities with plans of their own and four other large ones: neither is the number of cities."""
    some, others = (figure(tiny_tables, f"zz.o{n}", label_zh=f"城市{n}") for n in (1, 2))
    found = series_of("x", [some, others])
    assert found.years == {} and found.others == (some, others)


def test_what_belongs_to_no_sum_is_no_further_kind(tiny_tables):
    whole = figure(tiny_tables, "zz.o1", label_zh="合计")
    beside = figure(tiny_tables, "zz.o2", label_zh="另一政策", in_totals=False)
    assert series_of("x", [whole, beside]).years == {2021: whole}


def test_of_two_prints_of_one_year_the_more_reliable_and_the_exact_one_stands(ledger_like):
    """“Over 140 billion” of a weaker source led by the order of rows, though another prints 140.9 billion exactly."""
    views, rounded, exact = ledger_like
    assert sorted((rounded, exact), key=lambda claim: surest_first(claim, views)) == [exact, rounded]
    better = replace(rounded, source_id="tb19")
    assert surest_first(better, views) < surest_first(exact, views)


@pytest.fixture
def ledger_like(tiny_tables):
    views = SimpleNamespace(reliability={key: SimpleNamespace(rank=n) for key, n in (("ta18", 2), ("tb19", 1))})
    rounded, exact = (figure(tiny_tables, f"zz.o{n}", source_id="ta18", row=n) for n in (1, 2))
    return views, replace(rounded, qualifier="over"), exact


def test_a_part_of_a_sum_of_the_same_kind_is_no_figure_of_the_nation(tiny_tables):
    """156 million for roads was drawn as the nation's fiscal money of 2012, of which it is a part."""
    whole = figure(tiny_tables, "zz.o1", subject_kind="place", subject_id="cn", value=Decimal(872))
    part = replace(whole, claim_id="zz.o2", part_of="zz.o1", value=Decimal(156), period="2012")
    later = replace(whole, claim_id="zz.o3", period="2022"), replace(whole, claim_id="zz.o4", period="2023")
    claims = {claim.claim_id: claim for claim in (whole, part, *later)}
    facts = [SimpleNamespace(subject_kind="place", subject_id="cn", shown=key) for key in claims]
    rank = {"tc21": SimpleNamespace(rank=1)}
    (found,) = national_series(SimpleNamespace(claims=claims, facts=facts, reliability=rank))
    assert list(found.years) == [2021, 2022, 2023]

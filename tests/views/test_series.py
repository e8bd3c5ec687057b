"""The country's figures of one thing through the years: one figure a year, and none where only parts are given."""

from dataclasses import replace

from build_scripts.views.claims import derive_claims
from build_scripts.views.series import series_of


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

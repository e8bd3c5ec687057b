"""What a flow between two provinces is said to cover."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from build_scripts.charts.flow_words import basis_of, covered

COVERED = {
    ("1996", "1997", "1998"): ("1996–1998 年合计", "1996–1998 in all"),
    ("1996", "1997", "1998", "2011"): ("1996–1998 年合计、2011 年", "1996–1998 in all, 2011"),
    ("2018",): ("2018 年", "2018"),
    ("2018-01/2018-06",): ("2018 年 1 月–2018 年 6 月", "January 2018 – June 2018"),
}


@pytest.mark.parametrize("periods", COVERED)
def test_years_that_follow_each_other_are_told_as_one_span_and_months_are_kept(tiny_views, tiny_words, periods):
    claim = replace(tiny_views.claims["ta18.f02"], basis="in_period", inferred=())
    claims = {period: replace(claim, claim_id=period, period=period) for period in periods}
    views, flow = replace(tiny_views, claims=claims), SimpleNamespace(claims=periods)
    names = {lang: replace(tiny_words[lang], views=views) for lang in ("zh", "en")}
    assert tuple(covered(flow, views, names[lang]).replace("\u00a0", " ") for lang in ("zh", "en")) == COVERED[periods]


def test_a_figure_printed_before_the_end_of_its_years_never_covers_the_whole_of_them(tiny_views):
    """“About 56 yi”, 2016–2020, out of a document of 2020 whose month nobody knows, was drawn as the whole round."""
    claim = tiny_views.claims["ta18.f02"]
    flow = SimpleNamespace(claims=("a",), basis="province")
    printed = {"2021-03": "province", "2020-08-01": "province_part", "2020": "province_part"}
    for published, basis in printed.items():
        known = replace(claim, period="2016/2020", basis="cumulative", stage="spent", published=published)
        assert basis_of(flow, {"a": known}) == basis
    assert basis_of(flow, {"a": replace(known, published="2021-03", stated_of_zh="甲省与乙县")}) == "province_part"


def test_the_times_of_a_flow_tell_what_the_editors_inferred(tiny_views, tiny_words):
    claim = replace(tiny_views.claims["ta18.f02"], basis="in_period", inferred=("period", "stage"))
    views = replace(tiny_views, claims={"a": claim})
    told = covered(SimpleNamespace(claims=("a",)), views, replace(tiny_words["zh"], views=views))
    assert told.replace("\u00a0", " ") == "2018 年（时段、阶段由整理者推定）"

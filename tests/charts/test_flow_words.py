"""What a flow between two provinces is said to cover."""

from types import SimpleNamespace

import pytest

from build_scripts.charts.flow_words import covered

COVERED = {
    (1996, 1997, 1998): ("1996–1998 年", "1996–1998"),
    (1996, 1997, 1998, 2011): ("1996–1998 年、2011 年", "1996–1998, 2011"),
    (2018,): ("2018 年", "2018"),
}


@pytest.mark.parametrize("years", COVERED)
def test_years_that_follow_each_other_are_told_as_one_span(tiny_views, tiny_words, years):
    flow = SimpleNamespace(basis="parts", years=years)
    told = (covered(flow, tiny_views, tiny_words[lang]).replace("\u00a0", " ") for lang in ("zh", "en"))
    assert tuple(told) == COVERED[years]

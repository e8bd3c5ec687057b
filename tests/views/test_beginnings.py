"""How many pairings begin in a year."""

import pandas as pd

from build_scripts.views.beginnings import begun_in

PAIRINGS = pd.DataFrame(
    [["2016-07", None], ["2016", "programme valid_from"], ["2017", "valid_from"], [None, None]],
    columns=["valid_from", "inferred"],
)


def test_of_the_pairings_that_begin_in_a_year_those_are_told_whose_beginning_the_editors_inferred():
    """“115 pairings begin in this year, inferred ones among them” did not say that 74 were."""
    assert begun_in("2016", PAIRINGS) == {"begun": 2, "judged": 1}
    assert begun_in("1996", PAIRINGS) == {"begun": 0, "judged": 0}

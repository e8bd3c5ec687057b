"""In which years documents say what of projects."""

import pandas as pd
import pytest

from build_scripts.views.project_states import years_of


@pytest.mark.parametrize(
    "rows, years",
    [([("2017", "2017")], "2017"), ([("2015", "2018"), ("2016", "2020")], "2015/2020"),
     ([("", ""), ("2019", "2019")], "2019"), ([("", "")], "")],
)  # fmt: skip
def test_a_state_is_told_with_the_years_of_its_documents(rows, years):
    """Nine projects of a report of 2017 were told as being under way."""
    assert years_of(pd.DataFrame(rows, columns=["first", "last"])) == years

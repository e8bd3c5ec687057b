"""The helpers of a county, one after the other."""

from types import SimpleNamespace

import pandas as pd

from build_scripts.views.gaps import term_years
from build_scripts.views.relay import relays

COLUMNS = ["pairing_id", "programme", "valid_from", "valid_to", "dates_basis"]


def told(*rows):
    """County -> pairings in the order of its relay; each row is (id, programme, first year, basis)."""
    pairings = pd.DataFrame([[key, programme, first, None, basis] for key, programme, first, basis in rows])
    paired = [
        SimpleNamespace(pairing_id=key, programme=programme, dates_basis=basis, provider_place_id=f"of {key}",
                        provider_org_id=None, recipient_place_id="c", county_id="c", level="county")
        for key, programme, _, basis in rows
    ]  # fmt: skip
    tables = {"pairings": pairings.set_axis(COLUMNS, axis=1)}
    found = relays(SimpleNamespace(paired=paired, tables=tables, gaps=SimpleNamespace(latest_year=2026)))
    return {place: [leg.pairing_id for leg in legs] for place, legs in found.items()}


def test_what_was_only_announced_is_no_turn_of_a_county():
    """Haishu stood in Hunchun's relay by an announcement of 2017; in 2020 Fenghua had helped for three years."""
    announced, first = ("a", "ew1", "2017", "planned"), ("f", "ew1", "2017", "counted")
    now = ("n", "ew2", "2021", "round")
    assert told(announced, first, now) == {"c": ["f", "n"]}
    assert told(announced, first) == {}


def test_years_that_were_only_announced_are_no_years_of_a_term():
    """Eight announced pairings were counted as paired from 2017 to 2020, years in which no figure was found."""
    row = {"programme": "ew1", "valid_from": "2017", "valid_to": None, "dates_basis": "counted"}
    assert term_years(row, 2026) == range(2017, 2021)
    assert term_years(row | {"dates_basis": "planned"}, 2026) is None

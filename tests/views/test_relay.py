"""The helpers of a county, one after the other."""

from types import SimpleNamespace

import pandas as pd

from build_scripts.views.gaps import term_years
from build_scripts.views.relay import relays

COLUMNS = ["pairing_id", "programme", "valid_from", "valid_to", "dates_basis", "inferred"]
NO_CLAIMS = pd.DataFrame(columns=["pairing_id", "source_id"])
SOURCES = pd.DataFrame(columns=["source_id", "same_as_source_id"])


def found_of(*rows, inferred=""):
    """County -> legs of its relay; each row is (id, programme, first year, basis)."""
    pairings = pd.DataFrame([[key, programme, first, None, basis, inferred] for key, programme, first, basis in rows])
    paired = [
        SimpleNamespace(pairing_id=key, programme=programme, dates_basis=basis, provider_place_id=f"of {key}",
                        provider_org_id=None, recipient_place_id="c", county_id="c", level="county")
        for key, programme, _, basis in rows
    ]  # fmt: skip
    pairings = pairings.set_axis(COLUMNS, axis=1).assign(source_id="s")
    tables = {"pairings": pairings, "pairing_claims": NO_CLAIMS, "sources": SOURCES}
    return relays(SimpleNamespace(paired=paired, tables=tables, gaps=SimpleNamespace(latest_year=2026)))


def told(*rows):
    return {place: [leg.pairing_id for leg in legs] for place, legs in found_of(*rows).items()}


def test_what_was_only_announced_is_no_turn_of_a_county():
    """Haishu stood in Hunchun's relay by an announcement of 2017; in 2020 Fenghua had helped for three years."""
    announced, first = ("a", "ew1", "2017", "planned"), ("f", "ew1", "2017", "counted")
    now = ("n", "ew2", "2021", "round")
    assert told(announced, first, now) == {"c": ["f", "n"]}
    assert told(announced, first) == {}


def test_the_years_that_a_document_speaks_of_are_told_as_such():
    """Putuo stood as helper of Jingdong “from 1997”, the time of which an official who was posted there speaks."""
    legs = found_of(("w", "ew1", "1997", "window"), ("p", "ew1", "2016", "printed"))["c"]
    assert [(leg.pairing_id, leg.state) for leg in legs] == [("w", "window"), ("p", "round")]


def test_a_helper_that_the_editors_read_out_of_works_is_marked():
    """A helper of whom no document says that the two are paired stood beside those that are printed."""
    rows = ("a", "ew1", "2016", "round"), ("b", "ew2", "2021", "round")
    assert [leg.is_judged for leg in found_of(*rows, inferred="provider_place_id")["c"]] == [True, True]
    assert [leg.is_judged for leg in found_of(*rows)["c"]] == [False, False]


def test_years_that_were_only_announced_are_no_years_of_a_term():
    """Eight announced pairings were counted as paired from 2017 to 2020, years in which no figure was found."""
    row = {"programme": "ew1", "valid_from": "2017", "valid_to": None, "dates_basis": "counted"}
    assert term_years(row, 2026) == range(2017, 2021)
    assert term_years(row | {"dates_basis": "planned"}, 2026) is None

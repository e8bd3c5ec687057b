"""An id can be the name of a page."""

import pytest

from build_scripts.checks.rules import reserved_ids


@pytest.mark.parametrize(
    ("table", "like", "column", "key", "code"),
    [
        ("projects", "ta18-chayuan", "project_id", "index", "reserved"),
        ("sources", "tc21", "source_id", "index", "reserved"),
        ("places", "980122", "place_id", "980122.p2", "reserved"),
        ("places", "980122", "place_id", "980122.within", "reserved"),
        ("measures", "poverty_rate", "measure_id", "all", "reserved"),
        ("pairings", "ew1-jia-yi", "pairing_id", "a.html", "reserved"),
        ("pairings", "ew1-jia-yi", "pairing_id", "con", "windows"),
        ("events", "ta18.e01", "event_id", "nul.e1", "windows"),
        ("funds", "ta18.f01", "fund_id", "a" * 101, "long"),
    ],
)
def test_a_name_of_the_site_or_of_the_system_is_no_id(ledger, table, like, column, key, code):
    ledger.add(table, like, **{column: key})
    (problem,) = ledger.problems(reserved_ids)
    assert (problem.table, problem.column, problem.code, problem.level) == (table, column, code, "error")


def test_ids_of_claims_may_end_in_p_and_a_number(ledger):
    assert ledger.rows("pairing_claims")[2][0] == "tc21.p01"
    assert ledger.problems(reserved_ids) == []

"""Short and common names of records, by which the search finds them."""

from build_scripts.views.index import further_names


def test_a_ledger_without_the_table_has_no_aliases():
    assert further_names(()) == {}


def test_each_alias_stands_under_the_record_it_names():
    rows = [
        {"alias": "甲乙", "pairing_id": "ew1-jia-yi", "project_id": None, "measure_id": None},
        {"alias": "甲乙协作", "pairing_id": "ew1-jia-yi", "project_id": None, "measure_id": None},
        {"alias": "slow city", "pairing_id": None, "project_id": "ta18-chayuan", "measure_id": None},
    ]
    assert further_names(rows) == {
        ("pairing", "ew1-jia-yi"): ["甲乙", "甲乙协作"],
        ("project", "ta18-chayuan"): ["slow city"],
    }

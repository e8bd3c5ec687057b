"""An id is used once, whatever its case, among all claims."""

from build_scripts.checks.rules import unique_ids


def test_a_fund_and_an_observation_cannot_share_an_id(ledger):
    ledger.set("observations", "ta18.o01", observation_id="ta18.f01")
    found = ledger.problems(unique_ids)
    assert [(p.table, p.row, p.column) for p in found] == [
        ("funds", 2, "fund_id"),
        ("observations", 2, "observation_id"),
    ]


def test_ids_that_differ_by_case_or_by_a_dot_are_the_same(ledger):
    ledger.add("places", "980121", place_id="X-TB19-1")
    ledger.add("events", "ta18.e01", event_id="ta18-f01")
    assert {(p.table, p.row) for p in ledger.problems(unique_ids)} == {
        ("places", 8),
        ("places", 9),
        ("events", 5),
        ("funds", 2),
    }


def test_the_same_id_twice_in_one_table_is_left_to_the_schema(ledger):
    ledger.add("funds", "ta18.f01")
    assert ledger.problems(unique_ids) == []


def test_a_project_may_have_the_name_of_a_claim(ledger):
    ledger.add("projects", "ta18-chayuan", project_id="ta18-f01")
    assert ledger.problems(unique_ids) == []

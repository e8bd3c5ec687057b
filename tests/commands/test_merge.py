"""Two branches put together by the keys of rows."""

import pytest

from build_scripts.commands.merge import Clash, merged_rows, renumbered

OLD = {"id": "a", "x": "1", "y": "1"}


def rows(*each: dict) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in each}


@pytest.mark.parametrize(
    "ours, theirs, together",
    [
        ([OLD], [OLD], [OLD]),
        ([OLD | {"x": "2"}], [OLD], [OLD | {"x": "2"}]),
        ([OLD], [OLD | {"x": "2"}], [OLD | {"x": "2"}]),
        ([OLD | {"x": "2"}], [OLD | {"y": "3"}], [OLD | {"x": "2", "y": "3"}]),
        ([OLD | {"x": "2"}], [OLD | {"x": "2"}], [OLD | {"x": "2"}]),
        ([OLD, OLD | {"id": "b"}], [OLD], [OLD, OLD | {"id": "b"}]),
        ([OLD], [OLD, OLD | {"id": "b"}], [OLD, OLD | {"id": "b"}]),
        ([], [OLD], []),
        ([OLD], [], []),
    ],
    ids=["none", "ours", "theirs", "other cells", "alike", "we add", "they add", "we remove", "they remove"],
)
def test_each_side_keeps_what_it_changed(ours, theirs, together):
    assert merged_rows("funds", rows(OLD), rows(*ours), rows(*theirs)) == (together, [])


def test_a_cell_changed_by_both_is_a_clash():
    _, clashes = merged_rows("funds", rows(OLD), rows(OLD | {"x": "2"}), rows(OLD | {"x": "3"}))
    assert clashes == [Clash("funds", "a", "x", "2", "3")]


def test_a_row_that_one_removed_and_the_other_changed_is_a_clash():
    _, clashes = merged_rows("funds", rows(OLD), {}, rows(OLD | {"x": "3"}))
    assert clashes == [Clash("funds", "a", "", "∅", "…")]


def test_a_new_id_goes_wherever_the_old_one_pointed(tiny_package):
    fund = {"fund_id": "ta18.f02", "part_of": "ta18.f01", "note": "ta18.f01"}
    assert renumbered(tiny_package, "funds", fund, "funds", "ta18.f01", "ta18.f90") == {
        "fund_id": "ta18.f02", "part_of": "ta18.f90", "note": "ta18.f01",
    }  # fmt: skip
    relation = {"relation_id": "r", "statement": "ta18.f01 = ta18.f011 + 3"}
    assert renumbered(tiny_package, "relations", relation, "funds", "ta18.f01", "ta18.f90")["statement"] == (
        "ta18.f90 = ta18.f011 + 3"
    )

"""The order of figures in a table: by period, and parts behind their whole."""

from types import SimpleNamespace

from build_scripts.pages.rows import parts_below


def row(claim_id, part_of=None):
    return SimpleNamespace(claim=SimpleNamespace(claim_id=claim_id, part_of=part_of))


def ids(rows):
    return [each.claim.claim_id for each in parts_below(rows)]


def test_a_part_that_comes_first_is_put_behind_its_whole():
    assert ids([row("part", "whole"), row("other"), row("whole")]) == ["other", "whole", "part"]


def test_parts_of_parts_follow_in_turn_and_keep_their_order():
    rows = [row("b", "whole"), row("whole"), row("a", "whole"), row("b1", "b")]
    assert ids(rows) == ["whole", "b", "b1", "a"]


def test_a_part_whose_whole_is_not_listed_keeps_its_place():
    assert ids([row("first"), row("part", "elsewhere"), row("last")]) == ["first", "part", "last"]


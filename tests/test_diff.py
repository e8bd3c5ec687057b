"""What changed in the data, row by row."""

import subprocess

import pytest

from build_scripts.diff import Change, as_text, compare, run


def test_an_unknown_revision_is_named(tiny_copy):
    git = ["git", "-C", str(tiny_copy)]
    subprocess.run([*git, "init", "-q"], check=True)
    with pytest.raises(RuntimeError, match="nowhere|Needed a single revision"):
        run(tiny_copy, "nowhere", "en")


def test_rows_are_added_changed_and_removed():
    before = {"a": {"id": "a", "x": "1", "y": ""}, "b": {"id": "b", "x": "2", "y": ""}}
    after = {"b": {"id": "b", "x": "3", "y": ""}, "c": {"id": "c", "x": "4", "y": ""}}
    assert list(compare("funds", before, after)) == [
        Change("funds", "a", "removed"),
        Change("funds", "b", "changed", (("x", "2", "3"),)),
        Change("funds", "c", "added"),
    ]


def test_a_change_shows_the_cell_before_and_after():
    assert as_text(Change("funds", "b", "changed", (("note", "", "x"),)), "en") == "~ changed funds b  note: ∅ → x"

"""Natural persons: no draft prints a name."""

from __future__ import annotations

import pytest

from build_scripts.reading.extract.people import masked, name_spans


@pytest.mark.parametrize("text", ["县委书记带队考察。", "贫困户（363元）"])
def test_a_title_without_a_name_hides_nothing(text):
    assert name_spans(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("县长陈小明率团30人考察。", "县长□□□率团30人考察。"),
        ("选派王大力同志挂职。", "选派□□□同志挂职。"),
        ("救助张小明户(363元)", "救助□□□户(363元)"),
    ],
)
def test_a_name_is_covered(text, shown):
    assert masked(text, 0, len(text), name_spans(text)) == shown

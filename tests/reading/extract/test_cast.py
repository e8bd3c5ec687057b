"""Who acts in a document, and who sends whom where."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("选派干部3名。", "officials_to_recipient"),
        ("石桥县选派干部3名赴青溪区挂职。", "officials_to_provider"),
        ("来石桥县考察45人次。", "delegates_to_recipient"),
        ("我县赴青溪区考察45人次。", "delegates_to_provider"),
        ("两地互访45人次。", "delegates_total"),
    ],
)
def test_a_sentence_says_who_goes_where(read, text, measure):
    assert [d.measure_id for d in read(text, "2022年青溪区石桥县东西部协作工作总结")] == [measure]


def test_a_report_on_something_else_speaks_of_its_own_place(read):
    rows = read("全县种植茶叶300亩。" + "茶园管护。" * 100 + "青溪区、石桥县。", "2022年石桥县农业总结")
    assert [d.place_id for d in rows] == ["990121"]

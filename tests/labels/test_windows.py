"""The time a figure speaks of, in words."""

import pytest

from build_scripts.labels.windows import window_words
from build_scripts.views.said import Window


@pytest.mark.parametrize(
    "length, chinese, english",
    [
        ("", "（起点未载明）", ", beginning not stated"),
        ("近两年来", "（原文作“近两年来”）", " (printed as “the last 2 years”)"),
        ("6年多", "（原文作“6年多”）", " (printed as “more than 6 years”)"),
        ("三年来", "（原文作“三年来”）", " (printed as “3 years”)"),
        ("两年间", "（原文作“两年间”）", " (printed as “2 years”)"),
        ("一年多来", "（原文作“一年多来”）", " (printed as “more than a year”)"),
        ("连续18年", "（原文作“连续18年”）", " (printed as “18 years running”)"),
        ("半年來", "（原文作“半年來”）", " (printed as “half a year”)"),
        ("20余年来", "（原文作“20余年来”）", " (printed as “more than 20 years”)"),
        ("近一年", "（原文作“近一年”）", " (printed as “the past year”)"),
        ("累计投入", "（原文作“累计投入”）", " (printed as “a running total”)"),
        ("近年来", "（原文作“近年来”）", " (printed as “recent years”)"),
        ("past two years", "（原文作“past two years”）", " (printed as “past two years”)"),
    ],
)
def test_a_printed_length_of_time_is_said_instead_of_a_missing_beginning(length, chinese, english):
    window = Window("until", "2022-09", length=length)
    said = [window_words(window, lang).replace("\u00a0", " ") for lang in ("zh", "en")]
    assert said == ["截至 2022 年 9 月累计" + chinese, "cumulative to September 2022" + english]


def test_a_length_without_any_date_is_said_beside_the_missing_dates():
    window = Window("unstated_sum", None, length="过去两年")
    assert window_words(window, "zh") == "累计（原文作“过去两年”）"

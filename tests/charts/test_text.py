from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts.text import cut, width_of, wrap


def test_a_hanzi_is_as_wide_as_the_size_of_the_text_with_slack():
    assert round(width_of("账本", 100), 1) == 212.0


def test_a_line_breaks_between_hanzi_and_between_latin_words():
    assert wrap("标准化厂房协作支持资金", 80, 13) == ("标准化厂房", "协作支持资", "金")
    assert wrap("Support funds, factory buildings", 110, 13) == ("Support funds,", "factory buildings")


def test_a_number_does_not_part_from_its_unit():
    assert wrap("到位资金约\u00a0460.1\u00a0万元", 110, 13) == ("到位资", "金约\u00a0460.1\u00a0万元")
    assert wrap("spent CNY\u00a017.1\u00a0million", 60, 13)[0] == "spent"


def test_a_line_never_begins_with_a_full_stop_or_a_closing_bracket():
    for width in range(20, 160, 7):
        assert not any(
            line[0] in "，。）、："
            for line in wrap("甲县（乙省）与丙区，到位资金、捐款：合计。", width, 13, most=99)
        )


def test_too_long_a_text_ends_in_an_ellipsis_within_its_room():
    lines = wrap("甲" * 60, 100, 13, most=2)
    assert len(lines) == 2 and lines[-1].endswith("…") and width_of(lines[-1], 13) <= 100


def test_a_text_that_fits_is_not_cut():
    assert cut("甲县", 40, 13) == "甲县"


@given(st.text(st.sampled_from("甲乙丙，。（）ab 12.5%→·"), max_size=60), st.integers(60, 400))
def test_wrapping_loses_nothing_but_spaces(text, room):
    assert "".join(wrap(text, room, 13, most=999)).replace(" ", "") == text.replace(" ", "")

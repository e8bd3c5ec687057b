"""Odd text survives: nothing a table holds can break out of its element or be read as Markdown."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from build_scripts.pages.book import make_environment
from build_scripts.pages.html_text import clean, html_id, named, plain_text, squeeze
from build_scripts.publish.raw_blocks import RawBlocks

TEMPLATE = make_environment().from_string(
    '<div class="answer" title="{{ text }}">\n<p>{{ text }}</p>\n\n<p>{{ named(text) }}</p></div>\n'
    "## Heading {: #heading }\n<p>after</p>"
)
ODD = (
    st.text(
        alphabet=st.sampled_from("ab1 \n\r\t#*_`[]()<>&\"'\\{}:|~-=+!.\x00\x02\x03\x1c\x85\u2028\u00a0中")
    )
    | st.text()
)


@given(text=ODD)
@settings(max_examples=150, deadline=None)
def test_odd_text_survives_markdown(walk, text):
    markdown = squeeze(TEMPLATE.render(text=text, named=named))
    for extensions in ([], [RawBlocks()]):
        html = Markdown(extensions=[*extensions, "attr_list", "tables", "toc"]).convert(markdown)
        page = walk(html)
        assert [tag for tag, _ in page.starts if tag not in ("span", "bdi")] == ["div", "p", "p", "h2", "p"]
        assert page.unbalanced == []
        assert next(v for tag, v in page.starts if tag == "div")["title"] == clean(text)


def test_a_heading_in_a_cell_stays_in_its_cell():
    assert squeeze(TEMPLATE.render(text="a\n## b", named=named)).count("\n\n## ") == 1


def test_a_name_is_marked_where_it_holds_digits_or_another_language():
    assert named("甲县") == "甲县"
    assert named("2017年") == '<span class="name">2017年</span>'
    assert named("甲县", "zh-Hans") == '<span class="name" lang="zh-Hans">甲县</span>'
    assert named(None) == ""


def test_ids_fit_selectors():
    assert html_id("r", "ta18.f01") == "r-ta18-f01"


def test_the_search_reads_what_a_reader_reads():
    assert plain_text("## Money {: #money }\n\n<p>A&amp;B <b>12</b></p>") == "Money A&B 12"


def test_a_name_written_from_right_to_left_is_isolated_from_the_figure_after_it():
    assert named("قەشقەر") == "<bdi>قەشقەر</bdi>"
    assert named("قەشقەر 2018") == '<span class="name"><bdi>قەشقەر 2018</bdi></span>'

"""What stands in the content of every page: figures with evidence, one language, no traces of a program."""

from __future__ import annotations

from collections import Counter

import yaml
from lxml import html

from tests.site.built import ROOT, listing
from tests.site.evidence import loose_digits
from tests.site.page import glued


def label_values(lang: str) -> set[str]:
    """All visible words of a language, from its label files."""

    def values(node: object) -> set[str]:
        if isinstance(node, dict):
            return set().union(*map(values, node.values()))
        if isinstance(node, list):
            return set().union(*map(values, node))
        return {str(node).strip()}

    files = (ROOT / "build_scripts/labels" / lang).glob("*.yaml")
    return set().union(*(values(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files))


def examples_of(found: list[tuple[str, str]]) -> str:
    """One example of each kind of finding (page, what), with how often it occurs."""
    counts = Counter(what for _, what in found)
    examples = {what: path for path, what in reversed(found)}
    return listing([f"{count} × {what}, as in {examples[what]}" for what, count in counts.most_common()])


def test_a_figure_without_evidence_is_found():
    main = html.fromstring(
        "<main><p>In <time>2017</time> <b>12 projects</b>, <button class=fig>3</button>, <span class=name>No. 4</span>"
        " <span class=name>5</span> and 6</p><figure><figcaption class=name>CNY 7 million</figcaption>"
        "<table><tr><td>CNY 8 million</td></tr></table></figure></main>"
    )
    texts = [each.text for each in loose_digits(main)]
    assert texts == ["12 projects", "5", "and 6", "CNY 7 million", "CNY 8 million"]


def test_every_figure_on_every_page_has_evidence(pages):
    found = [(page.path, f"{page.kind}: {each.place}: {each.text}") for page in pages.values() for each in page.loose]
    assert not found, examples_of(found)


def test_english_pages_hold_chinese_only_where_they_say_so(pages):
    found = [(page.path, run) for page in pages.values() if page.lang == "en" for run in page.foreign]
    assert not found, examples_of(found)


def test_chinese_pages_hold_no_english_label(pages):
    both = label_values("zh")
    english = {value for value in label_values("en") - both if value[:1].isupper() or value.count(" ") > 1}
    found = [(page.path, run) for page in pages.values() if page.lang == "zh" for run in page.foreign if run in english]
    assert not found, examples_of(found)


def test_no_page_shows_traces_of_the_program(pages):
    found = [(page.path, text) for page in pages.values() for text in page.leftovers]
    assert not found, examples_of(found)


def test_a_sentence_and_the_link_after_it_are_apart(pages):
    assert glued(html.fromstring('<p>Of counties:<a href="x">How much</a> and <a href="y">more</a></p>')) == [
        "Of counties:|How much"
    ]
    found = [(page.path, text) for page in pages.values() for text in page.glued]
    assert not found, examples_of(found)


def test_no_table_list_or_paragraph_is_empty(pages):
    found = [(page.path, what) for page in pages.values() for what in page.empty]
    assert not found, examples_of(found)


def test_counties_of_which_the_same_is_known_stand_in_one_line(built_site):
    """A province has up to 180 counties; where nothing was read of them, their prefecture says it once.

    Counties whose helpers bear the same names have answers of their own: each leads to its own pairings.
    """
    pages = sorted(built_site.glob("counties/*.html"))
    assert pages
    for path in pages:
        for answers in html.parse(str(path)).iterfind(".//dl[@class='answers']"):
            told = [
                (each.find("dt").text_content(), html.tostring(each.find("dd"), encoding="unicode")) for each in answers
            ]
            said = [answer.replace(county, "").strip() for county, answer in told]
            assert len(said) == len(set(said)), path.name

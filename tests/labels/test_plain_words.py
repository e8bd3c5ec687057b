"""Words that readers stumbled over, as they are now: each says what is meant, in both languages the same."""

import pytest

from build_scripts.labels import read_words


def said(lang, key):
    words = read_words(lang)
    for name in key.split("."):
        words = words[name]
    return words


HOME = {"pairings": 3, "present": 1, "figures": 31, "sources": 4, "proved": 2}


def test_the_home_page_says_of_what_its_numbers_are():
    """“281 of them are in the current round (...), and 2,302 figures” hung the figures on the pairings."""
    assert said("zh", "pages.home.held").format(**HOME) == (
        "东西部协作（含对口帮扶贵州），账本现有 3 对结对关系，其中 1 对属现行这一轮；同一对换了轮次，另记一对。"
        "数字 31 个，出自 4 份文件；2 个与原文逐字核对过，其余没有逐字核对，多数仅见摘录。"
    )
    assert said("en", "pages.home.held").format(**HOME) == (
        "On East–West cooperation, assistance to Guizhou included, the ledger holds 3 pairings and 31 figures from "
        "4 documents. Of the pairings, 1 belong to the current round; a pairing renewed in a new round counts again. "
        "Of the figures, 2 have been checked character by character against the full text; most of the rest were read "
        "from excerpts."
    )


def test_the_list_of_sources_says_that_it_counts_more_than_the_home_page():
    assert "一般扶贫材料、其他政策的文件和数字都在内；只属东西部协作的，见首页" in said("zh", "pages.sources.proved")
    assert "the home page counts East–West cooperation alone." in said("en", "pages.sources.proved")


PLAIN = {
    "pages.data.code.title": ("用几行代码重算资金页的一个合计", "A few lines of code that reproduce a sum of the money page"),
    "pages.timeline.about": ("结对安排几经调整，形成今天的格局。", "The arrangement of pairs changed several times before it "
                             "took its present form."),
    "pages.place.providers": ("由谁帮扶", "Who assists or has assisted it"),
    "pages.home.newest": ("同一份文件里前后对不上的几处", "Examples from single documents"),
}  # fmt: skip


@pytest.mark.parametrize("key", PLAIN)
def test_a_word_says_what_is_meant_in_both_languages(key):
    assert (said("zh", key), said("en", key)) == PLAIN[key]


def test_english_counts_per_row_and_per_table():
    told = str(read_words("en")["pages"]["data"]["files"]) + str(read_words("en")["coverage"]["files"])
    assert "one per row" in told and "One file per table" in told
    assert not any(words in told for words in ("one a row", " a table,", "year a row", "county a row", "file a record"))


def test_a_warning_against_adding_names_what_is_not_to_be_added():
    assert said("en", "evidence.do_not_add_text").startswith("Do not add these figures to other sums:")


def test_beginnings_that_differ_are_said_not_to_be_right_together():
    assert said("en", "signals.contradiction.beginnings").startswith(
        "Sources give start dates of this pairing that cannot both be right."
    )


def test_a_list_of_links_ends_a_sentence_and_no_fragment():
    assert said("en", "gaps.see") == "For counties, and for money between provinces, see"

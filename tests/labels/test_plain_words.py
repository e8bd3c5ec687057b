"""Words that readers stumbled over, as they are now: each says what is meant, in both languages the same."""

import pytest

from build_scripts.labels import read_words


def said(lang, key):
    words = read_words(lang)
    for name in key.split("."):
        words = words[name]
    return words


HOME = {"pairings": 3, "present": 1, "judged": 1, "figures": 31, "sources": 4, "proved": 2}


def test_the_home_page_says_of_what_its_numbers_are():
    """“281 of them are in the current round (...), and 2,302 figures” hung the figures on the pairings."""
    assert said("zh", "pages.home.held").format(**HOME) == (
        "东西部协作（含对口帮扶贵州），账本现有 3 对结对关系，其中 1 对属现行这一轮（1 对的轮次由整理者推定）；"
        "同一对换了轮次，另记一对。"
        "数字 31 个，出自 4 份文件；2 个与原文逐字核对过，其余没有逐字核对，多数仅见摘录。"
    )
    assert said("en", "pages.home.held").format(**HOME) == (
        "On East–West cooperation, assistance to Guizhou included, the ledger holds 3 pairings and 31 figures from "
        "4 documents. Of the pairings, 1 belong to the current round (1 of them as the editors inferred); a pairing "
        "renewed in a new round counts again. Of the figures, 2 have been checked character by character against "
        "the full text; most of the rest were read from excerpts."
    )


def test_the_list_of_sources_says_that_it_counts_more_than_the_home_page():
    assert "一般扶贫材料、其他政策的文件和数字都在内；只属东西部协作的，见首页" in said("zh", "pages.sources.proved")
    assert "the home page counts East–West cooperation alone." in said("en", "pages.sources.proved")


PLAIN = {
    "pages.data.code.title": (
        "用几行代码重算资金页的一个合计",
        "A few lines of code that reproduce a sum of the money page",
    ),
    "pages.timeline.about": (
        "结对安排几经调整，形成今天的格局。",
        "The arrangement of pairs changed several times before it took its present form.",
    ),
    "pages.place.providers": ("由谁帮扶", "Who assists or has assisted it"),
    "pages.home.newest": ("同一份文件里前后对不上的例子", "Examples from single documents"),
    "evidence.proof_words.excerpt": (
        "只读到摘录，没有逐字核对",
        "only an excerpt was read; not compared with the text",
    ),
    "account.columns.located": ("分地方读到", "Traced below"),
    "account.columns.not_located": ("尚未读到明细", "Not traced yet"),
    "account.more_below": ("明细之和超过总数", "more below than above by"),
    "account.block": ("与分项载明的数对照", "Compared with the level below"),
    "charts.account.rest": ("尚未读到明细", "Not traced yet"),
    "explorer.columns.not_located": ("尚未读到明细（元）", "Not traced (yuan)"),
    "exports.changed": ("改动{rows}", "Rows changed: {rows}"),
    "exports.feed_title": ("结对账本：新增与改动", "Pairing Ledger: what entered and what changed"),
    "pages.programme_class.none": ("未归入任何结对", "Not tied to one pairing"),
    "charts.money_by_pairing.holes": ("间的 {n} 年", ", covering {n} of these years"),
    "said.sentence_under": (
        "{payer}与{recipient}结对项下的{label}：{window}{stage} {amount}{remark}",
        "{label} under the pairing {payer} → {recipient}: {amount} {stage}, {window}{remark}",
    ),
    "charts.relay.title": (
        "{place}的县级帮扶方，账本读到{list}",
        "County-level helpers of {place} read so far: {list}",
    ),
    "charts.flow.incomplete": (
        "省级数字（只及时段或两省的一部分）",
        "Provincial figure, part of the period or the provinces",
    ),
    "charts.flow.each": (
        "各对的阶段、资金性质不一",
        "stage and kind of money differ from pair to pair",
    ),
    "audit.pages.fails.title": ("复算不符", "Figures that do not add up"),
    "releases.since": (
        "这一版发布以后：新增 {entered} 行，改动 {changed} 行，停用 {gone} 行。",
        "Since the newest version: {entered} rows entered, {changed} changed, {gone} retired.",
    ),
    "reliability.rank.2": ("第二档", "rank two of five"),
    "theme.glossary": ("名词解释", "Glossary"),
    "explorer.text": ("关键词", "Text"),
}


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


def test_a_balance_of_sums_gives_each_number_before_its_word():
    """“Sums: not adding up: 1, adding up: 11” had a colon after a colon."""
    told = said("en", "audit.counted")
    assert [told[verdict].format(n=1) for verdict in ("fails", "rounding", "holds")] == [
        "1 not adding up", "1 within rounding", "1 adding up",
    ]  # fmt: skip


def test_the_ends_of_a_pairing_are_columns_that_name_a_year(real_package):
    for table in ("pairings", "pairing_claims", "programme_scope"):
        titles = {field["name"]: (field["title"], field["title_en"]) for field in real_package.schemas[table]["fields"]}
        assert titles["valid_from"] == ("起始年份", "First year")
        assert titles["valid_to"] == ("终止年份", "Last year")


def test_a_row_is_a_statement_and_no_observation_and_nothing_is_called_out_by_name(real_package):
    told = str([(schema["description"], schema["fields"]) for schema in real_package.schemas.values()])
    assert not [word for word in ("点名", "陈述", "观测", "暗含") if word in told]
    assert real_package.schemas["funds"]["description"] == "一份文件对一笔钱的一条记载"


def test_a_list_of_places_counts_pairings_with_their_unit():
    assert said("zh", "pages.places.gives")["other"].format(n=54) == "对外帮扶 54 对"
    assert said("en", "pages.places.gets")["one"].format(n=1) == "recipient in 1 pairing"

"""What may be said of money, in words."""

from dataclasses import replace

import pytest

from build_scripts.labels import read_words
from build_scripts.labels.windows import stage_key, window_words
from build_scripts.pages.answers import AnswerWords
from build_scripts.pages.book import open_book
from build_scripts.pages.evidence import scope_words
from build_scripts.pages.helper_terms import listed_terms, without_inner
from build_scripts.pages.html_text import plain_text
from build_scripts.pages.rows import claim_row
from build_scripts.pages.said import length_html, sentence_key, windows_of
from build_scripts.views.answers import is_round_judged
from build_scripts.views.said import Answer, Helper, Term, Window
from build_scripts.views.windows import window_said


def test_times_that_differ_in_who_supplied_them_stand_in_one_order_at_every_build(tiny_site):
    book = open_book(tiny_site, "en")
    printed = replace(tiny_site.views.claims["ta18.f01"], period="2018-05", inferred=())
    supplied = replace(printed, claim_id="ta18.f02", inferred=("period",))
    expected = windows_of(book, [printed]) + ", " + windows_of(book, [supplied])
    assert windows_of(book, [supplied, printed]) == windows_of(book, [printed, supplied]) == expected


RUNNING_TOTALS = {
    ("2025-09", None): ("截至 2025 年 9 月（起点未载明）", "to September 2025 (start not stated)"),
    ("2025", "近5年"): ("截至 2025 年（原文作“近5年”）", "to 2025 (printed as “the last 5 years”)"),
    ("2021/2025", None): ("2021–2025 年", "2021–2025"),
}


@pytest.mark.parametrize("window", RUNNING_TOTALS)
def test_a_running_total_of_which_the_end_alone_is_known_is_told_to_that_time_in_tables_and_receipts(tiny_site, window):
    claim = replace(tiny_site.views.claims["ta18.f01"], period=window[0], period_length=window[1], basis="cumulative")
    for lang, told in zip(("zh", "en"), RUNNING_TOTALS[window], strict=True):
        book = open_book(tiny_site, lang)
        assert read(scope_words(book, claim)[0]) == read(claim_row(book, claim).period) == told


def test_a_figure_of_one_time_that_is_no_running_total_is_told_of_that_time(tiny_site):
    claim = replace(tiny_site.views.claims["ta18.f01"], period="2025-09", basis="in_period")
    assert read(claim_row(open_book(tiny_site, "en"), claim).period) == "September 2025"


def read(html):
    """A bit of a page as it is read."""
    return html.striptags().replace("\u00a0", " ")


def test_a_list_of_helpers_that_stops_says_how_many_there_are(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), lambda path: path)
    assert plain_text(str(words.first_of(["甲", "乙", "丙", "丁", "戊", "己"]))) == "甲、乙、丙、丁、戊、己"
    listed = plain_text(str(words.first_of(["甲", "乙", "丙", "丁", "戊", "己", "庚"]))).replace(" ", "")
    assert listed == "甲、乙、丙、丁、戊、己等（共7对结对）"


TERMS = {
    ("printed",): ("2016–2020 年", "2016–2020"),
    ("round",): ("2016–2020 年，由整理者推定", "2016–2020, years inferred by the editors"),
    ("window",): ("2016–2020 年，为文件所述的时段", "2016–2020, the span the document speaks of"),
    ("counted", "round"): (
        "各文件所记：2016–2020 年，按文件所写的年数推算；2016–2020 年，由整理者推定",
        "documents differ: 2016–2020, reckoned from a printed number of years; "
        "2016–2020, years inferred by the editors",
    ),
}


@pytest.mark.parametrize("bases", TERMS)
def test_the_years_of_help_are_said_with_how_they_are_known(tiny_site, bases):
    stated = tuple(Term("2016", "2020", basis) for basis in bases)
    told = helper_of("330200", told=stated)
    said = (listed_terms(open_book(tiny_site, lang), told.told) for lang in ("zh", "en"))
    assert tuple(map(glued, said)) == tuple(map(glued, TERMS[bases]))


def test_help_that_began_and_ended_in_one_year_is_told_of_that_year(tiny_site):
    term = (Term("2019", "2019", "printed"),)
    assert read(listed_terms(open_book(tiny_site, "zh"), term)) == "2019 年"
    assert read(listed_terms(open_book(tiny_site, "en"), term)) == "2019"
    assert read(open_book(tiny_site, "zh").period("2019/2019")) == "2019 年"


def glued(words):
    """The words as read, without the blanks that stand in for marks between them."""
    return plain_text(str(words)).replace(" ", "")


def helper_of(place, seen=None, term=None, told=()):
    return Helper("ta-tz", ("place", place), "ew2", term or Term(None, None, "not_stated"), seen, told)


def test_a_pair_that_the_editors_read_from_works_or_lists_is_said_to_be_theirs(tiny_site):
    words, judged = AnswerWords(open_book(tiny_site, "zh"), str), replace(helper_of("990121"), is_judged=True)
    name = glued(words.helper_link(judged))
    assert glued(words.with_term(judged)) == f"{name}（年份未载明，结对由整理者推定）"
    assert glued(words.present_said((judged,))) == (
        f"2021年以来由{name}（结对由整理者推定）结对帮扶（文件没有注明日期，现在是否仍在帮扶不清楚）。"
    )


def test_a_helper_that_stands_twice_among_those_before_has_its_policy(tiny_site):
    words = AnswerWords(open_book(tiny_site, "en"), str)
    first, second = helper_of("990121"), replace(helper_of("990121"), programme="gz")
    once = plain_text(str(words.helpers_said(answer_before(first))[0]))
    assert "Guizhou" not in once and "(years not stated)" in once
    twice = plain_text(str(words.helpers_said(answer_before(first, second))[0]))
    assert "(Paired assistance to Guizhou, years not stated)" in twice


def test_a_province_whose_district_helps_now_was_not_replaced(tiny_site):
    """“Now Jinshan District. Formerly Shanghai” read as if Shanghai had gone."""
    words = AnswerWords(open_book(tiny_site, "en"), str)
    province, county = (replace(helper_of("990121"), provider=("place", key)) for key in ("980000", "980121"))
    said = plain_text(str(words.helpers_said(replace(answer_before(province), present=(county,)))[-1]))
    assert f"of which {words.book.names.place('980121')} is part, years not stated" in " ".join(said.split())
    alone = plain_text(str(words.helpers_said(answer_before(province))[0]))
    assert "of which" not in alone


def test_who_helped_before_is_said_in_a_sentence(tiny_site):
    """“Baoding, which includes it: Before: Beijing” had two colons and no verb."""
    helper = helper_of("990121", term=Term("2017", None, "printed"))
    for lang, said in (("zh", "此前由乙省乙县（始于2017年）帮扶。"), ("en", "FormerlyhelpedbyYiCounty(from2017).")):
        words = AnswerWords(open_book(tiny_site, lang), str)
        assert glued(words.helpers_said(answer_before(helper))[0]).replace(",YiProvince", "") == said


@pytest.mark.parametrize("policy", ["before", "several", "other", "unnamed", "now_judged", "now_undated", "now_each"])
def test_no_sentence_on_helpers_begins_with_a_heading_of_its_own(policy):
    """They stand behind “Guizhou, which includes it:”, and a second colon would follow the first."""
    for lang in ("zh", "en"):
        said = read_words(lang)["said"]["answer"][policy]
        assert "：" not in said and ":" not in said.replace("{", "").replace("}", "")


def test_the_place_above_several_counties_includes_them(tiny_site):
    words = AnswerWords(open_book(tiny_site, "en"), str)
    both = [words.book.text(f"said.answer.above{some}", place="Guizhou") for some in ("", "_all")]
    assert both == ["Guizhou, which includes it: ", "Guizhou, which includes them: "]


def answer_before(*helpers, rounds=()):
    return Answer("990121", (), helpers, (), (), 0, (), frozenset(rounds))


def test_who_helped_before_is_not_said_to_have_stopped_where_the_present_round_reaches_the_place(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    said = [glued(line) for line in words.helpers_said(answer_before(helper_of("990121"), rounds=("ew1", "ew2")))]
    assert said[-1] == "现行东西部协作由谁帮扶，账本没有读到。" and len(said) == 2
    assert len(words.helpers_said(answer_before(helper_of("990121"), rounds=("ew1",)))) == 1


def test_helpers_whose_names_hold_commas_are_told_apart(tiny_site):
    words = AnswerWords(open_book(tiny_site, "en"), str)
    assert words.listed(["Wuliqiao Subdistrict, Huangpu District", "Huangpu District"]) == (
        "Wuliqiao Subdistrict, Huangpu District; Huangpu District"
    )


def test_money_of_firms_and_gifts_stand_behind_the_name_of_their_kind(tiny_site):
    claim = tiny_site.views.claims["ta18.f01"]

    def said(fund_source, label, label_en):
        row = replace(claim, fund_source=fund_source, label_zh=label, label_en=label_en)
        return tuple(open_book(tiny_site, lang).names.said_label(row) for lang in ("zh", "en"))

    in_place = ("实际到位资金", "Funds in place")
    of_firms = ("企业投资（实际到位资金）", "Enterprise investment (Funds in place)")
    assert said("enterprise_investment", *in_place) == of_firms
    assert said("fiscal_assistance", *in_place) == in_place
    assert said("social_donation", "捐赠物资", "Goods given") == ("捐赠物资", "Goods given")


def test_each_present_helper_has_the_year_of_its_own_document_where_they_differ(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), lambda path: path)
    helpers = [helper_of(place) for place in list(tiny_site.views.places.levels)[:2]]
    names = [glued(words.helper_link(each)) for each in helpers]

    def said(*years):
        dated = tuple(replace(each, seen=year) for each, year in zip(helpers, years, strict=True))
        return glued(words.present_said(dated))

    first, second = names
    year = "（年份为最近一次见于文件的时间）。"
    assert said("2025", "2025") == f"现在由{first}、{second}结对帮扶（最近一次见于2025年的文件）。"
    assert said("2025", "2023") == f"2021年以来由{first}（2025年）、{second}（2023年）结对帮扶{year}"
    assert said("2025", None) == f"2021年以来由{first}（2025年）、{second}（文件没有注明日期）结对帮扶{year}"


@pytest.mark.parametrize(
    "changed, key",
    [
        ({}, "said.sentence_to"),
        ({"label_zh": "苏陕扶贫协作资金"}, "said.sentence_under"),
        ({"label_zh": "苏陕扶贫协作资金", "payer_id": "320000"}, "said.sentence_to"),
        ({"fund_source": "enterprise_investment"}, "said.sentence_under"),
        ({"stated_of_zh": "临洮县"}, "said.sentence_under"),
        ({"inferred": ("pairing_id",)}, "said.sentence_under"),
        ({"fund_source": "social_donation"}, "said.sentence_under"),
        ({"fund_source": "not_stated", "stage": "agreed"}, "said.sentence_under"),
        ({"stated_of_zh": "临洮县", "payer_id": "320000"}, "said.sentence_to"),
        ({"fund_source": "enterprise_investment", "payer_id": "320000"}, "said.sentence_firms"),
        ({"subject_kind": "place", "subject_id": "cn", "payer_id": "320000"}, "said.sentence"),
    ],
)
def test_money_is_said_to_come_from_a_provider_only_where_it_is_his(tiny_site, changed, key):
    fiscal = replace(
        tiny_site.views.claims["ta18.f01"],
        subject_kind="pairing",
        fund_source="fiscal_assistance",
        label_zh="财政援助资金",
        payer_id=None,
    )
    assert sentence_key(replace(fiscal, **changed)) == key


def test_an_investment_is_completed_where_other_money_is_spent(tiny_site):
    spent = replace(tiny_site.views.claims["ta18.f01"], fund_source="fiscal_assistance", stage="spent")
    assert stage_key(spent) == "said.stage.spent"
    assert stage_key(replace(spent, fund_source="enterprise_investment")) == "said.stage.made"
    assert stage_key(replace(spent, fund_source="enterprise_investment", stage="agreed")) == "said.stage.agreed"


@pytest.mark.parametrize("cells", [{}, {"basis": "in_period"}, {"period": "2016/2020"}, {"period": None}])
def test_a_basis_that_the_editors_judged_is_said_to_be_so(tiny_site, cells):
    row = {"period": "2018-04", "basis": "cumulative", "period_length": None, "inferred": ("basis",)} | cells
    judged = window_said(replace(tiny_site.views.claims["ta18.f01"], **row), "ew1")
    printed = window_said(replace(tiny_site.views.claims["ta18.f01"], **row | {"inferred": ()}), "ew1")
    assert judged.is_judged and not printed.is_judged
    assert "（是否累计由整理者推定" in window_words(judged, "zh")
    assert " (basis inferred by the editors" in window_words(judged, "en")


def test_a_printed_length_of_time_says_enough_of_the_basis(tiny_site):
    row = {"period": "2018-04", "basis": "cumulative", "period_length": "近两年来", "inferred": ("basis",)}
    assert not window_said(replace(tiny_site.views.claims["ta18.f01"], **row), "ew1").is_judged


def test_what_the_editors_judged_of_a_window_stands_in_one_pair_of_brackets():
    window = Window("until", "2018-04", is_inferred=True, is_judged=True)
    assert window_words(window, "zh").endswith("（时段、是否累计由整理者推定）")


@pytest.mark.parametrize(
    "length, lang, html",
    [
        ("6年多", "zh", "（原文作“<time datetime=\"P6Y\">6年多</time>”）"),
        ("四年", "en", " (printed as “<time datetime=\"P4Y\">4 years</time>”)"),
        ("近年来", "zh", "（原文作“近年来”）"),
        ("近年来", "en", " (printed as “recent years”)"),
        ("半年來", "en", " (printed as “half a year”)"),
        ("改革开放以来", "en", " (printed as “<span class=\"name\" lang=\"zh-Hans\">改革开放以来</span>”)"),
        (None, "en", ""),
    ],
)
def test_a_printed_length_is_marked_as_a_time_or_as_chinese(tiny_site, length, lang, html):
    assert length_html(open_book(tiny_site, lang), length) == html


def test_a_print_of_a_part_of_the_two_places_is_said_to_be_one(tiny_site):
    """Eight counties of a prefecture were told as help for the whole, and so for each county of it."""
    part = replace(helper_of("990121"), stated_of=("甲县与丁市8个县", "Jia County with eight counties of Ding"))
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    assert "文件说的是甲县与丁市8个县" in glued(words.with_term(part))
    english = plain_text(str(AnswerWords(open_book(tiny_site, "en"), str).with_term(part)))
    assert "the document speaks of Jia County with eight counties of Ding" in english


def test_pairings_of_places_within_are_told_where_no_present_helper_of_the_place_itself_was_read(tiny_site):
    """Of Menglian nothing was said, though a subdistrict helps one of its towns."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    answer = replace(answer_before(helper_of("990121"), rounds=("ew1", "ew2")), within=("ew1-jia-yi",))
    said = glued(words.helpers_said(answer)[-1])
    place = glued(words.name("990121"))
    assert said.startswith(f"现行东西部协作由谁帮扶整个{place}，账本没有读到；辖区内现行这一轮的结对有")
    assert "ew1-jia-yi" in str(words.helpers_said(answer)[-1])


def test_a_helper_of_before_that_helps_a_place_within_now_is_not_said_to_have_gone(tiny_site):
    """Changning stood under “before” of Honghe while it helps three of its counties."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    provider = words.book.index.rows["pairings"]["ew1-jia-yi"]["provider_place_id"]
    before = replace(helper_of("990121"), provider=("place", provider))
    answer = replace(answer_before(before), within=("ew1-jia-yi",))
    assert "现在仍帮扶辖区内的地方" in glued(words.helpers_said(answer)[0])
    assert "现在仍帮扶" not in glued(words.helpers_said(replace(answer, present=(before,)))[-1])
    assert "现在仍帮扶" not in glued(words.helpers_said(replace(answer, within=()))[0])


def test_a_helper_of_which_no_years_are_known_is_said_to_be_as_old_as_its_last_document(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    undated, ended = helper_of("990121", seen="1998"), helper_of("990121", "1998", Term("1997", "1998", "printed"))
    assert glued(words.with_term(undated)).endswith("（年份未载明，最近一次见于1998年的文件）")
    assert glued(words.with_term(ended)).endswith("（1997–1998年）")
    judged = replace(undated, is_seen_judged=True)
    assert glued(words.with_term(judged)).endswith("最近一次见于1998年的文件，这份文件的年份由整理者推定）")


@pytest.mark.parametrize(
    "programme, last, told",
    [("gz", None, "（始于2013年，最近一次见于2019年的文件）"), ("gz", "2015", "（2013–2015年）"),
     ("ca", None, "（始于2013年，最近一次见于2019年的文件）"), ("ew1", None, "（始于2013年）")],
)  # fmt: skip
def test_help_outside_the_two_rounds_that_no_document_ends_is_told_with_the_year_it_was_last_seen(
    tiny_site, programme, last, told
):
    """Help to Guizhou was told as over, though nothing says that it ended."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    helper = replace(helper_of("990121", "2019", Term("2013", last, "printed")), programme=programme)
    assert glued(words.with_term(helper)).endswith(told)
    several = replace(helper, told=(Term("2013", last, "printed"), Term("2014", None, "printed")))
    assert ("最近一次见于2019年" in glued(words.with_term(several))) == ("最近一次" in told)


def test_a_helper_whose_term_has_not_begun_is_told_as_one_to_come(tiny_site):
    term = Term("2028", None, "printed")
    answer = replace(answer_before(), coming=(helper_of("990121", term=term),))
    told = {"zh": "以后由{}（始于 2028 年）结对帮扶，开始的日子还没有到。",
            "en": "To be helped later by {} (from 2028): the term has not begun."}  # fmt: skip
    for lang, line in told.items():
        words = AnswerWords(open_book(tiny_site, lang), str)
        (said,) = words.helpers_said(answer)
        assert glued(said) == glued(line.format(words.helper_link(answer.coming[0])))


def test_a_helper_by_a_policy_that_no_document_names_is_not_said_to_be_outside_east_west_help(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    unnamed = replace(helper_of("990121"), programme="unknown")
    paired = replace(helper_of("990121"), programme="ca")
    said = [glued(line) for line in words.helpers_said(replace(answer_before(), other=(unnamed, paired)))]
    assert [line.rpartition("帮扶，")[2] for line in said] == ["不属东西部协作。", "文件没有写明属于哪项政策。"]


def test_a_span_that_lies_within_a_longer_time_does_not_differ_from_it():
    since, span = Term("1996", None, "printed"), Term("2001", "2010", "window")
    assert without_inner((since, span)) == (since,)
    assert without_inner((Term("2003", None, "printed"), span)) == (Term("2003", None, "printed"), span)


def test_the_year_of_a_document_that_the_editors_judged_is_said_to_be_theirs(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    printed, judged = helper_of("990121", seen="2025"), replace(helper_of("990121", seen="2025"), is_seen_judged=True)
    assert glued(words.present_said((judged,))).endswith("（最近一次见于2025年的文件，文件的年份由整理者推定）。")
    both = glued(words.present_said((printed, judged)))
    assert both.count("这份文件的年份由整理者推定") == 1 and both.endswith("（最近一次见于2025年的文件）。")


def test_of_a_place_without_a_pairing_those_of_the_places_within_are_named(tiny_site):
    """Of Yongning it was told that no pairing had been read, though the ledger holds one of its town Minning."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    answer = replace(answer_before(helper_of("990121"), rounds=("ew1",)), former=(), within_ever=("ew1-jia-yi",))
    (said,) = words.within_ever(answer)
    assert glued(said).startswith("辖区内的结对有") and 'pairings/ew1-jia-yi.html"' in said
    assert "（属 2020 年结束的一轮）" in plain_text(said)
    (said,) = words.within_ever(replace(answer, within=("ew1-jia-yi",)))
    assert "一轮" not in plain_text(said)
    assert words.within_ever(replace(answer, within_ever=())) == []


def test_a_helper_named_by_a_document_of_several_policies_is_not_said_to_be_outside_east_west_help(tiny_site):
    """Tianjin helps Gannan by the cooperation and by paired support, named together in 2025."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    together = replace(helper_of("990121", seen="2025"), programme="mixed")
    answer = replace(answer_before(helper_of("990121"), rounds=("ew1", "ew2")), several=(together,))
    said = "".join(glued(line) for line in words.helpers_said(answer))
    assert "帮扶，文件把几项政策合在一起说。" in said and "最近一次见于2025年的文件" in said
    assert "没有读到" not in said and "不属东西部协作" not in said


def test_a_place_that_only_such_a_document_names_is_not_said_to_be_outside_every_arrangement(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    alone = replace(answer_before(rounds=()), several=(replace(helper_of("990121", seen="2025"), programme="mixed"),))
    assert words.out_of_scope(alone) == []
    assert words.out_of_scope(replace(alone, several=())) != []


def test_a_round_that_the_editors_took_from_a_later_document_is_said_to_be_theirs(tiny_site):
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    later = replace(helper_of("990121"), is_round_judged=True)
    assert "轮次由整理者推定" in glued(words.with_term(later))
    row = {"programme": "ew1", "inferred": "programme", "valid_from": None, "valid_to": None}
    assert is_round_judged(row, "2021") and not is_round_judged(row, "2019")
    assert not is_round_judged(row | {"valid_from": "2016"}, "2021")
    assert is_round_judged(row | {"programme": "ew2"}, "") and not is_round_judged(row | {"programme": "ew2"}, "2024")


def test_a_present_helper_that_the_editors_read_from_works_is_no_more_than_perhaps_one(tiny_site):
    """Haiyan was told as the helper of Pingshan now, by two figures that named nobody; a newspaper names Xiuzhou."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    judged = replace(helper_of("990121", seen="2022"), is_judged=True)
    answer = replace(answer_before(helper_of("990121"), rounds=("ew2",)), former=(), present=(judged,))
    (said,) = map(glued, words.helpers_said(answer))
    assert said.startswith("现在结对帮扶的可能是")
    assert said.endswith("（由文件所写的项目、资金或名单推定，还没有读到写明这一轮这对结对的文件）。")
    assert answer.judged == {judged.pairing_id}


def test_of_a_group_of_places_or_a_hidden_one_nothing_is_said_that_nobody_can_know(tiny_site):
    """Xihaigu is no unit whose helper of today could be read; a county whose name a document hides may be helped."""
    words = AnswerWords(open_book(tiny_site, "zh"), str)
    levels = words.book.views.places.levels
    group = next((key for key, level in levels.items() if level == "group"), None)
    hidden = replace(answer_before(rounds=()), place_id="cn")
    assert words.out_of_scope(hidden) == [] and words.out_of_scope(answer_before(rounds=())) != []
    if group:
        said = words.helpers_said(replace(answer_before(helper_of("990121"), rounds=("ew1", "ew2")), place_id=group))
        assert not any("没有读到" in glued(line) for line in said)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_helper_of_any_level_around_another_has_its_word(tiny_site, lang):
    """A row whose provider is the country stopped the build: no word was there for its level."""
    assert set(tiny_site.package.codes("places", "level")) == set(read_words(lang)["said"]["answer"]["around"])

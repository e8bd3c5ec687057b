"""What is said beside an amount, in one pair of brackets."""

from dataclasses import replace

import pytest

from build_scripts.labels.remarks import remark_words, sum_remark_words
from build_scripts.views.claims import derive_claims
from build_scripts.views.said import Window

YEAR = Window("year", "2018")


@pytest.mark.parametrize(
    "printed, chinese, english",
    [
        ("1200万元", "", ""),
        ("5 million yuan", "", ""),
        (
            "近60亿",
            "（原文写作“近60亿”，没有写单位，由整理者按元读）",
            " (printed as “nearly 60 yi” without a unit and read as yuan by the editors)",
        ),
        (
            "2.27亿万元",
            "（原文写作“2.27亿万元”，单位重叠，数额是整理者的读法）",
            " (printed as “2.27 yi wan yuan”, two scales at once; the amount is the editors' reading)",
        ),
    ],
)
def test_a_unit_that_cannot_be_meant_as_printed_is_said_with_the_amount(tiny_tables, printed, chinese, english):
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], as_printed=printed, inferred=())
    assert [remark_words(YEAR, lang, claim) for lang in ("zh", "en")] == [chinese, english]


def test_only_money_has_a_unit_to_lack(tiny_tables):
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], as_printed="45万", unit="person", inferred=())
    assert remark_words(YEAR, "zh", claim) == ""


def test_what_the_print_speaks_of_is_said_where_it_is_not_the_subject(tiny_tables):
    claim = replace(
        derive_claims(tiny_tables, frozenset())["ta18.f01"],
        stated_of_zh="甲市与乙市、丙市",
        stated_of_en="Jia with Yi and Bing",
        inferred=(),
    )
    assert remark_words(YEAR, "zh", claim) == "（原文说的是甲市与乙市、丙市）"
    assert remark_words(YEAR, "en", claim) == " (the figure is for Jia with Yi and Bing)"


def test_a_stage_that_the_editors_judged_is_said_with_the_amount(tiny_tables):
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], inferred=("stage",))
    assert remark_words(YEAR, "zh", claim) == "（阶段由整理者推定）"
    assert remark_words(YEAR, "en", claim) == " (stage inferred by the editors)"
    assert remark_words(YEAR, "zh", replace(claim, as_printed="12亿")).count("（") == 1


def test_a_year_of_a_document_that_the_editors_judged_is_said_where_the_year_is_told(tiny_tables):
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], inferred=(), is_published_judged=True)
    in_course = Window("year", "2018", is_in_course=True)
    assert remark_words(YEAR, "zh", claim) == ""
    told = "文件的年份由整理者推定；文件刊于该时段的末年，截至哪个月没有写明"
    assert remark_words(in_course, "zh", claim) == f"（{told}）"
    assert remark_words(in_course, "en", claim).startswith(" (year of the document inferred by the editors; printed")


def test_all_that_must_be_said_stands_in_one_pair_of_brackets(tiny_tables):
    window = Window("since", "2017/2024", is_inferred=True, is_across=True, is_placed=True, is_early=True)
    claim = derive_claims(tiny_tables, frozenset())["ta18.f01"]
    claim = replace(claim, inferred=("stage",), stated_of_zh="甲市", stated_of_en="Jia")
    assert remark_words(window, "zh", claim, 7) == (
        "（跨前后两轮；时段、阶段由整理者推定；归入哪一轮由整理者判断；刊发时该时段尚未结束；"
        "原文说的是甲市；距今满 7 年）"
    )
    assert remark_words(window, "en", claim, 7) == (
        " (across both rounds; period and stage inferred by the editors; the round chosen by the editors; "
        "printed before the period had ended; the figure is for Jia; 7 years ago)"
    )


def test_a_figure_of_the_last_year_needs_no_age(tiny_tables):
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], inferred=())
    assert (remark_words(YEAR, "en", claim, 1), remark_words(YEAR, "en", claim, 2)) == ("", " (2 years ago)")


def test_money_that_the_editors_call_fiscal_says_so(tiny_tables):
    """The print says 帮扶资金; that it came out of a budget is the editors' reading."""
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], label_zh="财政援助资金")
    judged = replace(claim, inferred=("stage", "fund_source"))
    assert remark_words(YEAR, "zh", judged) == "（阶段、资金性质由整理者推定）"
    assert remark_words(YEAR, "en", judged) == " (stage and kind of money inferred by the editors)"
    assert remark_words(YEAR, "zh", replace(judged, label_zh="帮扶资金")) == "（阶段由整理者推定）"
    assert remark_words(YEAR, "zh", replace(claim, inferred=("fund_source",))) == "（资金性质由整理者推定）"


def test_a_sum_has_all_that_one_of_its_figures_needs_in_one_pair_of_brackets(tiny_tables):
    one = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], inferred=("stage",))
    other = replace(one, inferred=("stage", "fund_source"), stated_of_zh="甲市与乙市")
    windows = [YEAR, replace(YEAR, is_inferred=True, is_early=True)]
    said = sum_remark_words([one, replace(other, claim_id="x")], windows, "zh").replace("\u00a0", " ")
    assert said == "（阶段、时段、资金性质由整理者推定；刊发时该时段尚未结束；其中 1,200 万元，原文说的是甲市与乙市）"
    alike = sum_remark_words([replace(other, claim_id="y"), other], windows, "zh")
    assert alike.endswith("原文说的是甲市与乙市）") and "其中" not in alike
    assert sum_remark_words([replace(one, inferred=())], [YEAR], "zh") == ""


def test_a_figure_without_any_period_says_when_its_document_appeared_or_that_it_bears_no_date(tiny_tables):
    """Dalian's 487 million, printed in 2019 without a year, read as what it has given to this day."""
    claim = replace(derive_claims(tiny_tables, frozenset())["ta18.f01"], inferred=(), published="2019-09")
    assert remark_words(Window("unstated_sum", None), "zh", claim) == "（文件刊于 2019 年）"
    undated = replace(claim, published=None)
    assert remark_words(Window("unstated", None), "en", undated) == " (the document bears no date)"
    assert remark_words(YEAR, "zh", replace(claim, published=None)) == ""


def test_a_round_that_a_figure_of_both_rounds_was_put_in_is_said_to_be_chosen():
    assert "归入哪一轮由整理者判断" in remark_words(Window("since", "2010/2024", is_across=True, is_placed=True), "zh")
    assert "由整理者归入这对结对" in remark_words(Window("since", "2017/2019", is_placed=True), "zh")

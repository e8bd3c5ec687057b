"""Everything that is said of money, held against its rows: payer, stage, months, basis, rounds, reliability."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.sketches import sketches_of
from build_scripts.pages.book import open_book
from build_scripts.pages.model import Site
from build_scripts.pages.said import sentence, short
from build_scripts.views.periods import years_of
from build_scripts.views.windows import joined_windows, window_said
from tests.saying import Row, faults_in, faults_of

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-28"
SUMS = ("people-by-direction", "matrix", "known-years")  # titles that give a sum, not the figure of one row
GOOD = Row("2024-01/2024-06", "cumulative", "received", ("上海市",), "38.18 亿元")
SAID = "上海市的财政援助资金：2024 年 1 月–2024 年 6 月累计到位 38.18 亿元"


@pytest.mark.parametrize(
    "words, row, faults",
    [
        (SAID, GOOD, []),
        (SAID.replace("上海市", ""), GOOD, ["payer"]),
        (SAID.replace("到位", ""), GOOD, ["stage"]),
        (SAID.replace(" 1 月", "").replace(" 6 月", ""), GOOD, ["time"]),
        (SAID.replace("累计", ""), GOOD, ["basis"]),
        (SAID + "，居首位", GOOD, ["rank"]),
        (SAID.replace("38.18", "38"), GOOD, ["amount"]),
        (SAID, Row("2024-01/2024-06", "cumulative", "received", ("上海市",), "38.18 亿元", rank=5), ["reliability"]),
        (SAID, replace(GOOD, is_early=True), ["early"]),
        (SAID, replace(GOOD, is_stage_inferred=True), ["stage_judged"]),
        (SAID, replace(GOOD, is_kind_inferred=True), ["money_judged"]),
        (SAID, replace(GOOD, is_payer_inferred=True), ["payer_judged"]),
        (SAID, replace(GOOD, is_basis_inferred=True), ["basis_judged"]),
        (SAID, replace(GOOD, stated_of="上海市与云南4州市"), ["stated_of"]),
        (SAID, replace(GOOD, printed="38.18亿"), ["unit"]),
        (SAID, replace(GOOD, printed="38.18亿万元"), ["unit"]),
        (SAID + "（原文写作“38.18亿”，没有写单位）", replace(GOOD, printed="38.18亿"), []),
        (SAID, Row("2024-01/2024-06", "cumulative", "received", ("上海市",), "38.18 亿元", True), ["judged"]),
        ("山东省的财政援助资金：2010–2024 年累计拨付 50 亿元",
         Row("2010/2024", "cumulative", "disbursed", ("山东省",), "50 亿元"), ["rounds"]),
        ("上海市的财政援助资金：拨付 5 亿元", Row(None, "in_period", "disbursed", ("上海市",), "5 亿元"), ["time"]),
        ("陕西 2021–2024 年到位 54.48 亿元",
         Row("2021/2024", "in_period", "received", ("江苏省",), "54.48 亿元"), ["payer"]),
    ],
)  # fmt: skip
def test_a_sentence_that_leaves_something_out_is_found(words, row, faults):
    assert faults_of(words, row, "zh") == faults


@pytest.fixture(scope="module")
def books(real_package, real_views, real_words):
    site = Site(real_package, real_views, real_words, {})
    return {lang: open_book(site, lang) for lang in ("zh", "en")}


def row_of(book, key: str, *, title: bool = False) -> Row:
    """What one claim says; in a title the name of its pairing says who pays."""
    views, claim = book.views, book.views.claims[key]
    pairing = views.index.rows["pairings"].get(claim.subject_id)
    payers = [book.names.place(claim.payer_id)] if claim.payer_id else []
    if pairing and not claim.payer_id:
        payers = [book.names.pairing(claim.subject_id).partition(" → ")[0]]
    is_assistance = claim.fund_source in ("fiscal_assistance", "mixed", "social_donation")
    return Row(
        claim.period,
        claim.basis,
        claim.stage,
        tuple(payers) if is_assistance or not title else (),
        book.value(claim),
        "period" in claim.inferred,
        pairing is None or pairing["programme"] in ("ew1", "ew2", "gz"),
        views.reliability[claim.source_id].rank,
        is_told_early(claim),
        "stage" in claim.inferred,
        "fund_source" in claim.inferred
        and ("财政" in claim.label_zh or claim.fund_source in ("enterprise_investment", "social_donation")),
        bool({"payer_place_id", "provider_place_id"}.intersection(claim.inferred)),
        "basis" in claim.inferred and claim.basis != "as_of" and not claim.period_length and not is_forecast(claim),
        (claim.stated_of_zh if book.lang == "zh" else claim.stated_of_en) or "",
        claim.as_printed if claim.unit == "cny" else "元",
    )


def is_told_early(claim) -> bool:
    """True where a document tells what was done by the end of a time that had not passed when it appeared."""
    if not claim.period or not claim.published or claim.basis not in ("in_period", "cumulative"):
        return False
    end, is_done = claim.period.rpartition("/")[2], claim.stage not in ("budgeted", "allocated")
    return is_done and len(claim.period) != len("2018-07") and last_day(claim.published) < last_day(end)


def last_day(date: str) -> str:
    return date + {4: "-12-31", 7: "-31", 10: ""}[len(date)]


def is_forecast(claim) -> bool:
    """Told by its stage: planned."""
    return claim.basis == "expected"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_on_money_says_what_its_row_says(books, lang):
    book, found = books[lang], []
    for subject, headline in book.views.headlines.items():
        for statement in filter(None, (headline.lead, *headline.others, *headline.fiscal)):
            words = sentence(book, statement)
            found += [(subject, words, faults_of(words, row_of(book, statement.claim_id), lang))]
    assert found and [each for each in found if each[2]] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_on_money_names_who_it_is_for(books, lang):
    book, unnamed = books[lang], []
    pairings = book.views.index.rows["pairings"]
    for (kind, key), headline in book.views.headlines.items():
        org, place = (pairings[key][f"recipient_{n}_id"] for n in ("org", "place")) if kind == "pairing" else ("", key)
        name = book.names.organisation(org) if org else book.names.place(place)
        said = [sentence(book, each) for each in (headline.lead, *headline.others) if each and key != "cn"]
        unnamed += [(key, words) for words in said if name not in words]
    assert unnamed == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_amount_of_every_search_result_says_what_its_row_says(books, lang):
    book, found = books[lang], []
    for (kind, key), headline in book.views.headlines.items():
        if headline.first:
            title = book.names.subject(kind, key)
            words = f"{title} {short(book, headline.first)}"
            found += [(key, words, faults_of(words, row_of(book, headline.first.claim_id, title=True), lang))]
    assert found and [each for each in found if each[2]] == []


@pytest.fixture(scope="module", params=["zh", "en"])
def sketched(books, request) -> tuple:
    """The book of a language and every sketch of a chart in it, without specifications, which say nothing."""
    book = books[request.param]
    return book, [each for chart in ALL_CHARTS for each in sketches_of(chart, book.views, book.names)]


def test_every_title_of_a_chart_says_what_its_row_says(sketched):
    (book, sketches), found = sketched, []
    for sketch in sketches:
        behind = () if sketch.name.startswith(SUMS) else sketch.title_claims
        for key in behind[:1]:
            found += [(sketch.name, sketch.title, faults_of(sketch.title, row_of(book, key, title=True), book.lang))]
    assert found and [each for each in found if each[2]] == []


def test_every_amount_in_the_description_of_a_chart_has_its_stage_and_time(sketched):
    """Before there is a page: the same rule as for every page in tests/site/test_said.py."""
    book, sketches = sketched
    measures = book.views.tables["measures"].query("unit == 'cny'")  # what is bought or sold has no stage
    unstaged = (*measures["title"], *measures["title_en"])
    found = [(sketch.name, sketch.alt, faults_in(sketch.alt, book.lang, unstaged)) for sketch in sketches]
    assert found and [each for each in found if each[2]] == []


def test_no_sum_names_a_span_of_years_with_a_hole_in_it(books):
    views, holes = books["zh"].views, []
    for total in views.totals:
        claims = [views.claims[key] for key in total.included]
        covered = {year for claim in claims for year in years_of(claim.period)}
        for window in joined_windows(window_said(claim, None) for claim in claims):
            holes += [(total.subject_id, window.period) for year in years_of(window.period) if year not in covered]
    assert holes == []


def test_nobody_is_said_to_help_now_by_a_pairing_that_has_ended(books):
    present = [helper for answer in books["zh"].views.answers.values() for helper in answer.present]
    assert present
    ended = [h.pairing_id for h in present if h.programme != "ew2" or (h.term.last or TODAY) < TODAY[:4]]
    assert ended == []


def test_no_pairing_that_has_ended_is_an_unknown_flow_of_today(books):
    views = books["zh"].views
    last = {key: row["valid_to"] for key, row in views.index.rows["pairings"].items()}
    rounds = {key: row["programme"] for key, row in views.index.rows["pairings"].items()}
    unknown = [flow for flow in views.flows if flow.period_key == "2021/" and flow.value is None]
    ended = [
        flow.provider_province + flow.recipient_province
        for flow in unknown
        if all(rounds[key] != "ew2" or (last[key] or "9999") < "2021" for key in flow.pairings)
    ]
    assert ended == []

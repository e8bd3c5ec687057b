"""What the editors inferred of a figure's stage and kind of money is said in the cells of tables too."""

import re
from dataclasses import replace

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.book import open_book
from build_scripts.pages.compose import make_pages
from build_scripts.pages.judged import judged_sign
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views

STAGE_AND_KIND = "stage fund_source"
NOTES = {
    "zh": "标 * 的由整理者推定，原文没有写明。",
    "en": "What is marked * was inferred by the editors, not printed.",
}


@pytest.fixture
def pages_of(ledger):
    """{language: {path: body}} of the changed ledger."""

    def made():
        package, tables = ledger.read()
        views = derive_views(tables, "2025-11-21")
        pages = make_pages(Site(package, views, open_names(package, views), {}))
        return {lang: {page.path: page.body for page in each} for lang, each in pages.items()}

    return made


def judge(ledger, *keys, columns=STAGE_AND_KIND):
    for _, *rows in [ledger.rows("funds")]:
        for row in rows:
            ledger.set("funds", row[0], inferred=columns if row[0] in keys else "")


def cells(body, label):
    return re.findall(f'data-label="{label}">(.*?)</td>', body)


@pytest.mark.parametrize(
    ("lang", "stage", "kind", "stages", "kinds"),
    [
        ("zh", "阶段", "资金来源", "到位 <small>由整理者推定</small>", "财政援助资金 <small>由整理者推定</small>"),
        ("en", "Stage", "Source of the money", "Received <small>inferred by the editors</small>",
         "Fiscal assistance <small>inferred by the editors</small>"),
    ],
)  # fmt: skip
def test_a_judged_stage_and_kind_of_money_is_told_in_its_cell(ledger, pages_of, lang, stage, kind, stages, kinds):
    """“Received” stood in tables as if it were printed, while the receipt of the same figure said who chose it."""
    judge(ledger, "ta18.f02")
    body = pages_of()[lang]["pairings/ew1-jia-yi.md"]
    assert stages in cells(body, stage) and kinds in cells(body, kind)
    assert sum("<small>" in cell for cell in (*cells(body, stage), *cells(body, kind))) == 2
    assert NOTES[lang] not in body


@pytest.mark.parametrize("lang", NOTES)
def test_where_many_cells_of_a_table_were_judged_a_sign_stands_in_them_and_its_meaning_once_below(
    ledger, pages_of, lang
):
    judge(ledger, "ta18.f01", "ta18.f02", "ta18.f03")
    body = pages_of()[lang]["pairings/ew1-jia-yi.md"]
    marked = [cell for title in ("阶段", "资金来源", "Stage", "Source of the money") for cell in cells(body, title)]
    assert sum(cell.endswith("*") for cell in marked) == 6
    assert body.count(f'<p class="note">{NOTES[lang]}</p>') == 1


def test_the_lists_of_money_of_a_document_and_of_projects_tell_what_was_judged(ledger, pages_of):
    judge(ledger, *(row[0] for row in ledger.rows("funds")[1:]))
    pages = pages_of()["zh"]
    assert "<small>到位*</small>" in pages["sources/ta18.md"]
    assert NOTES["zh"] in pages["sources/ta18.md"]
    assert "财政援助资金*" in cells(pages["funds/assistance-received.md"], "资金来源")
    told = "其中 6 笔的阶段原文没有写明，由整理者按文意判断。"
    assert told in re.sub("<[^>]*>", "", pages["funds/assistance-received.md"])
    told = [cell for cell in cells(pages["projects/index.md"], "阶段") if cell]
    assert told and all(cell.endswith(("*", "由整理者推定</small>")) for cell in told)


def test_a_stage_above_an_amount_of_a_project_tells_that_it_was_judged(ledger, pages_of):
    judge(ledger, *(row[0] for row in ledger.rows("funds")[1:]), columns="stage")
    heads = re.findall(r"<dt>(.*?)</dt>", pages_of()["zh"]["projects/ta18-chayuan.md"])
    assert any("由整理者推定" in head for head in heads)


def test_three_cells_have_words_and_four_a_sign(tiny_site):
    book = open_book(tiny_site, "zh")
    claim = tiny_site.views.claims["ta18.f01"]
    three = [replace(claim, inferred=columns) for columns in (("stage",), ("stage", "fund_source"), ("period",))]
    few = judged_sign(book, three, "stage", "fund_source")
    assert few.at("stage", ("stage",)) == " <small>由整理者推定</small>" and few.note == ""
    assert few.at("stage", ("period",)) == ""
    four = [replace(claim, inferred=("stage", "fund_source"))] * 2
    many = judged_sign(book, four, "stage", "fund_source")
    assert many.at("stage", ("stage",)) == "*" and many.note == NOTES["zh"]
    assert judged_sign(book, [], "stage").note == ""


def test_a_table_in_which_a_printed_name_has_a_star_says_in_words_what_was_inferred(tiny_site):
    """A figure of a masked place (**区), or under a label that ends in a star, read as inferred."""
    book = open_book(tiny_site, "zh")
    four = [replace(tiny_site.views.claims["ta18.f01"], inferred=("stage", "fund_source"))] * 2
    starred = judged_sign(book, [*four, replace(four[0], inferred=(), label_zh="到位资金*")], "stage", "fund_source")
    assert starred.at("stage", ("stage",)) == " <small>由整理者推定</small>" and starred.note == ""


@pytest.mark.parametrize(
    "lang, told",
    [("zh", "2018\u00a0年 <small>由整理者推定</small>"), ("en", "2018 <small>inferred by the editors</small>")],
)
def test_a_judged_period_is_told_in_its_cell_and_beside_a_key_figure(ledger, pages_of, lang, told):
    """A span stood in a table as if it were printed, beside a stage that had a star."""
    judge(ledger, "ta18.f02", columns="period")
    body = re.sub("</?(time|span)[^>]*>", "", pages_of()[lang]["pairings/ew1-jia-yi.md"])
    assert told in cells(body, {"zh": "时段", "en": "Period"}[lang])


def test_a_running_total_that_the_editors_judged_to_be_one_says_so_in_its_chip(ledger, pages_of):
    judge(ledger, "ta18.f02", columns="basis")
    ledger.set("funds", "ta18.f02", basis="cumulative")
    body = pages_of()["zh"]["pairings/ew1-jia-yi.md"]
    assert '<span class="chip">累计 <small>由整理者推定</small></span>' in body


def test_a_key_figure_of_a_day_does_not_say_as_of_without_a_day(ledger, pages_of):
    """“As of inferred by the editors” stood above 163 records: the day stands before it, in the period."""
    for row in ledger.rows("observations")[1:]:
        ledger.set("observations", row[0], basis="as_of", inferred="basis")
    pages = pages_of()
    for lang, bad in (("zh", "· 截至"), ("en", "· as of")):
        heads = [head for body in pages[lang].values() for head in re.findall("<dt>(.*?)</dt>", body, re.S)]
        assert heads and not any(bad in re.sub("<[^>]*>", "", head) for head in heads)


def test_a_sum_and_its_rows_tell_of_whom_a_figure_is_printed(ledger, pages_of):
    """11 yi of eleven counties stood in a row, and in a sum, as if it were all of the province's."""
    of = {"stated_of": "甲县与乙县、丙县", "stated_of_en": "Jia with Yi and Bing"}
    ledger.set("funds", "ta18.f04", stage="received", period="2017", part_of="", **of)
    pages = pages_of()
    for lang, told in (("zh", "（其中 860\u00a0万元，原文说的是甲县与乙县、丙县）"),
                       ("en", " (of it, CNY\u00a08.6\u00a0million is for Jia with Yi and Bing)")):  # fmt: skip
        assert told in re.sub("<[^>]*>", "", pages[lang]["pairings/ew1-jia-yi.md"])
    assert "（原文说的是甲县与乙县、丙县）" in re.sub("<[^>]*>", "", pages["zh"]["pairings/ew1-jia-yi.md"])

"""What every page says in its title, description, titles of charts, sentences on money and answers."""

from __future__ import annotations

import csv

import pytest

from tests.saying import faults_in
from tests.site.built import ROOT, listing
from tests.site.page import Page

HEADS = ("title", "description", "og:title", "og:description")
# How lines begin that quote a title, explain the reading, or say the grade of a source.
QUOTED = ("出处：", "说明：", "Printed in ", "Note:", "来源可靠度：", "Reliability of sources:")
PRINTED = ("source", "project", "measure")  # kinds of pages whose titles are names, printed or defined elsewhere


@pytest.mark.parametrize(
    "lang, text, faults",
    [
        ("zh", "使用的资金中江苏到陕西最多：2016–2020 年使用 74.13 亿元", ["rank"]),
        ("zh", "上海市：2020 年 72.8 亿元", ["stage"]),
        ("zh", "上海市的财政援助资金：到位 72.8 亿元", ["time"]),
        ("zh", "上海市的财政援助资金：截至 2020 年 3 月累计到位 72.8 亿元", []),
        ("zh", "第一轮的结对", []),
        ("zh", "援助资金合计分作哪 3 项（只有一份可靠性最低的来源）", []),
        ("zh", "可靠性最低的一份，数额最低", ["rank"]),
        ("en", "The largest known flow, Jiangsu to Shaanxi: CNY 7.413 billion spent, 2016–2020", ["rank"]),
        ("en", "Longde park: CNY 2 billion, 2020", ["stage"]),
        ("en", "Fiscal assistance from Shanghai: CNY 7.28 billion in place", ["time"]),
        ("en", "Fiscal assistance from Shanghai: CNY 7.28 billion in place, period not stated", []),
    ],
)
def test_a_text_that_ranks_or_leaves_something_out_is_found(lang, text, faults):
    assert faults_in(text, lang) == faults


@pytest.fixture(scope="module")
def unstaged() -> tuple[str, ...]:
    """Names of what is counted in yuan and has no stage: what was bought or sold."""
    with (ROOT / "datasets/measures.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["unit"] == "cny"]
    return tuple(row[name] for row in rows for name in ("title", "title_en"))


def texts_of(page: Page) -> list[str]:
    """What the page says itself; the line of the source holds its printed title, the note what was taken of it."""
    heads = [text for name in HEADS for text in page.heads.get(name, ()) if text and page.kind not in PRINTED]
    return [*heads, *(text for text in page.said if not text.startswith(QUOTED))]


def test_no_page_ranks_and_every_amount_has_its_stage_and_time(pages, unstaged):
    found = [
        f"{page.path}: {', '.join(faults)}: {text[:160]}"
        for page in pages.values()
        for text in texts_of(page)
        if (faults := faults_in(text, page.lang, unstaged))
    ]
    assert not found, listing(found)


def test_the_walk_meets_titles_of_charts_sentences_on_money_and_answers(pages):
    said = [text for page in pages.values() for text in page.said]
    for words in ("的财政援助资金：", "Fiscal assistance from", "结对帮扶", "Helped now by", "，画出"):
        assert any(words in text for text in said), words

"""The page of a project: its amounts from plan to payment, and what is not known."""

import re

import pytest

from build_scripts.pages.book import open_book

NO_AMOUNT = {"zh": "金额，还没有读到", "en": "No amount has been read yet"}


@pytest.mark.parametrize("lang", NO_AMOUNT)
def test_an_amount_that_is_part_of_a_sum_of_others_leads_the_page_of_its_own_project(tiny_pages, lang):
    body = tiny_pages[lang]["projects/ta18-chejian.md"].body
    assert NO_AMOUNT[lang] not in body
    head = re.sub("<[^>]+>", "", body.split('<dl class="keyfigures">')[1].split("</dl>")[0]).replace("\u00a0", " ")
    assert {"zh": "300 万元", "en": "CNY 3 million"}[lang] in head


STATUS = {  # date of the status, of the document -> how far a project has come, in words
    ("2018-01-09", "2018-01-09"): (
        "已完成（据 2018 年 1 月 9 日的文件）",
        "Completed (per a document of 9 January 2018)",
    ),
    ("2018", "2018-01-09"): ("已完成（据 2018 年的文件）", "Completed (per a document of 2018)"),
    ("2018", "2020"): ("已完成（截至 2018 年）", "Completed (as of 2018)"),
    ("2018-03", "2018"): ("已完成（截至 2018 年 3 月）", "Completed (as of March 2018)"),
    ("2018", None): ("已完成（截至 2018 年）", "Completed (as of 2018)"),
    (None, "2018"): ("已完成", "Completed"),
}


@pytest.mark.parametrize("dates", STATUS)
def test_the_date_of_a_status_is_that_of_a_document_and_not_of_completion(tiny_site, monkeypatch, dates):
    monkeypatch.setitem(tiny_site.views.index.rows["sources"]["ta18"], "published", dates[1])
    row = {"status": "completed", "status_date": dates[0], "source_id": "ta18"}
    assert tuple(status(tiny_site, lang, row) for lang in ("zh", "en")) == STATUS[dates]


def status(site, lang, row):
    source = "{% from 'parts/phrases.html' import status with context %}{{ status(row) }}"
    html = open_book(site, lang).templates.from_string(source).render(row=row)
    return re.sub("<[^>]+>", "", html).replace("\u00a0", " ").strip()


def test_the_stages_of_a_project_are_plain_words(tiny_package):
    words = [code["en"] for code in tiny_package.codes("projects", "status").values()]
    assert words[:5] == ["Proposed", "In preparation", "Under way", "Finishing", "Completed"]

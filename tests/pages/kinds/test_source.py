"""The page of a document: how many figures were taken from it, and how sure they are."""

import re

import pytest

from build_scripts.pages.book import open_book
from build_scripts.pages.kinds.source import taken_words

TAKEN = {  # figures of the source -> what is said of them
    (): ("", ""),
    ("ta18.f04",): ("取用 1 个数字，只见于这份文件。", "1 figure was taken from it, found nowhere else."),
    ("ta18.f04", "ta18.f09"): (
        "取用 2 个数字，都只见于这份文件。",
        "2 figures were taken from it, all of them found nowhere else.",
    ),
    ("ta18.f01", "ta18.f04"): (
        "取用 2 个数字，其中 1 个只见于这份文件。",
        "2 figures were taken from it, 1 of them found nowhere else.",
    ),
    ("ta18.f01",): ("取用 1 个数字，另见于其他文件。", "1 figure was taken from it, also found elsewhere."),
}


@pytest.mark.parametrize("figures", TAKEN)
def test_figures_taken_are_counted_in_the_right_number(tiny_site, figures):
    claims = [tiny_site.views.claims[key] for key in figures]
    said = [str(taken_words(open_book(tiny_site, lang), claims).striptags()) for lang in ("zh", "en")]
    assert tuple(said) == TAKEN[figures]


SURE = {
    ("zh", False): "2 个数字，全部仅见摘录",
    ("en", False): "2 figures, all read from excerpts",
    ("zh", True): "2 个数字，全部仅见摘录，来自 1 份文件",
    ("en", True): "2 figures, all read from excerpts; 1 document",
}
ONE = {"zh": "1 个数字，仅见摘录", "en": "1 figure, taken from an excerpt"}


@pytest.mark.parametrize(("lang", "with_sources"), SURE)
def test_one_figure_is_not_said_to_be_all_of_them_nor_a_source_to_be_one_document(tiny_site, lang, with_sources):
    assert sure_line(tiny_site, lang, 1, with_sources) == ONE[lang]
    assert sure_line(tiny_site, lang, 2, with_sources) == SURE[lang, with_sources]


def sure_line(site, lang, n, with_sources):
    """The line on how sure `n` figures of one document are, as it is read."""
    source = "{% from 'parts/coverage.html' import sure_line with context %}{{ sure_line(sure, with_sources) }}"
    sure = {"figures": n, "proofs": {"excerpt": n}, "sources": 1, "split": 0}
    html = open_book(site, lang).templates.from_string(source).render(sure=sure, with_sources=with_sources)
    return re.sub("<[^>]+>|\n *", "", html).strip()


@pytest.mark.parametrize(("lang", "table"), [("zh", "来源（CSV）"), ("en", "Sources (CSV)")])
def test_a_table_to_download_stands_in_the_brackets_of_its_language(tiny_pages, lang, table):
    body = tiny_pages[lang]["sources/ta18.md"].body
    assert f'<a href="../{"../" * (lang == "en")}data/sources.csv" download>{table}</a>' in body

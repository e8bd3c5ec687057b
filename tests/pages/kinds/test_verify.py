"""The page on which a reader holds his own text against the ledger."""

import re

import pytest

OFFERED = {  # what stands before the title in its tag, and the title
    "zh": [
        ("", "乙县与甲县协作工作总结（虚构样例）"),
        (' lang="zh-Hant"', "彙編（虛構樣例）"),
        (' lang="zh-Hant"', "甲縣協作簡報（虛構樣例）"),
    ],
    "en": [
        ("", "Yi and Jia counties: summary of a year (invented sample)"),
        ("", "A compendium (invented sample)"),
        ("", "Bulletin of Jia County (invented sample)"),
    ],
}


@pytest.mark.parametrize("lang", OFFERED)
def test_texts_are_offered_under_titles_in_the_language_of_the_page(tiny_pages, lang):
    body = tiny_pages[lang]["verify.md"].body
    assert re.findall('<option class="name"( lang="[^"]*")? value=.*?>(.*?)</option>', body) == OFFERED[lang]

"""The page of a project: its amounts from plan to payment, and what is not known."""

import re

import pytest

NO_AMOUNT = {"zh": "金额，还没有读到", "en": "No amount has been read yet"}


@pytest.mark.parametrize("lang", NO_AMOUNT)
def test_an_amount_that_is_part_of_a_sum_of_others_leads_the_page_of_its_own_project(tiny_pages, lang):
    body = tiny_pages[lang]["projects/ta18-chejian.md"].body
    assert NO_AMOUNT[lang] not in body
    head = re.sub("<[^>]+>", "", body.split('<dl class="keyfigures">')[1].split("</dl>")[0]).replace("\u00a0", " ")
    assert {"zh": "300 万元", "en": "CNY 3 million"}[lang] in head

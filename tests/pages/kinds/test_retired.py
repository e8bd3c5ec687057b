"""An address that was published stays: what an old one says, and pages of lists that are empty today."""

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views
from build_scripts.views.signals import RULES

HEADER = ["table", "row_id", "successor_id", "reason", "reason_en", "retired_on"]
RETIRED = [
    ["pairings", "ew1-jia-old", "ew1-jia-yi", "", "", "2025-03-01"],
    ["projects", "ta18-tea", "", "与另一项目重复", "the same as another project", "2025-03-02"],
    ["projects", "ta18-tea-2", "ta18-tea", "", "", "2025-03-02"],
    ["funds", "ta18.f90", "ta18.f01", "", "", "2025-03-03"],
    ["events", "ta18.e90", "", "误录", "", "2025-03-04"],
]


@pytest.fixture(scope="module")
def retired_pages(one_ledger):
    one_ledger.write("retired", [HEADER, *RETIRED])
    package, tables = one_ledger.read()
    views = derive_views(tables, "2025-11-21")
    made = make_pages(Site(package, views, open_names(package, views), {}))
    return {lang: {page.path: page for page in pages} for lang, pages in made.items()}


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("pairings/ew1-jia-old.md", "接替的记录", "Record that took over"),
        ("projects/ta18-tea.md", "没有接替的记录", "No record took over"),
    ],
)
def test_an_old_address_names_the_successor_or_the_reason_in_both_languages(retired_pages, path, zh, en):
    assert zh in retired_pages["zh"][path].body
    assert en in retired_pages["en"][path].body


def test_an_old_address_leads_to_the_page_of_the_record_that_took_over(retired_pages, walk):
    assert "../pairings/ew1-jia-yi.html" in walk(retired_pages["zh"]["pairings/ew1-jia-old.md"].body).links
    assert "../projects/ta18-tea.html" in walk(retired_pages["en"]["projects/ta18-tea-2.md"].body).links


def test_an_id_with_digits_is_marked_as_one_in_the_heading(retired_pages):
    assert '<h1>“<code class="id">ew1-jia-old</code>”' in retired_pages["zh"]["pairings/ew1-jia-old.md"].body


def test_the_reason_is_given_in_the_language_of_the_page(retired_pages):
    assert "与另一项目重复" in retired_pages["zh"]["projects/ta18-tea.md"].body
    assert "the same as another project" in retired_pages["en"]["projects/ta18-tea.md"].body


def test_ids_without_a_page_stand_in_the_list_of_all(retired_pages, walk):
    page = walk(retired_pages["en"]["retired.md"].body)
    texts = [text for text, _ in page.texts]
    assert [row[1] for row in RETIRED if row[1] not in texts] == []
    assert "误录" in texts  # a reason that has no English yet
    assert any("#c-ta18-f01" in link for link in page.links)


def test_the_list_says_that_there_are_none(tiny_pages):
    assert "目前没有停用的编号" in tiny_pages["zh"]["retired.md"].body
    assert "No id has been retired so far" in tiny_pages["en"]["retired.md"].body


@pytest.mark.parametrize("rule", [rule.RULE for rule in RULES])
def test_the_page_of_a_rule_stays_while_it_has_no_remark(tiny_pages, tiny_site, rule):
    body = tiny_pages["en"][f"signals-{rule}.md"].body
    has_remarks = any(signal.rule == rule for signal in tiny_site.views.signals)
    assert ('class="empty"' in body) != has_remarks

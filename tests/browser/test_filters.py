"""The filter above a list finds a row by its names in both languages, in either script, and by former names."""

from __future__ import annotations

import pytest

ROWS = "tbody tr:visible"
CASES = [  # list, what is typed, how many rows hold it
    ("pairings/index.html", "乙县", 3),
    ("pairings/index.html", "乙縣", 3),
    ("pairings/index.html", "Yi County", 3),
    ("en/pairings/index.html", "乙县", 3),
    ("en/pairings/index.html", "乙縣", 3),
    ("en/pairings/index.html", "yi county", 3),
    ("sources/index.html", "甲县协作简报", 1),  # printed in Traditional characters
    ("en/sources/index.html", "甲县协作简报", 1),
]


@pytest.mark.parametrize(("path", "typed", "rows"), CASES)
def test_a_list_is_filtered_by_names_of_both_languages_and_scripts(open_page, site, path, typed, rows):
    page = open_page(f"{site}{path}?filter={typed}")
    assert page.locator(ROWS).count() == rows


ROW = '<tr><th scope="row">县{0}</th><td class="num"><data value="{0}">{0}</data></td></tr>'
LONG = """<div class="rows filterable" data-filter-label="筛选">
<div class="table-wrap"><table class="ledger"><thead><tr><th scope="col">县</th><th scope="col" class="num">数</th></tr>
</thead><tbody>{}</tbody></table></div>
<details class="rest"><summary>全部</summary><div class="table-wrap"><table class="ledger"><thead>
<tr><th scope="col">县</th><th scope="col" class="num">数</th></tr></thead><tbody>{}</tbody></table></div></details>
</div>"""

COUNTIES = """<div class="rows filterable" data-filter-label="筛选"><h2>乙州</h2><dl class="answers">
<div class="above" id="above-1"><dt>乙州</dt><dd>现在由甲市结对帮扶。</dd></div>
<div><dt>子县</dt><dd>所属<a href="#above-1">乙州</a>：见上。</dd></div>
<div><dt>丑县</dt><dd>现在由丙市结对帮扶。</dd></div></dl></div>"""


@pytest.fixture
def long_list(open_page, site):
    """A list put into a page before its scripts run: sixteen rows of which ten are shown, if not another."""

    def open_list(shown="", **options):
        page = open_page("about:blank", **options)
        rows = [ROW.format(i) for i in range(16)]
        shown = (shown or LONG.format("".join(rows[:10]), "".join(rows[10:]))).replace("\n", "")
        place = '<div class="page page--prose" id="content"'

        def with_list(route):
            body = route.fetch().text()
            route.fulfill(body=body.replace(place, shown + place, 1), content_type="text/html")

        page.route("**/about.html", with_list)
        page.goto(site + "about.html")
        return page

    return open_list


def test_a_long_table_leads_and_opens_without_scripts(long_list):
    page = long_list(java_script_enabled=False)
    assert page.locator(ROWS).count() == 10
    page.locator("details.rest > summary").click()
    assert page.locator(ROWS).count() == 16


def test_a_filter_finds_a_row_that_is_not_shown(long_list):
    page = long_list()
    page.get_by_label("筛选").fill("县13")
    assert page.locator(ROWS).count() == 1
    page.get_by_label("筛选").fill("")
    assert page.locator(ROWS).count() == 10


def test_a_column_sorts_the_whole_of_a_long_table(long_list):
    page = long_list()
    sort = page.locator("th.num .sort").first
    sort.click()
    sort.click()
    assert page.locator("tbody th").first.inner_text() == "县15"
    assert page.locator("details.rest").count() == 0


def test_a_county_is_found_by_what_is_told_once_of_the_place_above_it_which_stays(long_list):
    page = long_list(COUNTIES)
    page.get_by_label("筛选").fill("甲市")
    assert page.locator(".answers > div:visible dt").all_inner_texts() == ["乙州", "子县"]
    page.get_by_label("筛选").fill("丙市")
    assert page.locator(".answers > div:visible dt").all_inner_texts() == ["乙州", "丑县"]
    page.get_by_label("筛选").fill("丁市")
    assert page.locator(".answers > div:visible, .rows h2:visible").count() == 0

"""The frame of pages in a browser: phone to desk, light and dark, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build_scripts.publish.publish import publish
from tests.browser.conftest import served

PROGRAM = Path(__file__).parents[2]
NAV = (PROGRAM / "mkdocs.yml").read_text(encoding="utf-8")
TABS = ["index", "search", "menu", *re.findall(r": (\S+)\.md$", NAV, re.M)]
WORDS = {"proved": "已核对原文", "excerpt": "仅见摘录", "split": "各说不一"}


def figure(number: int, text: str, mark: str, value: int) -> str:
    return (
        f'<button type="button" class="fig fig--{mark}" popovertarget="r-{number}" data-value="{value}">{text}'
        f'<span class="sr">{WORDS[mark]}</span></button>'
    )


def receipt(number: int) -> str:
    return (
        f'<div class="receipt" id="r-{number}" popover><dl><dt>出自</dt>'
        f'<dd><a href="../sources/index.html">总结</a></dd>'
        f'<dt>印作</dt><dd class="printed">{number} 万元</dd></dl></div>'
    )


ROWS = [
    ("380 万元", "proved", 3_800_000),
    ("2.28 亿元", "excerpt", 228_000_000),
    ("26 万元", "split", 260_000),
    ("1.5 万亿元", "excerpt", 1_500_000_000_000),
    ("1,710 万元", "proved", 17_100_000),
    ("9 万元", "proved", 90_000),
]
TABLE = "\n".join(
    f'<tr><th scope="row">项目{i}，一个很长很长很长的名字</th><td class="num">{figure(i, *row)}</td>'
    f"<td>完成，{'说明' * 20}</td></tr>"
    for i, row in enumerate(ROWS)
)
RECORD = f"""---
title: 甲县 → 乙县
description: 说明
kind: pairing
crumbs:
- [结对, pairings/index.html]
- [甲县 → 乙县, ""]
---

# 甲县 → 乙县

<div class="answer">
<p><span class="chip">县级</span>
<span class="chip provider">甲县</span>
<span class="arrow">→</span><span class="chip recipient">乙县</span></p>
<dl class="keyfigures">
<div><dt>2017 年到账</dt><dd>{figure(9, "1,710 万元", "proved", 17_100_000)}</dd></div>
<div><dt>项目</dt><dd><data class="count" value="3">3</data></dd></div>
</dl>
<ol class="years"><li class="unknown">2016</li><li class="known">2017</li></ol>
</div>

## 项目 {{#projects}}

<div class="filterable" data-filter-label="筛选">
<div class="table-wrap" tabindex="0" role="region" aria-label="项目">
<table class="ledger"><thead>
<tr><th scope="col">项目</th><th scope="col" class="num">金额</th><th scope="col">进度</th></tr>
</thead><tbody>
{TABLE}
<tr><th scope="row">未知的项目</th>
<td class="num"><span class="unknown">未见印出</span></td><td>未知</td></tr>
</tbody></table>
</div>
</div>

## 核对 {{#audit}}

<ul>
<li><span class="grade grade--1">▲ 不成立</span> 一</li>
<li><span class="grade grade--2">◆ 待查</span> 二</li>
<li><span class="grade grade--3">● 备注</span> 三</li>
</ul>

## 大事 {{#events}}

<ol class="timeline"><li><time datetime="2017">2017</time> 开工</li></ol>

## 引用 {{#cite}}

<dl class="citations"><dt>GB/T 7714</dt><dd class="cite"><code>结对账本. 甲县 → 乙县[DB/OL].</code></dd></dl>

{receipt(9)}
{"".join(receipt(i) for i in range(len(ROWS)))}
"""
SEARCH_STUB = "export function openSearch() { document.title = 'search is open'; }\n"


@pytest.fixture(scope="module")
def theme_site(tmp_path_factory) -> Iterator[str]:
    """Sample pages with the whole vocabulary; the search module of this site only says that it was asked."""
    root = tmp_path_factory.mktemp("theme")
    (root / "site.yaml").write_text(
        "address: https://ledger.example.org/\nrepository: https://code.example.org/l\nallowed_hosts: hosts.txt\n"
    )
    files = {f"docs/{lang}/{tab}.md": b"---\ntitle: T\n---\n\n# T\n" for lang in ("zh", "en") for tab in TABS}
    files |= {f"docs/{lang}/pairings/ew1-a-b.md": RECORD.encode() for lang in ("zh", "en")}
    folder = publish(root, date(2026, 1, 2), lambda: files, lambda folder, records: None)
    (folder / "assets/js/search.js").write_text(SEARCH_STUB)
    (folder / "assets/css/charts.css").touch()
    with served(folder) as address:
        yield address


@pytest.fixture
def record(theme_site) -> str:
    return theme_site + "pairings/ew1-a-b.html"


@pytest.mark.parametrize("width", [360, 390, 768, 1000, 1110, 1205, 1440])
@pytest.mark.parametrize("path", ["pairings/ew1-a-b.html", "en/pairings/ew1-a-b.html", "en/about.html"])
def test_no_page_scrolls_sideways(open_page, theme_site, width, path):
    page = open_page(theme_site + path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, record, axe, width, scheme):
    page = open_page(record, width=width, color_scheme=scheme, reduced_motion="reduce")
    assert axe(page) == []
    page.locator(".fig").first.click()
    assert axe(page) == []


def test_a_receipt_opens_and_closes_without_scripts(open_page, record):
    page = open_page(record, java_script_enabled=False)
    page.locator(".fig").first.click()
    assert page.locator("#r-9").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#r-9").is_hidden()


def test_a_receipt_stands_beside_its_figure(open_page, record):
    page = open_page(record, reduced_motion="reduce")
    figure_box = page.locator(".fig").first.bounding_box()
    page.locator(".fig").first.click()
    box = page.locator("#r-9").bounding_box()
    assert 0 <= box["y"] - figure_box["y"] - figure_box["height"] <= 16
    assert abs(box["x"] - figure_box["x"]) <= 16


def test_a_receipt_stands_at_the_bottom_of_a_phone(open_page, record):
    page = open_page(record, width=390, height=780, reduced_motion="reduce")
    page.locator(".fig").first.click()
    box = page.locator("#r-9").bounding_box()
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 780)


def test_receipts_can_be_reached_by_keyboard(open_page, record):
    page = open_page(record)
    page.locator(".fig").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.receipt')?.id") == "r-9"


PALETTE = "[data-md-component=palette] label:visible"


def test_the_chosen_colours_stay_and_are_set_before_the_first_paint(open_page, record):
    page = open_page(record, color_scheme="light")
    page.locator(PALETTE).click()
    page.locator(PALETTE).click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"
    page.route("**/page-palette.js", lambda route: route.abort("aborted"))
    page.reload(wait_until="commit")
    page.wait_for_selector("main")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.unroute("**/page-palette.js")
    page.goto(page.url)
    page.locator(PALETTE).click()
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_the_palette_is_driven_by_keyboard(open_page, record):
    page = open_page(record, color_scheme="light")
    page.locator("[data-md-component=palette] input:checked").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("document.activeElement.checked")


def test_without_scripts_the_system_chooses_the_colours(open_page, record):
    page = open_page(record, color_scheme="dark", java_script_enabled=False)
    assert page.locator("[data-md-component=palette]").is_hidden()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(22, 24, 27)"


OPENER = ".md-header [for=__drawer]"
DRAWER = ".md-sidebar--primary"


def test_the_drawer_is_driven_by_keyboard_on_a_phone(open_page, record):
    page = open_page(record, width=390, reduced_motion="reduce")
    drawer = page.locator(DRAWER)
    reached = []
    for _ in range(40):  # the closed drawer is passed by
        page.keyboard.press("Tab")
        reached.append(page.evaluate(f"document.activeElement.closest('{DRAWER}') !== null"))
    assert not any(reached)
    page.locator(OPENER).focus()
    assert page.locator(OPENER).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    expect(page.locator(OPENER)).to_have_attribute("aria-expanded", "true")
    assert page.evaluate(f"document.activeElement.closest('{DRAWER}') !== null")
    label = drawer.locator(".md-nav__item--nested > button", has_text="谁帮谁")
    label.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent.trim()") == "谁帮谁"  # the title that leads back
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "结对"
    page.keyboard.press("Escape")
    assert page.locator(OPENER).get_attribute("aria-expanded") == "false"
    assert page.evaluate(f"document.activeElement.matches('{OPENER}')")


def test_links_of_the_drawer_lead_from_every_depth(open_page, record):
    page = open_page(record, width=390, reduced_motion="reduce")
    page.locator(OPENER).click()
    page.locator(DRAWER).get_by_role("link", name="查我的县").click()
    page.wait_for_url("**/ledger/counties.html")


def test_where_the_list_cannot_be_had_the_drawer_leads_to_the_page_of_all_sections(open_page, record):
    page = open_page(record, width=390)
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')); }")
    page.locator(OPENER).click()
    page.wait_for_url("**/ledger/menu.html")


def test_without_scripts_a_link_leads_to_the_page_of_all_sections(open_page, record):
    page = open_page(record, width=390, java_script_enabled=False)
    assert page.locator(OPENER).is_hidden()
    assert page.locator(".md-tabs").is_hidden()
    page.locator(".menu-link").click()
    page.wait_for_url("**/ledger/menu.html")


def test_with_scripts_the_drawer_stands_for_that_link(open_page, record):
    page = open_page(record, width=390)
    assert page.locator(".menu-link").is_hidden()


def test_a_table_on_a_phone_is_a_list_of_cards(open_page, site):
    page = open_page(site + "pairings/ew1-jia-yi.html", width=390)
    cells = page.locator("#money ~ .rows td[data-label]")
    said = cells.evaluate_all("cells => cells.map(c => getComputedStyle(c, '::before').content)")
    assert any("阶段" in each for each in said)
    row = page.locator("#money ~ .rows tbody tr").first.bounding_box()
    assert row["x"] >= 0 and row["x"] + row["width"] <= 390


def test_the_language_switch_keeps_page_and_place(open_page, record):
    page = open_page(record + "#events")
    page.locator("a[data-language]").first.click()
    page.wait_for_url("**/ledger/en/pairings/ew1-a-b.html#events")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_slash_and_the_search_link_open_search(open_page, record):
    page = open_page(record)
    page.keyboard.press("/")
    expect(page).to_have_title("search is open")
    page.reload()
    page.locator("#search-open").click()
    expect(page).to_have_title("search is open")


def test_without_scripts_the_search_link_leads_to_the_search_page(open_page, record):
    page = open_page(record, java_script_enabled=False)
    page.locator("#search-open").click()
    page.wait_for_url("**/ledger/search.html")


def test_a_column_sorts_by_value_and_what_is_unknown_comes_last(open_page, record):
    page = open_page(record)
    page.locator("th.num .sort").click()
    amounts = page.locator("tbody td.num").evaluate_all(
        "cells => cells.map(cell => cell.innerText.split('\\n')[0])"
    )
    assert amounts[0].startswith("9 万元")
    assert page.locator("thead th.num").get_attribute("aria-sort") == "ascending"
    assert "未见印出" in amounts[-1]
    page.locator("th.num .sort").click()
    first = page.locator("tbody td.num .fig").first
    assert first.evaluate("e => e.firstChild.textContent") == "1.5 万亿元"  # above every 亿
    assert "未见印出" in page.locator("tbody td.num").last.inner_text()


def test_a_list_is_filtered_and_the_filter_stands_in_the_address(open_page, record):
    page = open_page(record)
    page.get_by_label("筛选").fill("项目4 １,７１０")
    assert page.locator("tbody tr:visible").count() == 1
    page.reload()
    assert page.locator("tbody tr:visible").count() == 1
    assert page.locator("a[data-language]").first.is_visible()
    page.get_by_label("筛选").fill("")
    assert page.locator("tbody tr:visible").count() == 7
    assert page.url == record


def test_a_citation_is_copied(open_page, record):
    page = open_page(record, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copy").click()
    page.locator(".copy", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "结对账本. 甲县 → 乙县[DB/OL]."


def test_the_skip_link_leads_to_the_content(open_page, record):
    page = open_page(record)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_printed_pages_hide_receipts_and_the_menu(open_page, record):
    page = open_page(record)
    page.emulate_media(media="print")
    assert page.locator(".md-tabs").is_hidden()
    assert page.locator("#r-9").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_each_seal_has_a_shape_of_its_own(open_page, record):
    page = open_page(record)
    shapes = [
        page.locator(f".fig--{mark}").first.evaluate("e => getComputedStyle(e, '::after').maskImage")
        for mark in WORDS
    ]
    assert len(set(shapes)) == 3


def test_pages_can_be_read_from_a_folder(browser, theme_site, record, tmp_path_factory):
    folders = sorted(tmp_path_factory.getbasetemp().glob("theme*/build/releases/00001"))
    page = browser.new_page()
    page.goto(folders[-1].joinpath("pairings/ew1-a-b.html").as_uri())
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(251, 250, 247)"
    page.close()

"""The search in a browser: what readers type on the whole ledger, and how the dialog and the page behave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from build_scripts.build import build
from build_scripts.labels import LANGUAGES, read_words, word
from build_scripts.publish.publish import publish
from build_scripts.search.text import query_terms
from tests.browser.conftest import PROGRAM, served

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))
ODD_TEXTS = [
    "紫阳县苏陕扶贫协作",
    "高淳区 → 柞水县",
    "鎮平縣、紫陽縣、衢江區",
    "县",
    "1,710.5万元，2.28 亿；１２３４",
    "Xi'an Ürümqi Lüliang o’clock",
    "ABC公司第2期(一期)",
    "10,00,000 1,2345 3.14.15",
    "co-operative hello_world 〇一二 々",
    "𠮷野家 がんばる ①Ⅳ½",
    "《》……—— ​‮",
    "",
]


@pytest.fixture(scope="session")
def ledger_site() -> Iterator[str]:
    """The address of the whole ledger's site, which `make test` builds first."""
    if not (PROGRAM / "site").exists():
        today = date.today()
        publish(PROGRAM, today, partial(build, PROGRAM, today, PROGRAM / "build" / "cache"))
    with served((PROGRAM / "site").resolve()) as address:
        yield address


@pytest.fixture(scope="module")
def searched(browser, ledger_site) -> Iterator[dict[str, Page]]:
    """A page with an open search dialog in each language; the queries share it, as a reader's would."""
    pages = {}
    for lang, language in LANGUAGES.items():
        pages[lang] = browser.new_page()
        pages[lang].goto(f"{ledger_site}{language.folder}about.html")
        open_dialog(pages[lang])
    yield pages
    for page in pages.values():
        page.close()


def open_dialog(page: Page) -> Locator:
    page.keyboard.press("/")
    expect(page.locator("dialog.search-dialog")).to_be_visible()
    return page.get_by_role("combobox")


def ask(page: Page, lang: str, query: str) -> list[str]:
    """Types a query and returns the addresses found, in order, once the full text has answered."""
    page.locator("#search-input").fill("")
    expect(page.locator(".search-status")).to_have_text("")
    page.locator("#search-input").fill(query)
    expect(page.locator(".search-status")).not_to_have_text("")
    expect(page.locator(".search-status")).not_to_have_text(word(lang, "search.searching"))
    return page.locator(".search-dialog .result").evaluate_all("all => all.map(result => result.dataset.url)")


@pytest.mark.parametrize("asked", QUERIES, ids=lambda asked: f"{asked['lang']}: {asked['query']}")
def test_what_readers_type_leads_to_the_record(searched, asked):
    found = ask(searched[asked["lang"]], asked["lang"], asked["query"])
    assert asked["expect"] in found[: asked["within"]]


@pytest.mark.parametrize("nonsense", ["嚯嚯", "柞水飞船", "紫阳 嚯嚯", "asdfgh", "Ziyang qwertyuiop", "9999999999"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nonsense_finds_nothing_and_leads_to_the_lists(searched, lang, nonsense):
    """Pagefind leaves out a word that no page has, or takes a shorter one for it: 飞 for 飞船."""
    found = [url for url in ask(searched[lang], lang, nonsense) if not url.startswith("search.html?q=")]
    assert found == [
        "counties.html", "pairings/index.html", "projects/index.html", "places/index.html", "sources/index.html",
    ]  # fmt: skip
    expect(searched[lang].locator(".search-status")).to_contain_text(nonsense)


@pytest.mark.parametrize(
    ("lang", "query", "kept"), [("zh", "紫阳 嚯嚯", "紫阳"), ("en", "Ziyang qwertyuiop", "ziyang")]
)
def test_a_word_that_no_page_has_can_be_taken_away(searched, lang, query, kept):
    ask(searched[lang], lang, query)
    again = searched[lang].get_by_role("option").first
    expect(again).to_have_text(kept)
    expect(again).to_have_attribute("href", re.compile("search.html[?]q="))


@pytest.mark.parametrize("typed", ["educatio", "factories", "757"])
def test_a_word_that_is_still_being_typed_finds_what_it_begins(searched, typed):
    assert len(ask(searched["en"], "en", typed)) > 1


def test_there_are_at_least_forty_queries_in_both_languages():
    assert len(QUERIES) >= 40
    assert {asked["lang"] for asked in QUERIES} == set(LANGUAGES)


def test_results_lead_to_pages_of_the_same_language(searched, ledger_site):
    ask(searched["en"], "en", "柞水")
    links = (
        searched["en"].locator(".search-dialog .result").evaluate_all("all => all.map(result => result.href)")
    )
    assert links
    assert all(link.startswith(f"{ledger_site}en/") for link in links)


def test_every_result_leads_to_a_page(searched, ledger_site):
    for lang, query in (("zh", "柞水"), ("en", "Zhashui")):
        ask(searched[lang], lang, query)
        links = (
            searched[lang]
            .locator(".search-dialog .result")
            .evaluate_all("all => all.map(result => result.href)")
        )
        assert [link for link in links if searched[lang].request.head(link).status != 200] == []


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_the_browser_reads_text_as_the_index_did(searched, text):
    in_browser = searched["zh"].evaluate("text => LedgerSearch.queryTerms(text)", text)
    known = set(searched["zh"].evaluate("() => [...LedgerSearch.fold('鎮縣陽區')].join('')"))
    assert known == set("镇县阳区")
    assert in_browser == query_terms(text)


def test_a_result_says_kind_place_year_and_amount(searched):
    ask(searched["zh"], "zh", "柞水木耳产业项目")
    group = searched["zh"].get_by_role("group", name="项目").first
    result = group.get_by_role("option").first
    expect(result.locator(".result__title mark")).to_have_text("柞水木耳产业项目")
    expect(result.locator(".result__facts")).to_contain_text("柞水县")
    expect(result.locator(".result__facts")).to_contain_text("2017")
    expect(result.locator(".result__facts")).to_contain_text("3.33")


def test_a_name_in_the_other_language_is_shown_with_its_language(searched):
    ask(searched["en"], "en", "柞水县")
    other = searched["en"].locator(".result__other").first
    expect(other).to_have_text("柞水县")
    expect(other).to_have_attribute("lang", "zh-Hans")


def test_beside_an_english_name_that_was_typed_in_pinyin_stands_the_chinese_one(searched):
    ask(searched["en"], "en", "zhashui")
    first = searched["en"].locator(".search-dialog .result").first
    expect(first.locator(".result__title mark")).to_have_text("Zhashui")
    expect(first.locator(".result__other")).to_have_text("柞水县")
    expect(first.locator(".result__other mark")).to_have_text("柞水")


# ---- the dialog, on the tiny ledger ----
def test_arrow_keys_choose_and_enter_opens(page):
    box = open_dialog(page)
    expect(box).to_be_focused()
    box.fill("甲")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    address = first.get_attribute("href")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_escape_closes_and_gives_the_focus_back(page):
    link = page.locator("#search-open")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("甲县")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search-dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(open_page, site):
    page = open_page(site + "search.html")
    page.locator("#q").fill("")
    page.locator("#q").press("/")
    expect(page.locator("#q")).to_have_value("/")
    expect(page.locator("dialog.search-dialog")).to_have_count(0)


def test_nothing_is_asked_while_characters_are_being_composed(page):
    box = open_dialog(page)
    box.dispatch_event("compositionstart")
    box.evaluate("box => { box.value = '甲'; }")
    box.evaluate("box => box.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }))")
    page.wait_for_timeout(400)
    expect(page.get_by_role("option")).to_have_count(0)
    box.dispatch_event("compositionend")
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_search_without_results_says_so(page):
    open_dialog(page).fill("没有这样的名字")
    expect(page.get_by_role("status")).to_contain_text("没有找到“没有这样的名字”")


def test_the_number_of_results_is_announced(page):
    open_dialog(page).fill("甲县")
    expect(page.get_by_role("status")).to_contain_text("名称相符")


def test_a_list_that_does_not_load_is_said(browser, site):
    page = browser.new_page()
    page.route("**/assets/search/names.*", lambda route: route.abort())
    page.goto(site + "index.html")
    open_dialog(page).fill("甲县")
    expect(page.get_by_role("status")).to_contain_text(word("zh", "search.failed"))
    page.close()


def test_names_answer_where_the_full_text_does_not_load(browser, site):
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(site + "index.html")
    open_dialog(page).fill("甲县")
    expect(page.get_by_role("status")).to_contain_text(word("zh", "search.no_text"))
    expect(page.get_by_role("option").first).to_contain_text("甲县")
    page.close()


def test_the_dialog_has_no_barrier(page, axe):
    open_dialog(page).fill("甲县")
    expect(page.get_by_role("option").first).to_be_visible()
    assert axe(page) == []


def test_the_index_is_loaded_only_when_the_search_opens(open_page, site):
    page = open_page("about:blank")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site + "index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in loaded if "/search" in url or "pagefind" in url] == []


# ---- the search page ----
def test_the_page_keeps_its_query_in_the_address(open_page, site):
    page = open_page(site + "search.html?q=甲县")
    expect(page.locator(".search-page .result").first).to_be_visible()
    expect(page.locator("#q")).to_have_value("甲县")
    page.locator("#q").fill("乙县")
    page.wait_for_url("**/search.html?q=%E4%B9%99%E5%8E%BF")
    expect(page.locator(".search-page mark").first).to_have_text("乙县")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_anything_is_typed_the_page_shows_what_can_be(open_page, ledger_site, lang):
    page = open_page(f"{ledger_site}{LANGUAGES[lang].folder}search.html")
    examples = page.locator("#search-examples a").all_text_contents()
    assert len(examples) == len(read_words(lang)["pages"]["search"]["examples"]) == 6
    for example in examples:
        page.goto(f"{ledger_site}{LANGUAGES[lang].folder}search.html")
        page.get_by_role("link", name=example, exact=True).click()
        expect(page.locator(".search-page .result").first).to_be_visible()
        expect(page.locator("#search-examples")).to_be_hidden()


def test_enter_in_the_dialog_opens_the_page_with_all_results(page, site):
    open_dialog(page).fill("甲县")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search.html?q=%E7%94%B2%E5%8E%BF")
    expect(page.locator(".search-page .result").first).to_be_visible()


@pytest.mark.parametrize("folder", [each.folder for each in LANGUAGES.values()])
def test_the_search_page_has_no_barrier(open_page, site, axe, folder):
    page = open_page(f"{site}{folder}search.html?q=甲县")
    expect(page.locator(".search-page .result").first).to_be_visible()
    assert axe(page) == []


def test_without_scripts_the_search_leads_to_the_lists(open_page, site):
    page = open_page(site + "index.html", java_script_enabled=False)
    page.locator("#search-open").click()
    page.wait_for_url(f"{site}search.html")
    expect(page.locator("#content noscript a, #content a[href='pairings/index.html']").first).to_be_visible()


@pytest.mark.parametrize("start", ["index.html", "en/about.html"])
def test_names_are_found_in_a_folder_opened_as_a_file(browser, site_folder, start) -> None:
    page = browser.new_page()
    page.goto((site_folder.resolve() / start).as_uri())
    open_when_ready(page)
    page.locator("#search-input").fill("甲县")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_be_visible()  # on a slow machine names come in late
    page.keyboard.press("Enter")
    page.wait_for_url("file://**/places/**")
    page.close()


def open_when_ready(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.locator("#search-open").click()
    expect(page.locator("dialog.search-dialog")).to_be_visible()


Reader = Callable[[Page], list[str]]

"""The explorer on the built site of the tiny ledger: filters, sums, address, downloads, keyboard, no scripts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

READY = "() => Number(document.getElementById('explorer').dataset.ready) >= %d"
ROWS = ".explorer__rows tbody tr"
SUMS = ".explorer__sums .keyfigures > div"
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shifted += each.value; })
  .observe({ type: "layout-shift", buffered: true });"""


def opened(open_page, site: str, query: str = "", lang: str = "", **options) -> Page:
    """The explorer after its first answer."""
    page = open_page(f"{site}{lang}explorer.html{query}", **options)
    page.wait_for_function(READY % 1)
    return page


def answered(page: Page, act) -> None:
    """Does something and waits for the answer to it."""
    before = int(page.locator("#explorer").get_attribute("data-ready"))
    act()
    page.wait_for_function(READY % (before + 1))


def choose(page: Page, facet: str, code: str) -> None:
    box = page.locator(f"[data-choice='{facet}:{code}']")
    if not box.is_visible():
        page.locator("details.facet", has=box).locator("summary").click()
    answered(page, box.click)


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"{ROWS} > :nth-child({number})").all_inner_texts()
    return [" ".join(cell.split()) for cell in cells]


def downloaded(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.click(f"[data-format={name}]")
    assert waiting.value.suggested_filename == f"pairing-ledger-money.{name}"
    return Path(waiting.value.path())


def test_without_scripts_the_newest_money_stands_on_the_page_with_its_receipts(open_page, site):
    page = open_page(site + "explorer.html", java_script_enabled=False)
    expect(page.locator(ROWS)).to_have_count(14)
    expect(page.locator(ROWS).first).to_contain_text("到位资金合计")
    page.locator(f"{ROWS} .fig").first.click()
    expect(page.locator(".receipt:popover-open")).to_be_visible()
    expect(page.locator(".explorer__filters")).to_be_hidden()
    assert page.locator(".no-script a").count() == 4


@pytest.mark.parametrize("lang, found", [("", "14 笔资金"), ("en/", "14 amounts")])
def test_with_scripts_the_same_rows_come_from_the_data(open_page, site, lang, found):
    still = open_page(f"{site}{lang}explorer.html", java_script_enabled=False)
    page = opened(open_page, site, lang=lang)
    expect(page.locator(".explorer__count")).to_have_text(found)
    for number in (1, 3, 4, 5, 6):
        assert column(page, number) == column(still, number)


def test_each_figure_leads_to_its_place_on_the_page_of_its_source(open_page, site):
    page = opened(open_page, site, "?q=丁村茶园&stage=spent")
    figure = page.locator(f"{ROWS} .fig")
    assert figure.get_attribute("href") == "sources/ta18.html#c-ta18-f12"
    assert "480\u00a0万元" in figure.inner_text() and "已核对原文" in figure.text_content()
    figure.click()
    page.wait_for_url("**/sources/ta18.html#c-ta18-f12")
    expect(page.locator("#c-ta18-f12")).to_be_attached()


def test_a_choice_narrows_the_rows_and_the_address_and_can_be_taken_back(open_page, site):
    page = opened(open_page, site)
    choose(page, "stage", "received")
    expect(page.locator(".explorer__count")).to_have_text("7 笔资金")
    assert page.url.endswith("explorer.html?stage=received")
    choose(page, "proof", "excerpt")
    expect(page.locator(".explorer__count")).to_have_text("1 笔资金")
    assert page.url.endswith("?stage=received&proof=excerpt")
    answered(page, page.go_back)
    expect(page.locator(".explorer__count")).to_have_text("7 笔资金")
    answered(page, page.locator(".explorer__chosen .chip").first.click)
    assert page.url.endswith("explorer.html")


def test_a_count_beside_a_choice_says_what_choosing_it_would_leave(open_page, site):
    page = opened(open_page, site, "?stage=received")
    page.locator("details.facet", has=page.locator("[data-choice='fund_source:mixed']")).locator("summary").click()
    label = page.locator("label", has=page.locator("[data-choice='fund_source:mixed']"))
    expect(label.locator(".count")).to_have_text("3")
    choose(page, "fund_source", "mixed")
    expect(page.locator(ROWS)).to_have_count(3)


def test_sums_count_nothing_twice_and_say_what_they_leave_out(open_page, site):
    page = opened(open_page, site, "?stage=received&provider_province=980000")
    expect(page.locator(SUMS)).to_have_count(3)  # one a source of money
    mixed = page.locator(SUMS).filter(has_text="混合")
    expect(mixed).to_contain_text("1,200\u00a0万元")
    expect(mixed).to_contain_text("1 笔相加")
    mixed.locator("summary").click()
    assert {" ".join(reason.split()) for reason in mixed.locator("li").all_inner_texts()} == {
        "同一件事另有说法，采用了那一个 1 笔", "时段可能与已计入的一笔重叠，取合起来更多的 1 笔",
    }  # fmt: skip


def test_different_stages_are_never_one_sum(open_page, site):
    page = opened(open_page, site, "?provider_province=980000", lang="en/")
    titles = page.locator(f"{SUMS} dt").all_text_contents()
    assert len(titles) == len(set(titles)) > 1
    assert "Fiscal assistance: Received" in titles and "Fiscal assistance: Allocated" in titles


def test_a_word_is_found_in_names_labels_and_sources(open_page, site):
    page = opened(open_page, site)
    answered(page, lambda: page.fill("[name=q]", "茶园"))
    expect(page.locator(ROWS)).to_have_count(2)
    assert page.url.endswith("?q=%E8%8C%B6%E5%9B%AD")


def test_what_is_taken_away_leaves_the_box_as_well(open_page, site):
    page = opened(open_page, site, "?stage=received&min=10000000&q=资金")
    chips = page.locator(".explorer__chosen button")
    texts = [" ".join(text.split()) for text in chips.all_inner_texts()]
    assert texts[:3] == ["阶段: 到位 × 取消", "关键词: 资金 × 取消", "金额（万元）: 1,000–… × 取消"]
    answered(page, chips.last.click)
    assert page.input_value("[name=q]") == "" and page.input_value("[name=min]") == ""
    assert page.url.endswith("explorer.html") and chips.count() == 0


def test_a_word_that_is_still_typed_is_not_lost_by_a_choice(open_page, site):
    page = opened(open_page, site)
    page.locator("details.facet", has_text="阶段").locator("summary").click()
    page.evaluate("""() => {
      const box = document.querySelector("[name=q]");
      box.value = "茶园";
      box.dispatchEvent(new Event("input"));
      document.querySelector("[data-choice='stage:spent']").click();
    }""")
    expect(page.locator(ROWS)).to_have_count(1)
    assert page.url.endswith("?q=%E8%8C%B6%E5%9B%AD&stage=spent")


def test_a_second_file_asked_for_at_once_keeps_its_own_name(open_page, site):
    page = opened(open_page, site)
    files = []
    page.on("download", lambda file: files.append(file))
    with page.expect_event("download", lambda _: len(files) == 2):
        page.evaluate("['csv', 'json'].forEach((type) => document.querySelector(`[data-format=${type}]`).click())")
    starts = {Path(file.suggested_filename).suffix: Path(file.path()).read_bytes()[:3] for file in files}
    assert starts == {".csv": b"\xef\xbb\xbf", ".json": b'{"a'}


def test_data_that_could_not_be_read_once_are_asked_for_again(browser, site):
    page = browser.new_page()  # the failure is meant, and stands in the console
    page.route("**/explorer/claims.parquet", lambda route: route.abort(), times=1)
    page.goto(site + "explorer.html?stage=received")
    expect(page.locator(".explorer__count")).to_contain_text("数据未能载入")
    page.fill("[name=q]", "资金")
    expect(page.locator(".explorer__count")).to_contain_text("笔资金")
    page.close()


def test_an_amount_is_typed_in_the_unit_of_the_language(open_page, site):
    page = opened(open_page, site)
    answered(page, lambda: (page.fill("[name=min]", "1000"), page.keyboard.press("Tab")))
    assert page.url.endswith("?min=10000000")
    expect(page.locator(ROWS)).to_have_count(4)
    english = opened(open_page, site, "?min=10000000", lang="en/")
    assert english.input_value("[name=min]") == "10"


def test_what_the_editors_inferred_has_a_star_and_a_sentence_below_says_what_it_means(open_page, site):
    """Kinds of money stood in the explorer as if they were printed, while tables and receipts told who chose them."""
    page = opened(open_page, site, "?q=丁村茶园")
    page.locator("summary", has_text="显示哪些列").click()
    answered(page, page.locator("[data-choice='column:fund_source']").click)
    assert sorted(column(page, 7)) == ["财政援助资金*", "资金性质未写明"]
    expect(page.locator(".explorer__rows + .note")).to_contain_text("标 * 的由整理者推定，原文没有写明。")


def test_a_head_sorts_and_says_so_and_empty_cells_come_last(open_page, site):
    page = opened(open_page, site)
    value = page.locator("[data-column=value]")
    answered(page, value.click)
    expect(page.locator("th", has=value)).to_have_attribute("aria-sort", "descending")
    assert column(page, 2)[0].startswith("1.5 亿元") and column(page, 2)[-1].startswith("原文未载数字")
    answered(page, value.click)
    assert column(page, 2)[0].startswith("不少于 30 万元") and column(page, 2)[-1].startswith("原文未载数字")
    assert page.url.endswith("?sort=value")
    assert page.evaluate("document.activeElement.dataset.column") == "value"


def test_columns_are_chosen_and_stay_in_the_address(open_page, site):
    page = opened(open_page, site)
    page.locator("summary", has_text="显示哪些列").click()
    answered(page, page.locator("[data-choice='column:programme']").click)
    expect(page.locator("thead th").last).to_contain_text("政策")
    assert "columns=subject,value,label,period,stage,source,programme" in page.url
    assert column(page, 7)[0] == "东西部扶贫协作（1996–2020）"


def test_another_kind_of_rows_keeps_the_facets_that_it_has_too(open_page, site):
    page = opened(open_page, site, "?provider_province=980000&programme=ew1&stage=received")
    answered(page, lambda: page.check("[name=kind][value=figures]", force=True))
    assert page.url.endswith("?kind=figures&provider_province=980000&programme=ew1")
    expect(page.locator("[data-choice='programme:ew1']")).to_be_checked()
    answered(page, lambda: page.check("[name=kind][value=money]", force=True))
    assert page.url.endswith("explorer.html?provider_province=980000&programme=ew1")


@pytest.mark.parametrize("kind, found", [("figures", "17 个数字"), ("projects", "4 个项目")])
def test_figures_and_projects_have_tables_of_their_own(open_page, site, kind, found):
    page = opened(open_page, site)
    answered(page, lambda: page.check(f"[name=kind][value={kind}]", force=True))
    expect(page.locator(".explorer__count")).to_have_text(found)
    assert page.url.endswith(f"?kind={kind}")


def test_a_chart_splits_the_rows_or_a_sum(open_page, site):
    page = opened(open_page, site, "?stage=received&show=east_west:money:mixed:received&by=recipient_province")
    (line,) = page.locator(".explorer__bars tr").all_inner_texts()
    assert " ".join(line.split()) == "乙省 1,200 万元"
    answered(page, lambda: page.select_option("[name=show]", ""))
    counts = [" ".join(line.split()) for line in page.locator(".explorer__bars tr").all_inner_texts()]
    assert counts == ["乙省 6", "未说明 1"]


def test_csv_holds_the_rows_columns_and_order_that_are_shown(open_page, site):
    page = opened(open_page, site, "?stage=received&sort=-value&columns=subject,period,value")
    header, *rows = csv.reader(io.StringIO(downloaded(page, "csv").read_text("utf-8-sig"), newline=""))
    assert header == ["对象", "数值", "时段", "编号", "单位", "约数", "来源编号"]
    assert rows[0] == ["甲县 → 乙县", "12000000", "2018", "ta18.f01", "元", "确数", "ta18"]
    assert len(rows) == 7 and rows[-1][1] == ""


def test_json_says_what_was_chosen(open_page, site):
    page = opened(open_page, site, "?stage=received&columns=subject,value")
    about = json.loads(downloaded(page, "json").read_text())["about"]
    assert about["条件"] == "阶段: 到位" and about["行数"] == 7
    assert about["网址（可复现这次筛选）"].endswith("?stage=received&columns=subject,value")


def test_json_keeps_codes_and_leaves_out_what_is_not_stated(open_page, site):
    page = opened(open_page, site, "?stage=received&columns=stage,value&sort=-value")
    rows = json.loads(downloaded(page, "json").read_text())["rows"]
    assert rows[0] == {"stage": "received", "value": 12_000_000, "claim_id": "ta18.f01", "unit": "cny",
                       "qualifier": "exact", "source_id": "ta18"}  # fmt: skip
    assert "value" not in rows[-1]


def test_text_that_looks_like_a_formula_is_not_run_by_a_spreadsheet(open_page, site):
    page = opened(open_page, site)
    script = """async () => {
      const { csvCell } = await import('./assets/js/explorer-files.js');
      const cells = ['=1+1', '＝1+1', '+1', '-1', '@a', '\\ta', 'a"b', 'plain', -5, null];
      return cells.map(csvCell);
    }"""
    assert page.evaluate(script) == ["'=1+1", "'＝1+1", "'+1", "'-1", "'@a", "'\ta", '"a""b"', "plain", "-5", ""]


def test_the_other_language_opens_with_the_same_choice(open_page, site):
    page = opened(open_page, site, "?stage=received&proof=excerpt")
    page.locator("a[data-language]").click()
    page.wait_for_url("**/en/explorer.html?stage=received&proof=excerpt")
    expect(page.locator(".explorer__count")).to_have_text("1 amounts")


def test_the_keyboard_alone_reaches_and_works_a_facet(open_page, site):
    page = opened(open_page, site)
    page.locator("details.facet summary").nth(7).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    answered(page, lambda: page.keyboard.press("Space"))
    assert page.url.endswith("?stage=budgeted")
    assert page.evaluate("document.activeElement.dataset.choice") == "stage:budgeted"


@pytest.mark.parametrize("typed", ["丁村茶园", "丁村茶園", "dingcunchayuan", "Dingcun+tea"])
def test_traditional_pinyin_and_the_other_language_find_the_same_rows(open_page, site, typed):
    for lang in ("", "en/"):
        page = opened(open_page, site, f"?q={typed}", lang=lang)
        expect(page.locator(ROWS)).to_have_count(2)


@pytest.mark.parametrize("typed", ["1200万元", "1,200万元", "1，200万元", "1 200万元", "1,200萬元"])
def test_a_number_is_found_however_its_thousands_are_parted(open_page, site, typed):
    page = opened(open_page, site, f"?q={typed}")
    assert page.locator(ROWS).count() == opened(open_page, site, "?q=1200").locator(ROWS).count() > 0


@pytest.mark.parametrize(
    ("facet", "title", "code"), [("recipient_county", "受帮扶县区", "990121"), ("source", "出处", "ta18")]
)
def test_a_long_facet_is_counted_once_it_is_open_and_its_choices_can_be_narrowed(open_page, site, facet, title, code):
    page = opened(open_page, site)
    block = page.locator("details.facet", has=page.get_by_text(title, exact=True))
    answered(page, block.locator("summary").click)
    box = page.locator(f"[data-choice='{facet}:{code}']")
    expect(box.locator("xpath=..")).not_to_contain_text(code)
    page.locator(f"[data-choice='find:{facet}']").fill("没有这个")
    expect(box).to_be_hidden()
    page.locator(f"[data-choice='find:{facet}']").fill("")
    before = page.locator(ROWS).count()
    answered(page, box.click)
    assert page.url.endswith(f"?{facet}={code}") and 0 < page.locator(ROWS).count() < before


def test_a_page_beyond_the_last_is_the_last(open_page, site):
    page = opened(open_page, site, "?page=99")
    expect(page.locator(ROWS)).to_have_count(14)
    assert page.url.endswith("explorer.html")


def test_what_cannot_be_found_is_said_and_not_called_zero(open_page, site):
    page = opened(open_page, site, "?q=没有这个词")
    expect(page.locator(".explorer__count")).to_have_text("没有符合条件的记录。账本里没有，不等于没有发生。")
    expect(page.locator("[data-format=csv]")).to_be_disabled()


def test_data_that_cannot_be_read_leaves_the_page_as_it_was(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.parquet", lambda route: route.abort())
    page.goto(site + "explorer.html")
    expect(page.locator(".explorer__count")).to_contain_text("数据未能载入")
    expect(page.locator(ROWS)).to_have_count(14)
    context.close()


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, site, axe, lang, scheme):
    page = opened(open_page, site, "?stage=received&by=programme", lang=lang, color_scheme=scheme)
    for summary in page.locator("details.facet summary").all()[4:6]:
        summary.click()
    assert axe(page) == []


@pytest.mark.parametrize("kind", ["money", "figures", "projects"])
def test_nothing_is_wider_than_a_phone(open_page, site, kind):
    page = opened(open_page, site, f"?kind={kind}&by=programme", width=390)
    page.click(".explorer__toggle")
    expect(page.locator(".explorer__toggle")).to_have_attribute("aria-expanded", "true")
    page.locator("details.facet summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_what_comes_late_has_its_place_kept(open_page, built, lang, width):
    """The sums of the whole ledger come after the first rows: these must not jump (a shift below 0.02 is none)."""
    page = open_page(f"{built}index.html", width)
    page.add_init_script(SHIFTS)
    page.goto(f"{built}{lang}explorer.html")
    page.wait_for_function(READY % 1)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") < 0.02

"""Live charts: nothing of them on a first visit; asked for, they answer; Escape brings the still picture back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

PAGES = {"zh": "pairings/ew1-jia-yi.html", "en": "en/pairings/ew1-jia-yi.html"}
EMBED = "embed/money-by-stage.ew1-jia-yi.html"
CHART = "#chart-money-by-stage-ew1-jia-yi"
TIPS = {
    "zh": ["资金来源", "混合", "名目", "到位资金合计", "阶段", "到位", "时段", "2018\xa0年", "数额", "1,200\xa0万元"],
    "en": ["Source of the money", "Mixed", "What it is", "Funds received, in all", "Stage", "Received",
           "Period", "2018",
           "Amount", "CNY\xa012\xa0million"],
}  # fmt: skip
PARTS = re.compile(r"vega|chart-live|\.vg\.json")
PROVIDER = {"light": "rgb(15, 107, 107)", "dark": "rgb(95, 194, 187)"}  # --provider of ledger.css
REFUSALS = "window.refusals = []; addEventListener('securitypolicyviolation', e => refusals.push(e.violatedDirective));"


def go_live(page: Page, chart: str = CHART) -> Locator:
    """Presses the item of the chart's menu; returns the figure once it is live."""
    figure = page.locator(chart)
    figure.locator(".chart-live").click()
    expect(figure).to_have_class(re.compile("is-live"))
    return figure


def bars(figure: Locator, role: str = "provider") -> Locator:
    return figure.locator(f"svg.marks path.chart-answers.fill-{role}")


def said(figure: Locator) -> list[str]:
    tip = figure.locator(".chart-live-tip")
    expect(tip).to_be_visible()
    return tip.locator("dt, dd").all_inner_texts()


def test_a_first_visit_loads_nothing_of_it(open_page, site):
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + PAGES["zh"], wait_until="networkidle")
    assert [url for url in asked if PARTS.search(url)] == []
    go_live(page)
    names = {url.rsplit("/", 1)[1] for url in asked if PARTS.search(url)}
    assert names == {
        "chart-live.js", "chart-live-view.js", "chart-live.css", "interpreter.js", "vega.min.js",
        "money-by-stage.ew1-jia-yi.vg.json",
    }  # fmt: skip


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_bar_says_its_row_of_the_table_and_stands_out(open_page, site, lang, scheme):
    page = open_page("about:blank", color_scheme=scheme)
    page.add_init_script(REFUSALS)
    page.goto(site + PAGES[lang])
    figure = go_live(page)
    expect(bars(figure).first).to_have_css("fill", PROVIDER[scheme])
    bars(figure).first.hover()
    assert said(figure) == TIPS[lang]
    expect(bars(figure).first).to_have_css("opacity", "1")
    expect(bars(figure).nth(1)).to_have_css("opacity", "0.25")
    assert page.evaluate("refusals") == []


@pytest.mark.parametrize("width", [390, 1440])
def test_the_live_view_is_as_wide_as_the_still_picture(open_page, site, width):
    """On a wide screen it shrank to half the width of what it stood for."""
    page = open_page(site + PAGES["zh"], width=width)
    shown = page.locator(f"{CHART} .chart-svg:visible")
    still = shown.bounding_box()["width"]
    figure = go_live(page)
    assert abs(figure.locator(".chart-live-view svg").bounding_box()["width"] - still) < 2


def test_what_is_thin_answers_around_itself(open_page, site):
    figure = go_live(open_page(site + PAGES["zh"]))
    bars(figure).first.scroll_into_view_if_needed()
    figure.page.evaluate("scrollBy({top: -200, behavior: 'instant'})")  # out from under the header
    box = bars(figure).first.bounding_box()
    figure.page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 4)
    assert said(figure) == TIPS["zh"]


def test_a_change_of_theme_repaints_it(open_page, site):
    page = open_page(site + PAGES["zh"], color_scheme="light")
    figure = go_live(page)
    expect(bars(figure).first).to_have_css("fill", PROVIDER["light"])
    page.emulate_media(color_scheme="dark")
    expect(bars(figure).first).to_have_css("fill", PROVIDER["dark"])
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    expect(bars(figure).first).to_have_css("fill", PROVIDER["light"])


def test_escape_and_the_same_item_bring_the_still_picture_back(open_page, site):
    page = open_page(site + PAGES["zh"])
    for way in (lambda: page.keyboard.press("Escape"), lambda: page.locator(f"{CHART} .chart-live").click()):
        figure = go_live(page)
        item = figure.locator(".chart-live")
        expect(item).to_have_attribute("aria-pressed", "true")
        expect(figure.locator(".chart-scroll")).to_be_hidden()
        way()
        expect(figure.locator(".chart-scroll")).to_be_visible()
        expect(figure.locator(".chart-live-view")).to_have_count(0)
        expect(item).to_have_attribute("aria-pressed", "false")
        expect(item).to_be_focused()


def test_the_keyboard_alone_reaches_every_figure(open_page, site, axe):
    page = open_page(site + PAGES["zh"], reduced_motion="reduce")
    page.locator(f"{CHART} .chart-live").press("Enter")
    figure = page.locator(CHART)
    expect(figure.locator(".chart-live-view")).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert said(figure)[5] == "安排"
    page.keyboard.press("ArrowRight")
    assert said(figure) == TIPS["zh"]
    page.keyboard.press("End")
    assert said(figure)[-1] == "480\xa0万元"
    assert axe(page) == []
    page.keyboard.press("Tab")
    expect(figure.locator(".chart-live-tip")).to_be_hidden()


def test_what_is_chosen_stays_until_it_is_chosen_again(open_page, site):
    page = open_page(site + PAGES["zh"])
    figure = go_live(page)
    first = bars(figure).first
    first.click()
    page.mouse.move(5, 5)
    assert said(figure) == TIPS["zh"]
    first.click()
    page.mouse.move(5, 5)
    expect(figure.locator(".chart-live-tip")).to_be_hidden()


def test_on_paper_the_still_picture_stands(open_page, site):
    page = open_page(site + PAGES["zh"])
    figure = go_live(page)
    page.emulate_media(media="print")
    expect(figure.locator(".chart-scroll")).to_be_visible()
    expect(figure.locator(".chart-live-view")).to_be_hidden()


@pytest.mark.parametrize("lang", PAGES)
def test_an_embedded_chart_is_still_unless_its_address_asks(open_page, site, lang):
    address = site + ("" if lang == "zh" else "en/") + EMBED
    figure = open_page(address).locator(CHART)
    expect(figure.locator(".chart-scroll")).to_be_visible()
    figure = open_page(address + "?live=1").locator(CHART)
    expect(figure.locator(".chart-scroll")).to_be_hidden()
    bars(figure).first.hover()
    assert said(figure) == TIPS[lang]


@pytest.mark.parametrize("width", [320, 480, 700, 1000])
def test_an_embedded_chart_never_scrolls_inside_its_frame(open_page, site, width):
    """In the frame whose height its own page gives to other sites."""
    codes = open_page(site + PAGES["zh"]).locator(f"{CHART} .cite code").first.text_content()
    page = open_page(site + EMBED)
    page.set_viewport_size({"width": width, "height": int(re.search(r'height="(\d+)"', codes)[1])})
    beyond = "['Height', 'Width'].map(each => document.documentElement[`scroll${each}`] - window[`inner${each}`])"
    assert page.evaluate(beyond) == [0, 0]
    expect(page.locator(CHART).locator("svg:visible").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("missing", ["**/vega.min.js", "**/*.vg.json", "**/chart-live.js"])
def test_where_something_does_not_load_the_still_picture_stays(browser, site, missing):
    context = browser.new_context()  # of its own: here an error in the console is no failure
    page = context.new_page()
    page.route(missing, lambda route: route.abort())
    page.goto(site + PAGES["en"])
    figure = page.locator(CHART)
    figure.locator(".chart-live").click()
    expect(figure.locator(".chart-failed")).to_have_text("The interactive chart did not load; the still picture stays.")
    expect(figure.locator(".chart-scroll")).to_be_visible()
    expect(figure.locator(".chart-live")).to_have_attribute("aria-pressed", "false")
    context.close()


def test_without_scripts_the_menu_does_not_offer_it(open_page, site):
    page = open_page(site + PAGES["zh"], java_script_enabled=False)
    expect(page.locator(f"{CHART} .chart-menu")).to_be_visible()
    expect(page.locator(f"{CHART} .chart-live")).to_be_hidden()


@pytest.mark.parametrize("path", ["charts/index.html", "en/charts/index.html"])
def test_every_national_chart_is_drawn_live_as_it_stands_still(open_page, built, path):
    page = open_page(built + path, width=390)
    for more in page.locator(".more-charts > summary").all():
        more.click()
    for figure in page.locator(".chart").all():
        still = figure.locator(".chart-scroll svg.chart-svg--narrow text").all_text_contents()
        figure.locator(".chart-live").click()
        expect(figure.locator(".chart-live-view svg.marks")).to_be_visible()
        assert sorted(filter(None, figure.locator("svg.marks text").all_text_contents())) == sorted(still)
        figure.locator(".chart-live-view").press("ArrowDown")
        expect(figure.locator(".chart-live-tip")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.keyboard.press("Escape")

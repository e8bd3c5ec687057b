"""Charts on pages: the drawing, its figures with evidence, its downloads, its embedded form."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from build_scripts.charts.model import Drawing, Drawn, Sketch
from build_scripts.pages.compose import make_pages

BOTH = ("ta18.f02", "ta18.f03")
ROWS = [("All", "1,200 万元", BOTH), ("Fiscal", "900 万元", BOTH[:1])]


def drawing(name: str, lang: str, **fields) -> Drawing:
    sketch = Sketch(
        name=name,
        lang=lang,
        title="2018: 1,200",
        alt="Bars: two",
        question="How much?",
        data=pd.DataFrame(ROWS, columns=["kind", "figure", "claims"]),
        columns={"kind": "Kind", "figure": "Figure"},
        **fields,
    )
    svgs = {width: f'<svg viewBox="0 0 {width} 200">\n\n<text>900</text></svg>' for width in (360, 720)}
    return Drawing(sketch, lambda: Drawn(svgs))


@pytest.fixture(scope="module")
def pages(tiny_site):
    drawings = {}
    for lang in ("zh", "en"):
        drawings["flow", lang] = drawing("flow", lang, title_claims=BOTH)
        drawings["flow.2016-2020", lang] = drawing("flow.2016-2020", lang)
        drawings["flow.2021-now", lang] = drawing("flow.2021-now", lang)
        own = {"subject": ("pairing", "ew1-jia-yi"), "also": (("project", "ta18-chayuan"),)}
        drawings["parts.x", lang] = drawing("parts.x", lang, **own)
    made = make_pages(replace(tiny_site, drawings=drawings))
    return {lang: {page.path: page for page in found} for lang, found in made.items()}


def test_a_chart_stands_on_the_pages_of_its_subjects(pages):
    for path in ("pairings/ew1-jia-yi.md", "projects/ta18-chayuan.md"):
        assert 'id="chart-parts-x"' in pages["zh"][path].body
        assert pages["zh"][path].image == "charts/zh/parts.x.png"
    assert 'id="chart-parts-x"' not in pages["zh"]["charts/index.md"].body


def test_a_drawing_leaves_no_blank_line_in_its_block(pages):
    block = next(b for b in pages["zh"]["pairings/ew1-jia-yi.md"].body.split("\n\n") if "<svg" in b)
    assert "</svg>" in block and 'role="img" aria-label="Bars: two"' in block


def test_figures_of_a_chart_open_their_evidence(pages, walk):
    seen = walk(pages["zh"]["embed/parts.x.md"].body)
    assert "r-ta18-f02" in seen.targets
    assert any(target.startswith("g-") for target in seen.targets)  # a figure that stands on two claims
    assert set(seen.targets) <= set(seen.ids)


def test_downloads_stand_below_the_language_and_the_embed_in_its_tree(pages, walk):
    links = walk(pages["en"]["pairings/ew1-jia-yi.md"].body).links
    assert "../../charts/en/parts.x.svg" in links and "../../charts/en/parts.x.vl.json" in links
    assert "../embed/parts.x.html" in links


def test_a_chart_says_how_to_embed_it_still_or_live(pages):
    body = pages["en"]["pairings/ew1-jia-yi.md"].body
    address = "https://tiny-ledger.example.org/en/embed/parts.x.html"
    for source in (address, address + "?live=1"):
        assert f"&lt;iframe src=&#34;{source}&#34; title=" in body
    assert body.count("height=&#34;530&#34; frameborder=&#34;0&#34; loading=&#34;lazy&#34;&gt;&lt;/iframe&gt;") >= 2


def test_each_period_of_the_flow_has_a_page_that_leads_to_the_others(pages, walk):
    assert "../flows/2016-2020.html" in walk(pages["zh"]["funds/index.md"].body).links
    seen = walk(pages["zh"]["flows/2016-2020.md"].body)
    assert "../flows/2021-now.html" in seen.links
    assert pages["zh"]["flows/2021-now.md"].title == "省际资金：2021 年以来"


def test_an_embedded_page_holds_one_chart_and_stays_out_of_the_search(pages):
    page = pages["zh"]["embed/flow.md"]
    assert page.kind == "embed" and page.search == {}
    assert page.body.count("<figure") == 1


def test_charts_that_answer_one_question_stand_under_it(tiny_site):
    drawings = {}
    for lang in ("zh", "en"):
        for n in range(5):
            drawings[f"x{n}", lang] = drawing(f"x{n}", lang)
    body = next(p for p in make_pages(replace(tiny_site, drawings=drawings))["en"] if p.path == "charts/index.md").body
    assert body.count("\n## How much? {: #about-chart-x0 }") == 1
    shown, more = body.split("<details class=\"more-charts\">")
    assert re.search("<summary>All .*5.* charts</summary>", more)
    assert [shown.count('<figure class="chart'), more.count('<figure class="chart')] == [3, 2]

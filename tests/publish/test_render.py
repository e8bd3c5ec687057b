"""Rendering: the frame of a page, the two languages, and the files that list the pages."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from markdown import Markdown

from build_scripts.publish.listings import header_rules, sitemap
from build_scripts.publish.publish import publish
from build_scripts.publish.raw_blocks import RawBlocks
from build_scripts.publish.theme_styles import TEMPLATES

PROGRAM = Path(__file__).parents[2]
TABS = ["index", *re.findall(r": (\S+)\.md$", (PROGRAM / "mkdocs.yml").read_text(encoding="utf-8"), re.M), "menu"]
RECORD = """---
title: 甲县 → 乙县 <b>
description: 说"明"
kind: pairing
crumbs:
- [结对, pairings/index.html]
- [甲县 → 乙县, ""]
image: charts/zh/flow.png
---

# 甲县 → 乙县

<div class="answer">
<p>一句话</p>
</div>

## 钱 {#money}

## 人 {#people}

## 事 {#events}

## 缺 {#gaps}
"""


EMBED = """---
title: 流向
kind: embed
---

<figure class="chart"></figure>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("ledger")
    (root / "site.yaml").write_text(
        "address: https://ledger.example.org/a\nrepository: https://code.example.org/l\nallowed_hosts: hosts.txt\n"
    )
    files = {f"docs/{lang}/{tab}.md": b"---\ntitle: T\n---\n\n# T\n" for lang in ("zh", "en") for tab in TABS}
    files |= {f"docs/{lang}/pairings/ew1-a-b.md": RECORD.encode() for lang in ("zh", "en")}
    files |= {f"docs/{lang}/embed/flow.md": EMBED.encode() for lang in ("zh", "en")}
    return publish(root, date(2026, 1, 2), lambda: files, lambda folder, records: None)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def every_page(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]


def test_no_page_has_an_inline_script_or_style(site):
    for html in every_page(site):
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", html)


def test_every_page_carries_the_policy(site):
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
    assert all(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in html for html in every_page(site)
    )
    assert f"  Content-Security-Policy: {policy}\n" in header_rules(["index.html"])


def test_pages_load_materials_style_sheets_and_none_of_its_scripts(site):
    """Under Material's own names, in a layer of their own, with the rules that the pages can meet."""
    for name in ("main", "palette"):
        (own,) = (TEMPLATES / "assets/stylesheets").glob(f"{name}.*.css")
        assert f'<link rel="stylesheet" href="../assets/stylesheets/{own.name}">' in read(site, "pairings/ew1-a-b.html")
        css = read(site, f"assets/stylesheets/{own.name}")
        assert css.startswith("@layer material{") and len(css) < len(own.read_text(encoding="utf-8")) / 2
    assert not [path for path in site.rglob("*.js") if re.match(r"(bundle|search)\.\w{8}\.", path.name)]


OVERRIDDEN = {  # what of Material's the theme says in other words; the reason stands in each file
    "main.html",
    "404.html",
    "partials/alternate.html",
    "partials/copyright.html",
    "partials/path.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/palette.html",
}


def test_the_theme_holds_no_copy_of_what_material_could_serve():
    theme = PROGRAM / "docs/theme"
    files = {path.relative_to(theme).as_posix(): path for path in theme.rglob("*.html")}
    assert {name for name in files if (TEMPLATES / name).is_file()} == OVERRIDDEN
    for name in OVERRIDDEN:
        ours, theirs = (path.read_text(encoding="utf-8") for path in (files[name], TEMPLATES / name))
        assert SequenceMatcher(None, ours, theirs, autojunk=False).ratio() < 0.5, name
        assert "{#-" in ours[:200], name  # says why


def test_pages_stand_in_materials_frame(site):
    html = read(site, "pairings/ew1-a-b.html")
    frame = ("md-header", "md-tabs", "md-sidebar--primary", "md-nav--secondary", "md-path", "md-footer", "md-typeset")
    for part in frame:
        assert f'class="{part}' in html or f" {part}" in html, part
    assert 'data-md-component="palette"' in html and 'id="__drawer"' in html


def test_the_list_of_all_sections_stands_in_one_page_and_in_those_of_a_section(site):
    """In every page it would be a fifth of the site's bytes."""
    holders = [path for path in ("menu.html", "about.html") if "md-nav--primary" in read(site, path)]
    assert holders == ["menu.html", "about.html"]
    record = read(site, "pairings/ew1-a-b.html")
    assert "md-nav--primary" not in record and 'data-list="../menu.html"' in record


def test_the_language_switch_stays_on_the_page(site):
    switch = re.compile(r'<a class="[^"]*" data-language href="([^"]*)"\s+hreflang="([^"]*)"')
    assert switch.findall(read(site, "pairings/ew1-a-b.html")) == [("../en/pairings/ew1-a-b.html", "en")]
    assert switch.findall(read(site, "en/pairings/ew1-a-b.html")) == [("../../pairings/ew1-a-b.html", "zh-Hans")]


def test_both_languages_share_one_set_of_assets(site):
    assert 'href="../assets/css/ledger.css"' in read(site, "pairings/ew1-a-b.html")
    assert 'href="../../assets/css/ledger.css"' in read(site, "en/pairings/ew1-a-b.html")
    assert not (site / "en" / "assets").exists()


def test_pages_name_their_language_and_their_other_languages(site):
    html = read(site, "en/pairings/ew1-a-b.html")
    assert '<html lang="en" ' in html
    assert '<html lang="zh-Hans" ' in read(site, "index.html")
    assert '<link rel="canonical" href="https://ledger.example.org/a/en/pairings/ew1-a-b.html">' in html
    for lang, path in (("en", "en/"), ("zh-Hans", ""), ("x-default", "")):
        assert (
            f'<link rel="alternate" hreflang="{lang}" href="https://ledger.example.org/a/{path}pairings/ew1-a-b.html">'
            in html
        )


def test_front_matter_is_escaped_and_used(site):
    html = read(site, "pairings/ew1-a-b.html")
    assert '<meta name="description" content="说&#34;明&#34;">' in html
    assert '<meta property="og:image" content="https://ledger.example.org/a/charts/zh/flow.png">' in html
    assert '<div class="page page--pairing" id="content"' in html
    assert '<a class="md-path__link" href="index.html">结对</a>' in html
    assert '<span class="name" aria-current="page">甲县 → 乙县</span>' in html


def test_the_tab_of_the_section_is_marked(site):
    marked = re.search(r'md-tabs__item--active">\s*<a href="([^"]*)"', read(site, "audit.html"))
    assert marked and marked[1] == "data/index.html"


def test_a_page_lists_its_headings(site):
    html = read(site, "pairings/ew1-a-b.html")
    contents = html[html.index('data-md-component="toc"') :]
    assert contents.index('href="#money"') < contents.index('href="#gaps"')


WRITTEN = """---
title: 题
---

# 题

!!! note "注意"
    一句[^1]。

=== "中文"
    甲

=== "英文"
    乙

??? tip "更多"
    丙

[^1]: 注脚

*[丙]: 第三
"""


def test_writers_have_what_materials_documentation_teaches(tmp_path):
    settings = "address: https://l.example.org/\nrepository: https://c.example.org/l\nallowed_hosts: hosts.txt\n"
    (tmp_path / "site.yaml").write_text(settings)
    files = {f"docs/{lang}/{tab}.md": b"---\ntitle: T\n---\n\n# T\n" for lang in ("zh", "en") for tab in TABS}
    files |= {f"docs/{lang}/about.md": WRITTEN.encode() for lang in ("zh", "en")}
    site = publish(tmp_path, date(2026, 1, 2), lambda: files, lambda folder, records: None)
    html = read(site, "about.html")
    for part in ('class="admonition note"', 'class="tabbed-set', '<details class="tip">', 'class="footnote"', "<abbr "):
        assert part in html, part
    (css,) = (site / "assets/stylesheets").glob("main.*.css")
    for rule in (".admonition-title,", ".tabbed-content{", ".footnote>ol{", " abbr{"):
        assert f".md-typeset {rule}".replace("  ", " ") in css.read_text(), rule


def test_the_missing_page_speaks_both_languages_and_works_at_any_depth(site):
    for path in ("404.html", "en/404.html"):
        html = read(site, path)
        assert "没有这一页" in html and "There is no such page" in html
        links = re.findall(r'(?:href|src)="([^"]+)"', html)
        assert [link for link in links if not link.startswith(("/a/", "https://", "#"))] == []
        assert '<meta name="robots" content="noindex">' in html


def test_the_sitemap_lists_each_page_in_each_language_with_the_others(site):
    text = read(site, "sitemap.xml")
    assert text.count("<url>") == 2 * (len(TABS) + 1)
    assert "<loc>https://ledger.example.org/a/en/pairings/ew1-a-b.html</loc>" in text
    assert text.count('hreflang="x-default"') == 2 * (len(TABS) + 1)
    assert "404.html" not in text


def test_the_sitemap_escapes_addresses():
    assert "<loc>https://a.example/?a&amp;b.html</loc>" in sitemap(["?a&b.html"], "https://a.example/")


def test_a_chart_to_embed_stands_alone_and_is_not_listed(site):
    html = read(site, "embed/flow.html")
    assert "<header" not in html and "<footer" not in html
    home = '<a href="https://ledger.example.org/a/index.html" target="_top">'
    assert f"{home}来源：结对账本，每个数字的出处见原站</a> ·" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "embed/" not in read(site, "sitemap.xml")


def test_robots_name_the_sitemap(site):
    assert "Sitemap: https://ledger.example.org/a/sitemap.xml\n" in read(site, "robots.txt")


MARKDOWN = """# 题

<div class="answer">
<p>一 &amp; 二 *不是强调*</p>
<details><summary>x</summary><p>y</p></details>
</div>

一段 *文字* 和 `<div>`。

```
<div class="in code">
</div>
```

<table class="ledger">
<tr><td>| a | b |</td></tr>
</table>

- 一
- 二

<div>
last
</div>
"""


def test_ready_html_comes_out_the_same_with_and_without_the_short_cut():
    usual, short = (
        Markdown(extensions=["fenced_code", "tables", "attr_list", *more]).convert(MARKDOWN)
        for more in ([], [RawBlocks()])
    )
    assert re.sub(r"\n+", "\n", short) == re.sub(r"\n+", "\n", usual)
    assert "*不是强调*" in short and "&lt;div class=&quot;in code&quot;&gt;" in short


def test_no_page_may_be_framed_elsewhere_but_those_that_are_made_for_it():
    pages = ["index.html", "about.html", "signals-no_amount.html", "pairings/a.html", "embed/flow.html"]
    rule, lines = "\n  Content-Security-Policy: frame-ancestors 'none'\n", header_rules(pages)
    paths = [path for path in re.findall(r"^(/\S*)$", lines, re.M) if path + rule in lines]
    assert paths == [
        *("/", "/about*", "/index*", "/pairings*", "/signals*"),
        *("/en/", "/en/about*", "/en/index*", "/en/pairings*", "/en/signals*"),
    ]


def test_a_title_is_text_wherever_the_frame_prints_it(site):
    html = read(site, "pairings/ew1-a-b.html")
    assert "甲县 → 乙县 &lt;b&gt;" in html and "<b>" not in html
    topic = re.search(r'data-md-component="header-topic">(.*?)</div>', html, re.S)[1]
    assert "甲县 → 乙县 &lt;b&gt;" in topic

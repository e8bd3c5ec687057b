"""What every page of the tiny ledger keeps: both languages, valid blocks, evidence for every figure, links
that lead somewhere.
"""

import json
import posixpath
import re
from pathlib import Path

import pytest
import yaml

from build_scripts.ledger.kept import content_of
from build_scripts.pages.compose import render_pages

MARKED = {"fig", "receipt", "count", "name"}  # classes
MARKED_TAGS = {"time", "code", "svg"}
BLOCK_TAGS = ("<div", "<ol", "<ul", "<p", "<form", "<dl", "<figure", "<section")
HAN = re.compile(r"[㐀-鿿]")


def bodies(tiny_pages):
    return [(lang, page) for lang, pages in tiny_pages.items() for page in pages.values()]


def test_both_languages_have_the_same_pages(tiny_pages):
    assert set(tiny_pages["zh"]) == set(tiny_pages["en"])
    assert {
        "index.md",
        "pairings/ew1-jia-yi.md",
        "projects/ta18-chayuan.md",
        "places/990121.md",
        "sources/ta18.md",
        "audit.md",
        "data/funds.md",
        "funds/assistance-received.md",
        "measures/labour_total.md",
    } <= set(tiny_pages["zh"])


@pytest.mark.parametrize(("lang", "note"), [("zh", "来源未印出地名"), ("en", "The source does not print the name")])
def test_a_place_says_its_note_in_the_language_of_the_page(tiny_pages, lang, note):
    assert f'<p class="note">{note}</p>' in tiny_pages[lang]["places/x-tb19-1.md"].body


def test_no_digit_stands_without_evidence(tiny_pages, walk):
    loose = []
    for lang, page in bodies(tiny_pages):
        for text, stack in walk(page.body).texts:
            marked = any(classes & MARKED or tag in MARKED_TAGS for tag, classes, _ in stack)
            if re.search(r"\d", text) and not marked:
                loose.append((lang, page.path, text.strip()[:80]))
    assert loose == []


def test_every_figure_has_its_receipt_once(tiny_pages, walk):
    for _, page in bodies(tiny_pages):
        seen = walk(page.body)
        assert set(seen.targets) <= set(seen.ids), page.path
        assert len(seen.ids) == len(set(seen.ids)), page.path


def test_tags_are_balanced(tiny_pages, walk):
    for _, page in bodies(tiny_pages):
        seen = walk(page.body)
        assert seen.unbalanced == [] and seen.stack == [], page.path


def test_data_stand_in_blocks_that_any_markdown_leaves_alone(tiny_pages):
    for _, page in bodies(tiny_pages):
        for block in re.split(r"\n\n+", page.body.strip()):
            heading = re.fullmatch(r"#{2,3} [^\n]+ \{: #[a-z]+ \}", block)
            alone = block.startswith(BLOCK_TAGS) and block.endswith(">") and "{: #" not in block
            assert heading or alone, (page.path, block[:80])


def test_every_link_leads_to_a_page_or_a_file(tiny_pages, walk):
    assert broken_links(tiny_pages, walk) == []


def broken_links(tiny_pages, walk):
    written = {"method.html", "about.html", "contribute.html"}  # by hand, not in the tiny ledger
    anchors = {
        lang: {
            path.removesuffix(".md") + ".html": set(walk(page.body).ids)
            | set(re.findall(r"\{: #([a-z]+) \}", page.body))
            for path, page in pages.items()
        }
        for lang, pages in tiny_pages.items()
    }
    broken = []
    for lang, page in bodies(tiny_pages):
        for link in walk(page.body).links:
            if link.startswith("http"):
                continue
            path, _, anchor = re.sub(r"\?[^#]*", "", link).partition("#")
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
                if path
                else page.path.removesuffix(".md") + ".html"
            )
            if (
                target.startswith("../")
                or target.split("/")[0] in ("data", "charts", "api")
                and not target.endswith(".html")
            ):
                continue  # a download; the exports' own tests know them
            if target not in anchors[lang]:
                broken += [(page.path, link)] * (target not in written)
            elif anchor and anchor not in anchors[lang][target]:
                broken.append((page.path, link))
    return broken


def test_downloads_are_addressed_from_the_root_of_both_languages(tiny_pages, walk):
    path = "pairings/ew1-jia-yi.md"
    assert "../data/funds.csv" in walk(tiny_pages["zh"][path].body).links
    assert "../../data/funds.csv" in walk(tiny_pages["en"][path].body).links


def test_no_style_and_no_script_is_inline(tiny_pages, walk):
    for _, page in bodies(tiny_pages):
        for tag, values in walk(page.body).starts:
            assert (
                tag not in ("style", "script")
                and "style" not in values
                and not any(k.startswith("on") for k in values)
            ), page.path


def test_english_pages_mark_what_is_chinese(tiny_pages, walk):
    unmarked = []
    for page in tiny_pages["en"].values():
        for text, stack in walk(page.body).texts:
            said = any("lang" in values for _, _, values in stack) or any(
                tag in ("code", "q") for tag, _, _ in stack
            )
            if HAN.search(text) and not said:
                unmarked.append((page.path, text.strip()[:60]))
    assert unmarked == []


def test_only_allowed_hosts_are_linked(tiny_pages, walk):
    hosts = {
        re.match(r"https?://([^/]+)", link)[1]
        for _, page in bodies(tiny_pages)
        for link in walk(page.body).links
        if link.startswith("http")
    }
    assert hosts == {"github.com", "news.example.org"}


def test_the_front_matter_is_yaml_with_what_the_theme_needs(tiny_files):
    text = tiny_files["docs/zh/pairings/ew1-jia-yi.md"].decode()
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["title"] == "甲县 → 乙县（东西部扶贫协作）"
    assert head["kind"] == "pairing"
    assert head["crumbs"] == [["首页", "index.html"], ["结对", "pairings/index.html"], ["甲县 → 乙县", ""]]


def test_the_search_finds_each_page_in_both_languages(tiny_files):
    records = [json.loads(line) for line in tiny_files["search/records.en.ndjson"].splitlines()]
    pairing = next(r for r in records if r["url"] == "pairings/ew1-jia-yi.html")
    assert pairing["lang"] == "en"
    titles = json.loads(tiny_files["search/titles.json"])
    assert titles["zh"]["pairings/ew1-jia-yi.html"] == "甲县 → 乙县（东西部扶贫协作）"
    assert list(titles["zh"]) == list(titles["en"]) == [record["url"] for record in records]
    assert pairing["meta"] == {
        "place": "Yi County, Yi Province",
        "year": "2017",
        "amount": "Fiscal funds received: CNY\u00a09\u00a0million in place, 2018",
    }
    assert "甲邑@1990" not in pairing["names"] and "甲邑" in pairing["names"]
    assert "Officials trained" in pairing["text"]
    assert not any("</" in record["text"] or "&amp;" in record["text"] for record in records)


def test_pages_that_are_kept_as_soon_as_they_are_made_are_the_same(tiny_site, tiny_files, tmp_path):
    (tmp_path / "of-an-earlier-ledger").touch()
    kept = render_pages(tiny_site, tmp_path)
    assert {path: content_of(made) for path, made in kept.items()} == tiny_files
    assert {path for path, made in kept.items() if not isinstance(made, Path)} == {"search/titles.json"}
    assert set(tmp_path.iterdir()) == {made for made in kept.values() if isinstance(made, Path)}


GOLDEN = (
    "index.md",
    "pairings/ew1-jia-yi.md",
    "projects/ta18-chayuan.md",
    "places/990121.md",
    "sources/ta18.md",
    "audit.md",
    "funds/index.md",
    "data/funds.md",
)


@pytest.mark.parametrize("path", GOLDEN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whole_pages_are_as_they_were(tiny_files, update_golden, request, lang, path):
    golden = request.path.parent / "golden" / lang / path
    page = tiny_files[f"docs/{lang}/{path}"]
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(page)
    assert golden.read_bytes().decode() == page.decode()


@pytest.mark.parametrize("path", ["audit-holds.md", "audit.md"])
def test_a_column_of_differences_stands_only_where_sums_differ(tiny_pages, path):
    assert (">相差</th>" in tiny_pages["zh"][path].body) == (path == "audit.md")

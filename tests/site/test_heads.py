"""What a page says of itself to browsers and search engines: one title, one address, its twin, one policy."""

from __future__ import annotations

import posixpath
import re

import pytest
import yaml

from build_scripts.labels import LANGUAGES
from build_scripts.publish.listings import POLICY
from tests.site.built import KINDS, ROOT, TREES, listing, pages_of_kind
from tests.site.page import Page

ONCE = ("title", "description", "viewport", "og:title", "og:description", "og:image", "charset")
LONGEST_TITLE, LONGEST_DESCRIPTION = 200, 320  # characters; search engines cut long before


@pytest.fixture(scope="session")
def address() -> str:
    return yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))["address"].rstrip("/") + "/"


def twin(path: str) -> str:
    """The same page in the other language."""
    return path.removeprefix("en/") if path.startswith("en/") else "en/" + path


def expect_nothing(pages: dict[str, Page], find) -> None:
    """Fails with all that `find` says of the pages."""
    found = [f"{page.path}: {what}" for page in pages.values() for what in find(page)]
    assert not found, listing(found)


def test_every_page_has_the_strict_policy_before_anything_is_loaded(pages):
    assert "unsafe-inline" not in POLICY and "unsafe-eval'" not in POLICY.replace("wasm-unsafe-eval'", "")
    expect_nothing(pages, lambda page: {*page.heads.get("Content-Security-Policy", ("none",))} - {POLICY})


def test_no_page_holds_a_script_or_a_style(pages):
    expect_nothing(pages, lambda page: page.inline)


def test_every_page_has_one_title_and_one_description_of_a_readable_length(pages):
    def find(page: Page) -> list[str]:
        wrong = [name for name in ONCE if len(page.heads.get(name, ())) != 1 or not page.heads[name][0].strip()]
        long = [
            f"{name} of {len(page.heads[name][0])} characters"
            for name, most in (("title", LONGEST_TITLE), ("description", LONGEST_DESCRIPTION))
            if name not in wrong and page.kind != "embed" and len(page.heads[name][0]) > most
        ]
        return wrong + long

    expect_nothing(pages, find)


def test_no_two_pages_of_a_language_share_title_and_description(pages):
    said: dict[tuple, list[str]] = {}
    for page in pages.values():
        if "robots" not in page.heads:
            said.setdefault((page.lang, page.heads["title"], page.heads["description"]), []).append(page.path)
    found = [f"{title[0]}: {' '.join(paths[:4])}" for (_, title, _), paths in said.items() if len(paths) > 1]
    assert not found, listing(found)


def test_every_page_names_its_own_address_and_both_languages(pages, address):
    def find(page: Page) -> list[str]:
        if page.is_missing_page:
            return [name for name in page.heads if name.startswith(("canonical", "alternate:"))]
        chinese = page.path.removeprefix("en/")
        wanted = {"canonical": page.path, "alternate:x-default": chinese, "og:url": page.path}
        wanted |= {f"alternate:{LANGUAGES[lang].html}": tree + chinese for lang, tree in TREES.items()}
        return [name for name, path in wanted.items() if page.heads.get(name) != (address + path,)]

    expect_nothing(pages, find)


FOLLOWED = re.compile(r"(en/)?(index|data/\w+|releases/[\w.]+|pairings/.+|places/.+)\.html")


def test_what_can_be_followed_names_its_feed_and_no_other_page_does(pages, built_site):
    def find(page: Page) -> list[str]:
        feeds = [href for href in page.heads.get("alternate", ()) if href.endswith(".atom")]
        missing = [href for href in feeds if not (built_site / page.path).parent.joinpath(href).resolve().is_file()]
        wanted = page.kind in ("pairing", "place")  # each of which something is told of a day
        fits = wanted <= bool(feeds) <= bool(FOLLOWED.fullmatch(page.path))
        return missing if fits else [*missing, f"{len(feeds)} feeds"]

    expect_nothing(pages, find)


def test_every_page_has_its_twin_in_the_other_language(pages):
    expect_nothing(pages, lambda page: [] if twin(page.path) in pages else ["has no twin"])


def test_the_language_switch_leads_to_the_twin(pages):
    def find(page: Page) -> list[str]:
        if page.kind == "embed" or page.is_missing_page:
            return []
        folder = posixpath.dirname(page.path)
        leads = {posixpath.normpath(posixpath.join(folder, href)) for href in page.switch}
        return [] if leads == {twin(page.path)} else [f"the switch leads to {leads or 'nothing'}"]

    expect_nothing(pages, find)


def test_every_page_says_its_language_and_has_one_heading_of_the_first_rank(pages):
    def find(page: Page) -> list[str]:
        wrong = [] if page.html_lang == LANGUAGES[page.lang].html else [f"lang={page.html_lang}"]
        return wrong + ([] if len(page.h1) == 1 and page.h1[0] else [f"{len(page.h1)} h1"])

    expect_nothing(pages, find)


def test_every_page_is_of_a_known_kind(pages, built_site):
    known = {
        path.relative_to(built_site).as_posix()
        for lang in TREES
        for kind in KINDS
        for path in pages_of_kind(built_site, kind, lang)
    }
    expect_nothing(pages, lambda page: [] if page.path in known else ["add its kind to tests/site/built.py"])

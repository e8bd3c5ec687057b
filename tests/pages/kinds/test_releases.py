"""The pages of versions: what differs stands old beside new, and what this copy lacks is said."""

import json
from dataclasses import replace

import pytest

from build_scripts.labels import LANGUAGES
from build_scripts.ledger.history import History
from build_scripts.ledger.releases import Release
from build_scripts.pages.book import open_book
from build_scripts.pages.kinds.releases import pages

NOTHING = {"before": 0, "after": 0, "added": [], "retired": [], "changed": [], "new_columns": [], "gone_columns": []}
DELTA = {
    "version": "0.2.0", "date": "2026-01-01", "previous": "0.1.0", "previous_date": "2025-12-02",
    "tables": {
        "funds": NOTHING | {
            "before": 13, "after": 14, "added": ["ta18.f02"], "new_columns": ["payer_place_id"],
            "changed": [{"id": "ta18.f01", "cells": {"label": ["旧名", "新名"]}}],
        },
        "events": NOTHING | {"before": 3, "after": 2, "retired": [
            {"id": "gone-1", "successor_id": "new-1", "reason": None, "reason_en": None},
            {"id": "gone-2", "successor_id": None, "reason": None, "reason_en": None}]},
        "places": NOTHING | {"after": 20, "added": ["980000"]},
    },
    "totals": [{"total_id": "t", "subject_kind": "pairing", "subject_id": "ew1-jia-yi",
                "what": "money:gone_code:disbursed", "unit": "cny", "before": None, "after": "17100000"}],
}  # fmt: skip
MANIFEST = b'{"rows": {"funds": 14, "events": 2}}'
FIRST = Release("0.1.0", "2025-12-02", "c1", "s1", {"manifest.json": MANIFEST})
FILES = {"manifest.json": MANIFEST, "delta.json": json.dumps(DELTA).encode()}
SECOND = Release("0.2.0", "2026-01-01", "c2", "s2", FILES)


def made(site, lang: str, *releases: Release, history: History | None = None) -> dict[str, str]:
    views = replace(site.views, history=history or History())
    return {page.path: page.body for page in pages(open_book(replace(site, releases=releases, views=views), lang))}


def test_a_ledger_without_releases_says_so(tiny_site):
    found = made(tiny_site, "en")
    assert list(found) == ["releases/index.md"] and "No version has been released yet." in found["releases/index.md"]


def test_a_copy_that_lacks_the_files_says_how_to_get_them(tiny_site):
    found = made(tiny_site, "zh", replace(FIRST, files={}))
    assert "make releases" in found["releases/index.md"] and "manifest.json" not in found["releases/index.md"]


def test_the_list_has_every_version_the_newest_first_with_its_files(tiny_site):
    body = made(tiny_site, "en", FIRST, SECOND)["releases/index.md"]
    assert 0 < body.index('id="v0.2.0"') < body.index('id="v0.1.0"')
    assert "../../data/0.1.0/manifest.json" in body and "../../data/latest/manifest.json" in body
    assert "rows added" in body and "The first version" in body


def test_what_moved_since_the_newest_version_is_counted(tiny_site):
    history = History(entered=(("funds", "a"), ("funds", "b")), gone=(("funds", "c"),))
    body = made(tiny_site, "en", FIRST, SECOND, history=history)["releases/index.md"]
    assert 'Since the newest version: <data class="count" value="2">2</data> rows entered' in body


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_changed_cell_stands_old_beside_new_with_the_title_of_its_column(tiny_site, lang):
    body = made(tiny_site, lang, FIRST, SECOND)["releases/0.2.0.md"]
    row = body[body.index("<code>ta18.f01</code>") :].partition("</tr>")[0]
    assert "<code>旧名</code>" in row and "<code>新名</code>" in row and "sources/ta18.html#c-" in body
    assert "payer_place_id" in body and "data/0.2.0/delta.csv" in body


def test_a_retired_id_names_what_stands_in_its_place_or_that_nothing_is_told(tiny_site):
    body = made(tiny_site, "en", FIRST, SECOND)["releases/0.2.0.md"]
    rows = body[body.index('id="retired"') :]
    assert "<code>new-1</code>" in rows and "not told" in rows


def test_a_total_that_did_not_exist_before_is_empty_and_never_zero(tiny_site):
    body = made(tiny_site, "en", FIRST, SECOND)["releases/0.2.0.md"]
    totals = body[body.index('id="totals"') : body.index('id="retired"')]
    assert '<span class="unknown">empty</span>' in totals and "17.1" in totals and "pairings/ew1-jia-yi.html" in totals


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_added_row_leads_to_where_it_stands(tiny_site, lang):
    body = made(tiny_site, lang, FIRST, SECOND)["releases/0.2.0.md"]
    rows = body[body.index('id="added"') :]
    assert 'sources/ta18.html#c-ta18-f02"><code>ta18.f02</code></a>' in rows and "<code>980000</code>" in rows


def test_a_page_that_shows_not_every_row_says_so_and_leads_to_all_that_differs(tiny_site):
    changed = [{"id": f"x{n}", "cells": {"label": ["旧名", "新名"]}} for n in range(61)]
    told = NOTHING | {"before": 61, "after": 122, "added": [f"y{n}" for n in range(61)], "changed": changed}
    files = FILES | {"delta.json": json.dumps(DELTA | {"tables": {"funds": told}}).encode()}
    body = made(tiny_site, "en", FIRST, replace(SECOND, files=files))["releases/0.2.0.md"]
    assert "<code>x59</code>" in body and "<code>x60</code>" not in body and "<code>y60</code>" not in body
    for end in ("csv", "json"):  # at the head, below what changed, below what was added
        assert body.count(f"../../data/0.2.0/delta.{end}") == 3
    assert body.count('data class="count" value="61"') >= 4

"""The search before the browser: how text is rewritten, the list of names, what Pagefind is given."""

from __future__ import annotations

import json
from pathlib import Path

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.labels import read_words
from build_scripts.labels.spelling import fold, pinyin_terms, syllables_of
from build_scripts.search import index
from build_scripts.search.index import index_site, page_of, pages_of
from build_scripts.search.names import CHARACTERS_A_FILE, names_files
from build_scripts.search.parts import plain
from build_scripts.search.text import index_terms, query_terms
from tests.search.records import write_records

PLACE = {
    "url": "places/610924.html",
    "lang": "zh",
    "title": "紫阳县",
    "title_other": "Ziyang County",
    "kind": "place",
    "names": ["紫阳县", "Ziyang County", "紫阳"],
    "meta": {"place": "安康市", "year": "", "amount": ""},
    "text": "紫阳县 共 1,710 万元，鎮平 <b> & 7573 户",
}


def read_names(file: bytes) -> dict:
    start, end = b"LedgerSearch.addNames(", b");\n"
    assert file.startswith(start)
    return json.loads(file.removeprefix(start).removesuffix(end))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("紫阳县", ["紫阳", "阳县"]),
        ("新北区 → 紫阳县", ["新北", "北区", "紫阳", "阳县"]),
        ("县", ["县"]),
        ("鎮平縣", ["镇平", "平县"]),
        ("衢江", ["衢江"]),
        ("ABC公司第2期", ["abc", "公司", "司第", "2", "期"]),
        ("1,710.5万元", ["1710d5", "万元"]),
        ("1,2345", ["1", "2345"]),
        ("１２３４", ["1234"]),
        ("Xi'an Ürümqi", ["xian", "urumqi"]),
        ("zha shui", ["zha", "shui"]),
        ("Co-operative hello_world", ["co", "operative", "hello", "world"]),
        ("𠮷野家", ["𠮷野", "野家"]),
        ("《》…… \u200b", []),
        ("", []),
    ],
)
def test_a_query_becomes_neighbours_and_words(text, terms):
    assert query_terms(text) == terms


def test_the_index_also_holds_the_last_character_of_a_run():
    assert index_terms("紫阳县，新") == ["紫阳", "阳县", "县", "新"]


def test_a_name_is_found_across_its_quotation_marks():
    assert "冉农" in index_terms("柞水县昊冉“农光结合”光伏")
    assert "年沪" not in index_terms("二十年，沪滇")


@given(st.text())
def test_whatever_is_indexed_is_found_by_the_same_text(text):
    assert set(query_terms(text)) <= set(index_terms(text))


@given(st.text(alphabet=st.sampled_from("紫陽阳县鎮镇aZ é1.,'’ \u3099→"), max_size=12))
def test_text_in_one_form_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="紫阳县苏陕扶贫", min_size=2, max_size=12), st.data())
def test_any_two_neighbours_of_a_name_are_among_its_terms(name, data):
    at = data.draw(st.integers(0, len(name) - 2))
    assert set(query_terms(name[at : at + 2])) <= set(index_terms(name))


def test_pinyin_is_joined_and_by_syllable():
    assert pinyin_terms("紫阳县") == ["ziyangxian", "zi", "yang", "xian"]
    assert pinyin_terms("Ziyang County") == []


def test_a_character_stands_under_each_of_its_readings():
    assert syllables_of(["重庆", "重点"]) == {"chong": "重", "dian": "点", "qing": "庆", "zhong": "重"}


def test_the_list_of_names_holds_each_name_once():
    data = read_names(names_files("zh", [PLACE])["names.zh.js"])
    assert (data["title"], data["other"], data["names"]) == ("紫阳县", "Ziyang County", "")
    assert (data["kind"], data["url"], data["place"]) == ("place", "places/610924.html", "安康市")


def test_an_old_name_stands_in_the_list():
    data = read_names(names_files("zh", [PLACE | {"names": ["武隆县"]}])["names.zh.js"])
    assert data["names"] == "武隆县"


def test_the_list_knows_the_traditional_form_of_every_character_in_use():
    data = read_names(names_files("zh", [PLACE])["names.zh.js"])
    simplified = dict(zip(*data["script"], strict=True))
    assert (simplified["陽"], simplified["縣"], simplified["鎮"]) == ("阳", "县", "镇")
    assert "龍" not in simplified


def test_places_come_first_and_sources_last():
    kinds = ["source", "audit", "project", "pairing", "place"]
    records = [PLACE | {"kind": kind, "url": f"{kind}.html"} for kind in kinds]
    data = read_names(names_files("zh", records)["names.zh.js"])
    assert data["kind"].split("\n") == ["place", "pairing", "project", "audit", "source"]


def test_a_long_list_is_cut_into_files_that_together_hold_all():
    records = [PLACE | {"url": f"places/{number}.html"} for number in range(6000)]
    files = names_files("zh", records)
    parts = [read_names(file) for file in files.values()]
    assert list(files)[:2] == ["names.zh.js", "names.zh.2.js"]
    lengths = [len(part["url"].split("\n")) for part in parts]
    assert {tuple(part["starts"]) for part in parts} == {tuple(sum(lengths[:n]) for n in range(len(files)))}
    assert [part["start"] for part in parts] == parts[0]["starts"]
    assert [url for part in parts for url in part["url"].split("\n")] == [record["url"] for record in records]
    assert all(
        sum(len(value) for value in part.values() if isinstance(value, str)) < 1.1 * CHARACTERS_A_FILE
        for part in parts
    )


def test_no_records_make_an_empty_list():
    assert read_names(names_files("en", [])["names.en.js"])["url"] == ""


def test_what_pagefind_reads_is_escaped():
    page = page_of(PLACE | {"title": '"><script>', "text": "<script>"})
    assert "<script" not in page
    assert 'data-title="&quot;&gt;&lt;script&gt;"' in page


def test_only_a_record_that_changed_is_written_anew_for_pagefind(tmp_path, monkeypatch):
    records = [
        {"url": f"{n}.html", "lang": "zh", "title": n, "title_other": n, "kind": "place", "text": n} for n in "甲乙丙"
    ]
    changed = [records[0], {**records[1], "text": "丁"}, records[2]]
    cold, written = pages_of(changed, None), []
    assert pages_of(records, tmp_path / "kept") == pages_of(records, None)
    monkeypatch.setattr(index, "page_of", lambda record: written.append(record["url"]) or page_of(record))
    assert pages_of(changed, tmp_path / "kept") == cold and written == ["乙.html"]
    (tmp_path / "kept").write_bytes((tmp_path / "kept").read_bytes()[:50])
    assert pages_of(changed, tmp_path / "kept") == cold and len(written) == 4


def test_an_empty_value_is_not_shown():
    assert "data-year" not in page_of(PLACE)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory) -> Path:
    site = tmp_path_factory.mktemp("site")
    english = PLACE | {
        "lang": "en",
        "title": "Ziyang County",
        "title_other": "紫阳县",
    }
    index_site(site, write_records(tmp_path_factory.mktemp("records"), [PLACE, english]))
    return site


@pytest.mark.parametrize("tree", ["", "en/"])
def test_each_language_has_an_index_of_its_own(indexed, tree):
    entry = json.loads((indexed / tree / "pagefind" / "pagefind-entry.json").read_text())
    assert entry["version"].startswith("1.5.")
    assert [found["page_count"] for found in entry["languages"].values()] == [1]


@pytest.mark.parametrize("tree", ["", "en/"])
def test_a_result_is_called_by_its_place_in_the_list_of_names(indexed, tree):
    [contents] = (indexed / tree / "pagefind").glob("*.pf_meta")
    assert [page[0] for page in cbor2.loads(plain(contents))[1]] == ["0"]
    assert not (indexed / tree / "pagefind" / "fragment").exists()


def test_languages_with_different_pages_are_refused(tmp_path):
    with pytest.raises(ValueError, match="same pages in the same order"):
        index_site(tmp_path, write_records(tmp_path, [PLACE]))


def test_only_the_files_that_the_search_uses_are_published(indexed):
    names = {path.name for path in (indexed / "pagefind").iterdir()}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js"}
    assert {name for name in names if name.startswith("wasm")} == {"wasm.unknown.pagefind"}
    assert {path.name for path in (indexed / "assets" / "search").iterdir()} == {
        "names.zh.js", "names.en.js", "words.zh.js", "words.en.js",
    }  # fmt: skip


def test_a_site_without_records_has_an_empty_list_and_no_index(tmp_path):
    index_site(tmp_path, write_records(tmp_path, []))
    assert (tmp_path / "assets" / "search" / "names.zh.js").is_file()
    assert not (tmp_path / "pagefind").exists()


def test_every_word_of_the_search_is_a_text_or_the_kinds():
    for lang in ("zh", "en"):
        words = read_words(lang)["search"]
        assert all(isinstance(value, str) for key, value in words.items() if key != "kind")
        assert all(isinstance(value, str) for value in words["kind"].values())

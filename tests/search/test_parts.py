"""The parts of a full-text index, and how they are put together."""

from __future__ import annotations

import gzip
from pathlib import Path

import cbor2
import pytest

from build_scripts.search import index
from build_scripts.search.index import write_index
from build_scripts.search.parts import contents_of, cut_words, distinct, join_parts, packed, plain, told_pages

NAMES = ["紫阳县", "绿源公司", "新北区", "Lüyuan", "镇平县"]


def record(place: int, title: str, **meta: str) -> dict:
    """The title in the other language stands in a field as it is printed, so one word there has two forms."""
    return {
        "url": f"places/{place}.html", "lang": "zh", "title": title, "title_other": "Lüyuan luyuan"[: 7 + place],
        "kind": "place", "meta": meta, "text": f"{title} 东西部协作 {place} 万元 " * (place + 1),
    }  # fmt: skip


RECORDS = [record(n, title, **({"amount": "万元"} if n == 3 else {})) for n, title in enumerate(NAMES)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def words_in(folder: Path) -> dict[str, list]:
    """Returns word -> its pages and its other forms."""
    [found] = [cbor2.loads(plain(path)) for path in (folder / "index").iterdir()]
    return {word: [pages, forms] for word, pages, forms in found[0]}


@pytest.fixture
def whole(tmp_path) -> Path:
    write_index(tmp_path / "whole", RECORDS, "zh")
    return tmp_path / "whole"


@pytest.mark.parametrize("size", [1, 700])
def test_an_index_made_in_parts_is_byte_for_byte_that_made_at_once(whole, tmp_path, monkeypatch, size):
    monkeypatch.setattr(index, "AT_ONCE", size)
    read = []
    run = index.run_pagefind
    monkeypatch.setattr(index, "run_pagefind", lambda *given: read.append(given) or run(*given))
    write_index(tmp_path / "parts", RECORDS, "zh")
    assert len(read) > 1 and files(tmp_path / "parts") == files(whole)


def test_a_word_of_two_forms_keeps_both_in_whichever_part_they_stand(whole):
    pages, forms = words_in(whole)["luyuan"]
    assert [form for form, _ in forms] == ["lüyuan"]
    assert sum(page for page, *_ in pages) <= 4 and sum(page for page, *_ in forms[0][1]) <= 4


def test_the_fields_of_a_part_that_lacks_one_are_those_of_the_whole(whole):
    """Only the fourth record has an amount, the first field: in the parts of the others a title is the third."""
    fields = contents_of(whole)[5]
    told = [more for _, _, more in words_in(whole)["新北区"][0]]
    assert fields == ["amount", "kind", "other", "title"] and told == [[-4, 0]]


def test_pages_are_numbered_in_the_order_of_the_list_of_names(tmp_path):
    part = tmp_path / "part"
    (part / "fragment").mkdir(parents=True)
    (part / "index").mkdir()
    for name, url in {"a": "/source.html", "b": "/project.html", "c": "/place.html"}.items():
        content = b'pagefind_dcd{"url": "%s"}' % url.encode()
        (part / "fragment" / f"{name}.pf_fragment").write_bytes(gzip.compress(content))
    (part / "pagefind-entry.json").write_text('{"languages": {"unknown": {"hash": "1", "page_count": 3}}}')
    contents = ["1.5.2", [["b", 7], ["a", 9], ["c", 1]], [["协", "作", "w"]], [], [], []]
    (part / "pagefind.1.pf_meta").write_bytes(packed(contents))
    words = [["协作", [[0, [-25, 4], []], [1, [-25, 9, 1], []], [1, [], []]], []]]
    (part / "index" / "w.pf_index").write_bytes(packed([words]))
    join_parts([part], tmp_path / "whole", "unknown", ["place.html", "project.html", "source.html"])
    assert contents_of(tmp_path / "whole")[1] == [["0", 1], ["1", 7], ["2", 9]]
    assert words_in(tmp_path / "whole") == {"协作": [[[0, [], []], [1, [-25, 1], []], [1, [-25, 1, 1], []]], []]}


def test_an_index_keeps_how_often_a_word_stands_on_a_page_and_not_where():
    """-25 and -241 are weights, of the text and of names. Two words at one place would count as one."""
    first = [(13, [-25, 900], []), (4, [-25, 51, 33, 86, -241, 2], [])]
    assert told_pages(first, 0) == [[4, [-25, 1, 1, 1, -241, 5], []], [9, [-25, 1], []]]
    assert told_pages([(4, [-25, 52], [-5, 0])], 4096) == [[4, [-25, 4097], [-5, 0]]]


def test_a_file_of_words_ends_where_it_holds_twenty_thousand_places():
    long, short = ["长", [[0, [1] * 19_990, []]], []], ["短", [[0, [1] * 8, []]], []]
    assert list(cut_words([long, short, short, long])) == [[long, short], [short, long]]


def test_a_file_is_told_by_as_much_of_a_word_as_its_neighbour_does_not_share():
    assert [distinct("cun", "csv"), distinct("1390", "139"), distinct("139", "1390")] == ["cu", "1390", "139"]


def test_a_file_in_another_form_stops_the_build(tmp_path):
    (tmp_path / "pagefind.1.pf_meta").write_bytes(gzip.compress(b"{}"))
    with pytest.raises(ValueError, match="signature"):
        contents_of(tmp_path)
    (tmp_path / "pagefind.1.pf_meta").write_bytes(packed(["1.6", [], [], [["place"]], [], []]))
    with pytest.raises(ValueError, match="without filters and sorts"):
        contents_of(tmp_path)

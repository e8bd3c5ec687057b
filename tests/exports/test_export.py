"""What each format says of its files reaches every place that lists them."""

import json
from pathlib import Path

import pytest

from build_scripts.exports import formats
from build_scripts.exports.export import dataset_of, export_tables, listed
from build_scripts.exports.formats import FORMATS, LISTINGS
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site


@pytest.fixture(scope="module")
def downloads(tiny_package, views):
    return export_tables(tiny_package, views, {})


@pytest.fixture(scope="module")
def pages_of_downloads(tiny_package, views, downloads) -> list:
    site = Site(tiny_package, views, open_names(tiny_package, views), {}, listed(downloads), dataset_of(downloads))
    return [page for pages in make_pages(site).values() for page in pages if page.path == "data/index.md"]


def test_every_file_of_the_whole_ledger_stands_on_the_page_of_downloads(downloads, pages_of_downloads):
    whole = [file for file in downloads if file.about]
    assert len(whole) > 15 and len(pages_of_downloads) == 2
    for lang, page in zip(LANGUAGES, pages_of_downloads, strict=True):
        found = [file for file in whole if f'{file.path}"' in page.body and file.about[lang] in page.body]
        assert found == whole


def test_with_a_folder_the_same_downloads_are_files_there_and_nothing_else_is(downloads, tiny_package, views, tmp_path):
    (tmp_path / "of-another-ledger").write_bytes(b"[]")
    kept = export_tables(tiny_package, views, {}, folder=tmp_path)

    def told(files) -> list[tuple]:
        return [(file.path, file.content, file.size, file.sha256, file.title) for file in files]

    assert told(kept) == told(downloads)
    assert {file.made for file in kept} == set(tmp_path.iterdir())
    cut, whole = kept[0].made, kept[0].content
    cut.write_bytes(whole[:10])
    assert export_tables(tiny_package, views, {}, folder=tmp_path)[0].content == whole


def test_search_engines_find_the_data_set_in_the_head_of_the_page_of_downloads(pages_of_downloads):
    for page in pages_of_downloads:
        node = json.loads(page.structured)
        assert (node["@type"], node["dateModified"], node["isAccessibleForFree"]) == ("Dataset", "2026-01-02", True)
        assert "<" not in page.structured and "<script" not in page.body


def test_a_titled_file_is_titled_in_both_languages_and_listed_in_the_index(downloads):
    titled = {file.path: file.title for file in downloads if file.title}
    assert all(file.keys() == set(LANGUAGES) and all(file.values()) for file in titled.values())
    index = json.loads(next(file.content for file in downloads if file.path == "data/index.json"))
    before = list(titled)[: list(titled).index("data/index.json")]
    assert [file["path"] for file in index["files"]] == before


def test_no_two_formats_write_the_same_file(downloads):
    paths = [file.path.casefold() for file in downloads]
    assert len(set(paths)) == len(paths)


def test_every_module_of_the_folder_of_formats_is_listed():
    names = {path.stem for path in Path(formats.__file__).parent.glob("*.py")} - {"__init__"}
    assert {form.__name__.rpartition(".")[2] for form in (*FORMATS, *LISTINGS)} == names

"""What record pages and tables say of themselves: by schema.org's words, with addresses that exist."""

import json

import pytest
from rdflib import namespace as known

from build_scripts.exports.export import dataset_of, export_tables, listed
from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views
from tests.exports.standards.schema_org import words_of

ROOT = "https://tiny-ledger.example.org/"
KINDS = ("pairing", "project", "place", "source")


@pytest.fixture(scope="module")
def downloads(tiny_package, tiny_tables):
    return export_tables(tiny_package, derive_views(tiny_tables, "2026-01-02"), {})


@pytest.fixture(scope="module")
def told(tiny_package, tiny_tables, downloads) -> dict[str, tuple]:
    """Path below the site -> (page, what it says of itself), of the pages that say something."""
    views = derive_views(tiny_tables, "2026-01-02")
    site = Site(tiny_package, views, open_names(tiny_package, views), {}, listed(downloads), dataset_of(downloads))
    folders = {"zh": "", "en": "en/"}
    return {
        folders[lang] + page.path.removesuffix(".md") + ".html": (page, json.loads(page.structured))
        for lang, pages in make_pages(site).items() for page in pages if page.structured
    }  # fmt: skip


def test_every_page_of_a_record_says_what_it_is_and_where_its_file_for_programs_is(told, downloads):
    paths = {file.path for file in downloads}
    records = {path: node for path, (page, node) in told.items() if page.kind in KINDS}
    assert len(records) > 20 and {path.startswith("en/") for path in records} == {True, False}
    for path, node in records.items():
        assert (node["@type"], node["@id"], node["dateModified"]) == ("WebPage", ROOT + path, "2026-01-02")
        assert node["encoding"]["contentUrl"].removeprefix(ROOT) in paths


def test_a_page_of_a_record_leads_from_the_home_page_to_itself(told):
    page, node = told["en/projects/ta18-chayuan.html"]
    steps = node["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert steps[0]["item"] == f"{ROOT}en/index.html" and steps[-1]["item"] == node["@id"]
    assert page.title == node["name"] == "Ding Village tea garden"


def test_a_table_is_a_data_set_of_its_own_with_the_files_of_it_alone(told):
    _, node = told["en/data/funds.html"]
    assert (node["@type"], node["isPartOf"]["@id"]) == ("Dataset", f"{ROOT}data/#dataset")
    files = [file["contentUrl"].removeprefix(f"{ROOT}data/") for file in node["distribution"]]
    assert files == ["funds.csv", "funds.parquet"]


def test_every_word_is_one_of_schema_org_and_nothing_can_end_its_element(told):
    for page, node in told.values():
        assert "<" not in page.structured
        assert sorted(word for word in words_of(node) if word not in known.SDO) == []
